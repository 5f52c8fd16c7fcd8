#pragma once
// What producers owe and no settlement will ever ask, because the terms have no rule for it.

#include <vector>

#include "domain/settlement/settle.h"

namespace ayni {

/// An obligation that is due and not asked.
struct UnaskedObligation {
    PartyId producer;
    DueObligation due;
};

/// Of the producers, what is due by the period's last day while no rule of its kind applies to them
/// in the terms that are in force on that day; by producer, then number. Corrections are always
/// asked. Who has no terms that day is left out: he cannot be settled at all.
[[nodiscard]] std::vector<UnaskedObligation> unasked_obligations(const SettlementInputs& inputs);

}  // namespace ayni
