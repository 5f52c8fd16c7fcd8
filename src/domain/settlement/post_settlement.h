#pragma once
// What a posted settlement says in the books: one balanced entry for each producer.

#include "domain/settlement/settle.h"
#include "ledger/entry.h"

namespace ayni {

/// The account that a deduction of this kind is credited to.
[[nodiscard]] AccountRole account_of(DeductionKind kind) noexcept;

/// The legs of one statement (posting table rows 1 to 8, 11, 12): purchases at gross (from members,
/// then from others; where it was bought for a buyer, a claim of him about the producer), each
/// difference against him moved from purchases to what he owes, one leg for each deduction that
/// took something, the net to `producer_payable`. Zero legs are left out; there are none at all
/// when nothing moves (only rejected milk), and then no entry is made.
/// The caller numbers and dates the entry. Where differences against him were found (`receivable`
/// is not zero) he makes one obligation of them and names it as `correction`: the item that these
/// legs open, and close as far as it was taken back at once.
[[nodiscard]] std::vector<Leg> settlement_legs(const StatementFigures& statement,
                                               ObligationNumber correction = {},
                                               PartyId bought_for = {});

}  // namespace ayni
