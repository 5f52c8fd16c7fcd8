#pragma once
// Which days to settle next.

#include <vector>

#include "kernel/date.h"

namespace ayni {

/// The days to settle next, of which `first_milk` is one: as long as what was settled last before
/// them (a calendar month, a fortnight, or as many days), and none that is settled already. The
/// settled periods do not overlap; `first_milk` lies in none of them.
[[nodiscard]] Period usual_period(const std::vector<Period>& settled, Date first_milk);

}  // namespace ayni
