#include "ledger/year_end.h"

#include <map>

namespace ayni {

std::vector<Leg> year_end_legs(const Balances& balances) {
    std::vector<Leg> legs;
    std::map<Currency, Money> results;
    for (const auto& line : balances.by_party()) {
        const auto side = class_of(line.role);
        if (side != AccountClass::income && side != AccountClass::expense) continue;
        legs.push_back({line.role, line.party, {}, 0, -line.amount});
        results.try_emplace(line.amount.currency, Money{0, line.amount.currency}).first->second +=
            line.amount;
    }
    for (const auto& [currency, result] : results)
        if (!result.is_zero()) legs.push_back({AccountRole::surplus, {}, {}, 0, result});
    return legs;
}

}  // namespace ayni
