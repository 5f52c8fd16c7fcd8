#include "domain/sale/apply_receipt.h"

#include <map>

namespace ayni {

AppliedReceipt apply_receipt(Money paid, std::span<const PayableClaim> claims) {
    const Money nothing{0, paid.currency};
    std::vector<Money> shares(claims.size(), nothing);
    auto left = paid;
    for (std::size_t i = 0; i < claims.size(); ++i)
        if (claims[i].amount.is_negative()) {
            shares[i] = claims[i].amount;
            left -= claims[i].amount;
        }
    const auto pay = [&](std::size_t place, Money at_most) {
        const auto open = claims[place].amount - shares[place];
        auto share = least(least(open, at_most), left);
        if (share.is_negative()) share = nothing;
        shares[place] += share;
        left -= share;
    };
    for (std::size_t i = 0; i < claims.size(); ++i) pay(i, claims[i].amount - claims[i].contested);
    for (std::size_t i = 0; i < claims.size(); ++i) pay(i, claims[i].amount);
    std::map<std::int64_t, Money> by_item;
    for (std::size_t i = 0; i < claims.size(); ++i)
        by_item.try_emplace(claims[i].item, nothing).first->second += shares[i];
    AppliedReceipt applied{{}, left};
    for (const auto& [item, amount] : by_item)
        if (!amount.is_zero()) applied.shares.push_back({item, amount});
    return applied;
}

}  // namespace ayni
