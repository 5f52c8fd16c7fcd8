#pragma once
// A day as the spreadsheets of our countries write it: "3/4/2025" is the third of April. Elsewhere
// the month stands first, so the days of one file are looked at together.

#include <optional>
#include <string_view>

#include "kernel/date.h"

namespace ayni {

/// The numbers of "31/03/2025" or "3/4/2025" as they stand.
struct SlashedDay {
    int first = 0, second = 0, year = 0;
};

/// One or two digits, twice, and four of the year; nothing for any other text.
[[nodiscard]] std::optional<SlashedDay> read_slashed(std::string_view text) noexcept;

/// With the day first; nothing if there is no such day.
[[nodiscard]] std::optional<Date> day_first(SlashedDay written);

/// What the days of a file, seen one by one, tell of their order.
class DayOrder {
public:
    void see(SlashedDay written) noexcept;
    /// Some day can only have the month first: then none of them is read.
    [[nodiscard]] bool is_month_first() const noexcept { return month_first_; }
    /// None of them tells: all are read with the day first, and the person should look at them.
    [[nodiscard]] bool is_assumed() const noexcept { return seen_ && !day_first_; }

private:
    bool seen_ = false, day_first_ = false, month_first_ = false;
};

}  // namespace ayni
