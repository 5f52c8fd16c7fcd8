#pragma once

#include "domain/collection/delivery.h"
#include "kernel/result.h"

namespace ayni {

/// No smallholder hands over more than 20 t of anything at once: a decimal point was forgotten.
inline constexpr Quantity largest_delivery{20'000'000};
/// Records older than this are no milk of a running co-operative; tomorrow's are a wrong clock.
inline constexpr int oldest_delivery_days = 3 * 366;

/// Refused: `quantity_not_positive` `quantity_absurd` (at /quantity), `day_not_plausible` (at /day:
/// more than three years old, or after `today`).
[[nodiscard]] Result<void> check_delivery(Date day, Quantity quantity, Date today);
/// The day alone.
[[nodiscard]] Result<void> check_day(Date day, Date today);

/// How far back the last three analyses of a supplier are looked for.
inline constexpr int analysis_window_days = 92;
/// The days whose price analyses of these days may change: their own, and those after them that go
/// by the last three.
[[nodiscard]] constexpr Period reach_of_analyses(Period days) noexcept {
    return {days.first, days.last + analysis_window_days};
}

}  // namespace ayni
