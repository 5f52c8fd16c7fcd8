#pragma once

#include <string>

#include "edge/demo_rows.h"

namespace ayni {

/// Of the books that are kept: from the day before they begin to the end of August.
inline constexpr std::int64_t demo_days = 63;

/// What an accountant does with the rest of July and August 2025, day by day, from the files of
/// `folder`: vouchers, the store of inputs, payments and what became of them, the bank's statements
/// and what their lines were, depreciation, the milk that is not settled, and both months closed.
/// Stops before the first answer of the bank that is not in the folder: a bank answers what it was
/// sent, so that its files are made step by step. Each day is a step.
[[nodiscard]] Result<void> keep_demo_books(DemoTeller& teller, const std::string& folder,
                                           Steps& steps);

}  // namespace ayni
