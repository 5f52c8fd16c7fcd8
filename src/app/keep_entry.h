#pragma once

#include "app/work.h"
#include "ledger/entry.h"

namespace ayni {

/// The number that the organisation's next entry will have: no gaps.
[[nodiscard]] EntryNumber next_entry(Work& work);
/// Writes a numbered, balanced entry into the book, with the position of the command's record.
void keep_entry(Work& work, Entry& entry);

}  // namespace ayni
