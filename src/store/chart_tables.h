#pragma once
// The table of charts of accounts.

#include "ledger/chart.h"
#include "store/rows.h"

namespace ayni {

template <>
const Table& table_of<Chart>();

}  // namespace ayni
