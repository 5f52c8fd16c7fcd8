#pragma once
// The answer of a query, printed as its plan says.

#include <functional>

#include "edge/papers/printed_table.h"
#include "edge/papers/table_plan.h"
#include "kernel/json.h"

namespace ayni {

/// A value as it stands in a cell: choices in the reader's words, times by the organisation's
/// clocks, a list as one text.
[[nodiscard]] PrintedCell cell_of(const Shape& shape, const Json* value, const PrintedHead& head);

/// Replaces an answer by the next part of its rows; false when there are no more.
using NextRows = std::function<Result<bool>(Json& answer)>;

/// Writes the answer of a query (`output` is its shape). Sums are of amounts in one currency each.
/// Refused: as `next`.
[[nodiscard]] Result<void> print_answer(const TablePlan& plan, const Shape& output, Json answer,
                                        const NextRows& next, const PrintedHead& head,
                                        TableWriter& writer);

}  // namespace ayni
