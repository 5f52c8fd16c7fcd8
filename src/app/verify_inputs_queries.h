#pragma once
// What came into the store of inputs and left it, held against its entries.

#include "app/verify_queries.h"
#include "app/work.h"

namespace ayni {

/// Each movement has the entry that it says, and none if nothing moved. `find` is told
/// ("input_movement", "3/entry").
void verify_inputs(const View& view, const Find& find);

}  // namespace ayni
