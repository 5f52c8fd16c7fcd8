#pragma once

#include "app/verify_queries.h"
#include "app/work.h"

namespace ayni {

/// What is sold says what its entries say: the value of each accepted lot, what was posted of each
/// liquidation's lines (which are as they came in), the ends of disputes, receipts. Finds
/// "lot_entry", "liquidation_lines", "liquidation_entry", "decision_entry", "receipt_entry".
void verify_sales(const View& view, const Find& find);

}  // namespace ayni
