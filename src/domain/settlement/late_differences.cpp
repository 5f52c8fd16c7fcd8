#include "domain/settlement/late_differences.h"

#include <algorithm>
#include <map>

namespace ayni {

std::vector<LateDifference> late_differences(const ChangedSettlement& changed) {
    std::map<std::pair<PartyId, bool>, LateDifference> by_side;
    const auto add = [&](PartyId producer, bool member, Money amount, Quantity quantity) {
        const LateDifference nothing{
            changed.settlement, producer, Money{0, amount.currency}, member, {}, {}};
        auto& sum = by_side.try_emplace({producer, member}, nothing).first->second;
        sum.amount += amount;
        sum.quantity += quantity;
    };
    const Quantity none{};
    for (const auto& is : changed.now) add(is.producer, is.member, is.milk, is.quantity);
    for (const auto& was : changed.posted)
        add(was.producer, was.member, -was.milk, none - was.quantity);
    for (const auto& done : changed.settled)
        add(done.producer, done.member, -done.amount, none - done.quantity);
    std::vector<LateDifference> differences;
    for (const auto& [side, difference] : by_side)
        if (!difference.amount.is_zero() || difference.quantity != none)
            differences.push_back(difference);
    return differences;
}

void keep_within_milk(std::vector<LateDifference>& late, const std::vector<Delivery>& deliveries) {
    std::map<PartyId, std::int64_t> there;
    for (const auto& each : late) there[each.producer];
    for (const auto& delivery : deliveries)
        if (delivery.outcome == Outcome::accepted)
            if (const auto his = there.find(delivery.producer); his != there.end())
                his->second += delivery.quantity.thousandths;
    for (const auto& each : late)
        there[each.producer] += std::max<std::int64_t>(each.quantity.thousandths, 0);
    for (auto& each : late) {
        auto& left = there[each.producer];
        if (each.quantity.thousandths >= 0) continue;
        const auto taken = std::min(-each.quantity.thousandths, left);
        left -= taken;
        each.quantity = {-taken};
    }
    std::erase_if(late, [](const LateDifference& each) {
        return each.amount.is_zero() && each.quantity == Quantity{};
    });
}

}  // namespace ayni
