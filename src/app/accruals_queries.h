#pragma once

#include "app/work.h"
#include "domain/settlement/accrue_milk.h"

namespace ayni {

/// A settlement that was posted with a date before a month's end takes the place of what was
/// accrued for its days: both entries of the accrual are reversed, each on its own day. What it did
/// not take in of the month is accrued anew.
void replace_accruals(Work& work, ProductId product, Period settled);
/// A settlement that was posted with the record `posted_at` is withdrawn: what it replaced is
/// accrued anew, with what else is unsettled of the month.
void restore_accruals(Work& work, ProductId product, Period withdrawn, std::int64_t posted_at);
/// The accrual that an entry made, unless it is cancelled.
[[nodiscard]] std::optional<Accrual> find_accrual(const View& view, EntryNumber entry);
/// Reverses both of its entries, each on its own day.
void cancel_accrual(Work& work, const Accrual& accrual);

}  // namespace ayni
