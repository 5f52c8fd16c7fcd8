#include "kernel/allocate.h"

#include <algorithm>
#include <numeric>

#include "kernel/check.h"

namespace ayni {

std::vector<Money> allocate(Money total, std::span<const std::int64_t> weights) {
    Wide whole = 0;
    for (auto weight : weights) {
        CHECK(weight >= 0);
        whole += weight;
    }
    std::vector<Money> shares(weights.size(), Money{0, total.currency});
    if (whole == 0) {
        CHECK(total.is_zero());
        return shares;
    }
    std::vector<Wide> remainders(weights.size());
    std::int64_t left = total.minor;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const Wide exact = static_cast<Wide>(total.minor) * weights[i];
        shares[i].minor = static_cast<std::int64_t>(exact / whole);
        remainders[i] = exact % whole;
        left -= shares[i].minor;
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto larger = [&](std::size_t a, std::size_t b) {
        return total.minor >= 0 ? remainders[a] > remainders[b] : remainders[a] < remainders[b];
    };
    std::ranges::stable_sort(order, larger);
    for (std::size_t i = 0; left != 0; ++i) {
        shares[order[i]].minor += left > 0 ? 1 : -1;
        left += left > 0 ? -1 : 1;
    }
    return shares;
}

}  // namespace ayni
