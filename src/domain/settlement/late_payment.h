#pragma once
// Before deciding: if the buyer pays only a part, or late, who gets what, and when?

#include <vector>

#include "domain/settlement/settle.h"

namespace ayni {

/// What is assumed of the buyer.
struct BuyerPays {
    Rate share;  ///< of what the milk is worth, 0..1: 0.70
    std::int32_t days_late = 0;
};
BOOST_DESCRIBE_STRUCT(BuyerPays, (), (share, days_late))

/// What one producer gets on pay day and when the buyer's money comes, and what waits.
struct PayDay {
    PartyId producer;
    Money agreed;                ///< the net of his statement
    Money on_pay_day;            ///< zero when the money comes later
    Money later;                 ///< when it comes; zero when it is there on pay day
    Money postponed_deductions;  ///< left for later so that he keeps his floor
    Money still_owed;            ///< agreed, and paid on neither day
    bool operator==(const PayDay&) const = default;
};
BOOST_DESCRIBE_STRUCT(PayDay, (),
                      (producer, agreed, on_pay_day, later, postponed_deductions, still_owed))

/// Everyone's pay day. The share of every gross comes, rounded down over all and split by gross: on
/// pay day, or `days_late` days after it. Deductions that stay in the organisation (own services,
/// capital, retention, inputs, advances, loans, corrections) give way first, by falling rank, until
/// the floor is reached, or the agreed net if that is less; then third parties; tax never. So
/// on_pay_day + later + still_owed = agreed, and what comes = on_pay_day + later + what is still
/// deducted, unless the tax alone is more. Refused: `out_of_range` for a share beyond 0..1 or days
/// below 0, `overflow`.
[[nodiscard]] Result<std::vector<PayDay>> pay_day_if(
    const std::vector<StatementFigures>& statements, const std::vector<TermsVersion>& member_terms,
    const std::vector<TermsVersion>& other_terms, BuyerPays assumed);

}  // namespace ayni
