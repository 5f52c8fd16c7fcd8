#include "domain/capital/surplus_share.h"

#include <map>

#include "kernel/allocate.h"

namespace ayni {

std::vector<MemberShare> shares_by_volume(std::span<const SharedByVolume> products) {
    std::map<PartyId, Money> by_member;
    for (const auto& product : products) {
        std::vector<std::int64_t> weights;
        for (const auto& each : product.members) weights.push_back(each.quantity.thousandths);
        const auto parts = allocate(product.amount, weights);
        for (std::size_t i = 0; i < parts.size(); ++i)
            by_member.try_emplace(product.members[i].member, Money{0, product.amount.currency})
                .first->second += parts[i];
    }
    std::vector<MemberShare> shares;
    for (const auto& [member, amount] : by_member)
        if (!amount.is_zero()) shares.push_back({member, amount});
    return shares;
}

std::vector<Leg> surplus_legs(Money reserve, std::span<const MemberShare> shares) {
    Money total = reserve;
    for (const auto& each : shares) total += each.amount;
    std::vector<Leg> legs{{AccountRole::surplus, {}, {}, 0, total}};
    if (!reserve.is_zero()) legs.push_back({AccountRole::reserve, {}, {}, 0, -reserve});
    for (const auto& each : shares)
        legs.push_back({AccountRole::producer_payable, each.member, {}, 0, -each.amount});
    return legs;
}

}  // namespace ayni
