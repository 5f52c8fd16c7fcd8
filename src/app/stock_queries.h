#pragma once

#include "app/work.h"
#include "ledger/entry.h"

namespace ayni {

/// Reverses the entry by which a lot was recorded or released: it is out of the store again, or
/// back in it. Refused: `entry_not_by_hand` when the entry is no lot's or the lot was released
/// since; `code_taken` when another lot of that name is in the store now.
[[nodiscard]] Result<void> reverse_stock(Work& work, const Entry& entry);

}  // namespace ayni
