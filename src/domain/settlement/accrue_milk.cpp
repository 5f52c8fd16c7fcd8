#include "domain/settlement/accrue_milk.h"

namespace ayni {

namespace {

void add_purchases(std::vector<Leg>& legs, const std::vector<MilkValue>& milk) {
    for (const bool from_members : {true, false}) {
        std::optional<Money> bought;
        for (const auto& value : milk)
            if (value.member == from_members) bought = bought ? *bought + value.milk : value.milk;
        const auto role = from_members ? AccountRole::purchases_member
                                       : AccountRole::purchases_third;
        if (bought && !bought->is_zero()) legs.push_back({role, {}, {}, 0, *bought});
    }
}

void add_claim(std::vector<Leg>& legs, const std::vector<MilkValue>& milk, PartyId buyer) {
    if (milk.empty()) return;
    Money claimed{0, milk.front().milk.currency};
    for (const auto& value : milk) claimed += value.milk;
    if (!claimed.is_zero()) legs.push_back({AccountRole::buyer_receivable, buyer, {}, 0, claimed});
}

}  // namespace

std::vector<Leg> accrual_legs(const std::vector<MilkValue>& milk, PartyId bought_for) {
    std::vector<Leg> legs;
    if (bought_for.is_none())
        add_purchases(legs, milk);
    else
        add_claim(legs, milk, bought_for);
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
