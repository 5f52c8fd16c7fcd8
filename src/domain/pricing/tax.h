#pragma once
// Peruvian taxes that follow from amounts alone. Rates, bands and the UIT change by the year, so
// they are arguments, with the values of the year in the organisation's data.

#include <cstdint>

#include "kernel/measure.h"

namespace ayni {

/// A member's income from his co-operative: untaxed up to some UIT, withheld at a rate above them
/// up to others, under his own regime beyond. (Ley 31335: 30 UIT, 140 UIT, 1.5 %.)
struct MemberIncomeTax {
    Money uit;  ///< of the year
    std::int64_t untaxed_uit = 0;
    std::int64_t most_uit = 0;
    Rate rate;
};
/// untaxed_uit x UIT and most_uit x UIT. Stops if they leave 64 bits: all are ours to give.
struct TaxLimits {
    Money untaxed, most;
    bool operator==(const TaxLimits&) const = default;
};
[[nodiscard]] TaxLimits limits_of(const MemberIncomeTax& tax);
/// What the co-operative withholds of a year's income, half-up to the céntimo. Refused:
/// `out_of_range` above the upper limit, where the member declares by himself. Stops on another
/// currency. (Vector T01.)
[[nodiscard]] Result<Money> member_income_tax(const MemberIncomeTax& tax, Money income);

/// A tax on movements of money, cut down to a step of coins. (ITF: 0.00005, 5 céntimos.)
struct MovementTax {
    Rate rate;
    std::int64_t step = 1;  ///< minor units, above 0
};
/// The tax of one movement. Refused: `out_of_range` for an amount below 0, `overflow`. (T03.)
[[nodiscard]] Result<Money> movement_tax(const MovementTax& tax, Money amount);

}  // namespace ayni
