#pragma once
// A premium that a buyer pays to the organisation for what is certified (posting table row 9).

#include "kernel/measure.h"
#include "kernel/result.h"
#include "ledger/entry.h"

namespace ayni {

/// What the buyer owes for `quantity` at so much a unit, half-even to the currency's minor unit.
/// Refused: `quantity_not_positive`, `price_not_positive`, `overflow`.
[[nodiscard]] Result<Money> certificate_premium(Quantity quantity, Price premium,
                                                Currency currency);

/// The buyer owes it; until the assembly decides on it, it is held for the producers.
[[nodiscard]] std::vector<Leg> premium_legs(PartyId buyer, Money premium);

}  // namespace ayni
