#pragma once

#include "kernel/date.h"
#include "kernel/result.h"

namespace ayni {

/// No agreement of a running co-operative is older, and none is made further ahead than two years.
inline constexpr Date oldest_agreed_day{7305};  // 1990-01-01
inline constexpr int agreed_days_ahead = 2 * 366;

/// The day from which terms count, or something owed is due. Refused: `day_not_plausible`, at
/// `where`.
[[nodiscard]] Result<void> check_agreed_day(Date day, Date today, std::string where);

}  // namespace ayni
