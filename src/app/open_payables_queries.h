#pragma once
// What is owed to people outside settlements: shares given back, parts of the surplus, openings.

#include <map>

#include "app/work.h"
#include "kernel/money.h"
#include "ledger/party.h"

namespace ayni {

/// What the books owe by party outside settlements, and how much of it is paid or under way.
struct OpenPayables {
    struct Line {
        Money owed, alive;
    };
    Currency currency;
    std::map<PartyId, Line> by_party;
    /// What is owed and neither paid nor ordered.
    [[nodiscard]] Money free_of(PartyId party) const;
};
/// Of all entries but those of settlements, accruals, payments and mergers, and their reversals.
[[nodiscard]] OpenPayables owed_outside_settlements(const View& view);

}  // namespace ayni
