#pragma once
// What the books say when a debt to the organisation itself is entered by hand.

#include <vector>

#include "domain/settlement/settlement.h"

namespace ayni {

/// Against what an own credit is booked: what was handed over, or that it is older than the books.
enum class DebtAgainst {
    opening,       ///< the debt was there before the books began -> surplus
    bank,          ///< money by transfer
    cash,          ///< money in hand
    sales_inputs,  ///< goods sold on credit that never stood in the store: a voucher has their cost
};
BOOST_DESCRIBE_ENUM(DebtAgainst, opening, bank, cash, sales_inputs)

/// Whether it is the organisation's own credit (advance, input, loan), so that entering it posts.
/// Of a third party's claim, a pledge of capital, a retention… nothing is owed to us yet.
[[nodiscard]] bool is_own_credit(DeductionKind kind) noexcept;

/// The legs of an own credit (posting table rows 54, 56, 64; 26 and 55b but for the cost): its
/// receivable @party, with the obligation as the item, and the counter-account. Agreed interest of
/// a loan stands in `interest_receivable`, earned as `interest_income`; at the opening it came from
/// `surplus`, too.
[[nodiscard]] std::vector<Leg> debt_legs(const Obligation& debt, DebtAgainst against);

}  // namespace ayni
