#pragma once
// One lot as the buyer has it, held against ours.

#include "domain/sale/sale.h"

namespace ayni {

/// A lot as we have it.
struct OurLot {
    Quantity weight;
    Money value;
};
/// The same lot on the buyer's liquidation: his amount, and what he takes off it.
struct BuyersLot {
    Quantity weight;
    Money amount, inputs, penalty;
};
/// What both signed that they may differ by, as shares of our weight and of our value.
struct Tolerance {
    Rate weight, value;
};

/// What comes of it.
struct Reconciliation {
    LineOutcome outcome = LineOutcome::agreed;
    Money backed;      ///< of what he takes off for inputs: no more than he had advanced
    Money difference;  ///< what he gives for the lot, less what we say; a penalty is in it
    [[nodiscard]] bool operator==(const Reconciliation&) const = default;
};

/// Totals that each side rounded by itself may differ by this much (posting table, "Rounding
/// residue").
inline constexpr std::int64_t residue_of_a_lot = 1;

/// Holds his figures against ours. Inputs are taken off as far as `advanced` (what we owe him for
/// inputs and advances) goes; the rest of them, and a penalty, are a part of the difference.
/// - no difference: `agreed`, whatever he weighed
/// - one céntimo at the same weight: `rounding`
/// - weight and value both differ by no more than their tolerance: `corrected`
/// - else `disputed`
[[nodiscard]] Reconciliation reconcile_lot(const OurLot& ours, const BuyersLot& his,
                                           Tolerance signed_tolerance, Money advanced);

/// What he gives for the lot: his amount without penalty, and without inputs beyond those `backed`.
[[nodiscard]] Money his_worth(const BuyersLot& his, Money backed);

/// What is posted as a line comes in (rows 13, 15 and the residue): a correction of the sale, the
/// residue, and what he takes off for what he had advanced. `income` is the account of the sale.
[[nodiscard]] std::vector<Leg> reconciliation_legs(const Reconciliation& found, PartyId buyer,
                                                   LotNumber lot, AccountRole income);

/// What of an open claim he need not pay yet while the line is disputed: what we say above what he
/// says.
[[nodiscard]] Money contested(const LiquidationLine& line);

/// A disputed lot turned out to be worth so much more than we said (row 13). None for nothing.
[[nodiscard]] std::vector<Leg> correction_legs(Money more, PartyId buyer, LotNumber lot,
                                               AccountRole income);

}  // namespace ayni
