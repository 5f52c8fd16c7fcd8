#pragma once
// What one person proposed and another decides: vouchers, shares given back, the surplus of a year.

#include "app/lookup_queries.h"
#include "app/work.h"
#include "ledger/voucher.h"

namespace ayni {

/// What became of what was proposed.
struct Decision {
    VoucherState state = VoucherState::posted;
    std::string reason = {};  ///< of what was sent back or reversed
    EntryNumber entry = {};   ///< that it made, or that was reversed; none: it was sent back
};

/// Keeps the decision, and who made it, in the row of that number. The table is a name of our own,
/// never input.
void keep_decision(Work& work, std::string_view table, std::int64_t number,
                   const Decision& decision);

/// Shows what the row has of a decision.
template <class Row, class Shown>
void show_decision(const View& view, const Row& row, Shown& shown) {
    if (!row.decided_by.is_none()) shown.decided_by = login_of(view, row.decided_by);
    if (!row.reason.empty()) shown.reason = row.reason;
    if (!row.entry.is_none()) shown.entry = row.entry;
}

}  // namespace ayni
