#pragma once

#include "app/work.h"
#include "domain/settlement/accrue_milk.h"

namespace ayni {

/// A settlement that was posted with a date before a month's end takes the place of what was
/// accrued for its days: both entries of the accrual are reversed, each on its own day.
void replace_accruals(Work& work, ProductId product, Period settled);

}  // namespace ayni
