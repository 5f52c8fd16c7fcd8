#pragma once

#include "kernel/date.h"
#include "kernel/result.h"

namespace ayni {

/// Nobody who is a member today joined earlier, and nothing that has begun is further ahead than
/// what the next month brings.
inline constexpr Date oldest_begun_day{-7305};  // 1950-01-01
inline constexpr int begun_days_ahead = 31;

/// The day on which something began that is a fact by now: a membership, a registration, a
/// signature, a value that somebody published. Refused: `day_not_plausible`, at `where`.
[[nodiscard]] Result<void> check_begun_day(Date day, Date today, std::string where);

}  // namespace ayni
