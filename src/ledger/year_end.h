#pragma once

#include <vector>

#include "ledger/entry.h"

namespace ayni {

/// The legs that take what is left of every account of income and expense to the surplus (posting
/// table row 66), each in its currency. None when they all stand at zero.
[[nodiscard]] std::vector<Leg> year_end_legs(const Balances& balances);

}  // namespace ayni
