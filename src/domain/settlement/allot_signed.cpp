#include <algorithm>
#include <utility>

#include "domain/settlement/milk_of_period.h"
#include "kernel/check.h"
#include "kernel/decimal.h"

namespace ayni {
namespace {

struct Part {
    std::size_t place;
    Wide fraction;
};

constexpr Wide floor_of(Wide numerator, Wide denominator) noexcept {
    const Wide quotient = numerator / denominator;
    return numerator % denominator < 0 ? quotient - 1 : quotient;
}

}  // namespace

std::vector<Money> allot_signed(Money total, std::span<const Wide> exact) {
    const Wide unit = power_of_ten(9 - total.currency.decimals());
    std::vector<Money> shares(exact.size(), Money{0, total.currency});
    std::vector<Part> parts;
    parts.reserve(exact.size());
    Wide left = total.minor;
    for (std::size_t place = 0; place < exact.size(); ++place) {
        if (exact[place] == 0) continue;
        const Wide whole = floor_of(exact[place], unit);
        shares[place].minor = static_cast<std::int64_t>(whole);
        parts.push_back({place, exact[place] - whole * unit});
        left -= whole;
    }
    if (parts.empty()) {
        CHECK(left == 0);
        return shares;
    }
    std::ranges::sort(parts, {},
                      [](const Part& part) { return std::pair(-part.fraction, part.place); });
    const auto count = static_cast<Wide>(parts.size());
    const Wide each = floor_of(left, count);
    Wide one_more = left - each * count;
    for (const auto& part : parts) {
        const Wide extra = one_more > 0 ? each + 1 : each;
        shares[part.place].minor += static_cast<std::int64_t>(extra);
        --one_more;
    }
    return shares;
}

}  // namespace ayni
