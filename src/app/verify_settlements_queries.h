#pragma once
// Settlements held against their statements, entries, debts and records, and priced again.

#include "app/verify_records_queries.h"

namespace ayni {

/// Whether prices can be computed again: where rows are missing, or are not as they were, what
/// refers to them is left out.
enum class Pricing { computed_again, left_out };

/// Every settlement of the organisation; counts them into `counts`.
void verify_settlements(const View& view, const RecordChecker& records, Pricing pricing,
                        Verification& counts, const Find& find, const Looked& looked);

}  // namespace ayni
