#pragma once

#include "app/work.h"
#include "ledger/voucher.h"

namespace ayni {

/// Undoes the entry of a voucher by its reversal; the voucher says so, and its document may be
/// proposed again. Refused: `entry_not_by_hand`, at /entry, when a producer whose spoiled milk it
/// was is paid by now.
Result<void> reverse_voucher(Work& work, const Entry& entry, const std::string& reason);

}  // namespace ayni
