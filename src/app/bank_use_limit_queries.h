#pragma once

#include "app/work.h"

namespace ayni {

/// Whether the law wants a payment of that day to go through a bank: from the amount of a dated
/// series of the organisation's own ("bank_use_limit") on, since every country has another. Where
/// no limit is known, none does.
[[nodiscard]] bool reaches_bank_use_limit(const View& view, Date day, Money amount);

}  // namespace ayni
