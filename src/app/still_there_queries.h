#pragma once

#include "app/work.h"
#include "ledger/entry.h"

namespace ayni {

/// Whether what an entry brought is still there, so that it can be undone: what was put into the
/// petty cash or advanced, a claim and the compensation behind it, what a buyer owes, what a
/// supplier or producer is owed, a share.
/// Refused: `entry_not_by_hand` at `where`, with what is left of it.
[[nodiscard]] Result<void> check_still_there(const View& view, const Entry& entry,
                                             const std::string& where);

/// What was compensated in all years and is not claimed of anybody: the end of a year takes nothing
/// from it.
[[nodiscard]] Money unclaimed_compensations(const View& view);

}  // namespace ayni
