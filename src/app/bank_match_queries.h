#pragma once

#include "app/banking_contract.h"
#include "app/work.h"
#include "ledger/voucher.h"

namespace ayni {

Result<void> match_line(Work& work, const MatchLine& command);
Result<void> explain_line(Work& work, const ExplainLine& command);
Result<void> unmatch_line(Work& work, const UnmatchLine& command);

/// A voucher that explains a line was booked: its entry stands on the line.
void match_voucher(Work& work, VoucherNumber voucher, EntryNumber entry);

}  // namespace ayni
