#include "domain/settlement/accrue_milk.h"

namespace ayni {

std::vector<Leg> accrual_legs(const std::vector<MilkValue>& milk) {
    std::vector<Leg> legs;
    for (const bool from_members : {true, false}) {
        std::optional<Money> bought;
        for (const auto& value : milk)
            if (value.member == from_members) bought = bought ? *bought + value.milk : value.milk;
        const auto role = from_members ? AccountRole::purchases_member
                                       : AccountRole::purchases_third;
        if (bought && !bought->is_zero()) legs.push_back({role, {}, {}, 0, *bought});
    }
    const auto bought = legs.size();
    for (const auto& value : milk) {
        if (value.milk.is_zero()) continue;
        if (legs.size() > bought && legs.back().party == value.producer)
            legs.back().amount -= value.milk;
        else
            legs.push_back({AccountRole::producer_payable, value.producer, {}, 0, -value.milk});
    }
    // What came late may take back what was brought since.
    std::erase_if(legs, [](const Leg& leg) { return leg.amount.is_zero(); });
    return legs;
}

}  // namespace ayni
