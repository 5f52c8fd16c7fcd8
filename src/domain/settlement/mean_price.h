#pragma once
// What a unit of milk brought on average.

#include "kernel/measure.h"
#include "kernel/money.h"

namespace ayni {

/// `milk` ÷ `quantity`, half to even; nothing for no quantity.
[[nodiscard]] Price mean_price(Money milk, Quantity quantity);

}  // namespace ayni
