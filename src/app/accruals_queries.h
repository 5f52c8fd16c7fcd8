#pragma once

#include "app/work.h"
#include "domain/settlement/accrue_milk.h"
#include "domain/settlement/settlement.h"

namespace ayni {

/// A settlement that was posted with a date before a month's end takes the place of what was
/// accrued for its days: both entries of the accrual are reversed, each on its own day. What it did
/// not take in of the month is accrued anew. Refused: as the pricing of that milk; then the accrual
/// has to be undone by hand before.
[[nodiscard]] Result<void> replace_accruals(Work& work, ProductId product, Period settled);
/// A settlement is withdrawn: what it replaced is accrued anew, with what else is unsettled of the
/// month; not what was undone by hand. Refused: likewise.
[[nodiscard]] Result<void> restore_accruals(Work& work, const Settlement& withdrawn);
/// Whether what no settlement has taken in by the end of a month stands accrued there, as it is
/// worth now; also when there is nothing. Refused: as the pricing of that milk.
[[nodiscard]] Result<bool> is_accrued(const View& view, const Product& product, Date month_end);
/// The accrual that an entry made, unless it is cancelled.
[[nodiscard]] std::optional<Accrual> find_accrual(const View& view, EntryNumber entry);
/// Reverses both of its entries, each on its own day, by hand.
void undo_accrual(Work& work, const Accrual& accrual);

}  // namespace ayni
