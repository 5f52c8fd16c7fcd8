#pragma once

#include "app/settlement_contract.h"
#include "app/work.h"

namespace ayni {

/// What waits for the user beside milk and settlements: payments, proposals, the bank, the buyers,
/// the month. Each is told to whoever may carry out the act that settles it, and a proposal to
/// nobody who made it.
[[nodiscard]] std::vector<HomeItem> waiting_in_books(const View& view);

}  // namespace ayni
