#pragma once
// What a buyer may expect on the days to come, by what left for him before.

#include <span>
#include <vector>

#include "kernel/date.h"
#include "kernel/measure.h"

namespace ayni {

/// What left on a day.
struct DayQuantity {
    Date day;
    Quantity quantity;  ///< in the product's unit
    bool operator==(const DayQuantity&) const = default;
};

/// How many weeks are looked back on.
inline constexpr int usual_weeks = 4;

/// For each of the `days` days after `today`, the mean of what left on the same day of the last
/// four weeks, rounded half-even to a thousandth: a day on which nothing left counts as nothing,
/// one before anything ever left does not count. `left` is in any order, several a day are added
/// up, what is after `today` is left out. Empty when nothing left in those weeks.
[[nodiscard]] std::vector<DayQuantity> usual_arrivals(std::span<const DayQuantity> left, Date today,
                                                      int days);

}  // namespace ayni
