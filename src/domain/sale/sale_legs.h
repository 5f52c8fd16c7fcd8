#pragma once
// What sales, liquidations and receipts say in the books (postings 13 to 15).

#include "domain/people/organisation.h"
#include "domain/sale/apply_receipt.h"
#include "domain/sale/sale.h"

namespace ayni {

/// An accepted lot (row 13): the buyer owes its value.
[[nodiscard]] std::vector<Leg> sale_legs(const Lot& lot);
/// What was lost of a lot that the buyer did not take: out of purchases, at cost.
[[nodiscard]] std::vector<Leg> loss_legs(Money lost, MembershipKind bought_from);
/// All that a liquidation posts as it comes in: lot by lot what the whole period makes of our own
/// value, what he says within the tolerance, what he takes off; and the residue of its total.
[[nodiscard]] std::vector<Leg> liquidation_legs(const Liquidation& liquidation,
                                                const std::vector<LiquidationLine>& lines);
/// Money from a buyer (rows 14 and 15), with what he took off, and what of it is an advance.
[[nodiscard]] std::vector<Leg> receipt_legs(const BuyerReceipt& receipt,
                                            const AppliedReceipt& applied);
/// The account on which differences are income: of a lot, or of what was bought for the buyer.
[[nodiscard]] AccountRole income_of(LotNumber lot) noexcept;

}  // namespace ayni
