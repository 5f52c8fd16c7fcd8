#pragma once
// A civil day of the organisation's own calendar, and an instant in UTC. Neither knows a clock.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "kernel/result.h"

namespace ayni {

/// Days since 1970-01-01. Text: "2025-03-01".
struct Date {
    std::int32_t days = 0;
    auto operator<=>(const Date&) const = default;
    friend constexpr Date operator+(Date date, int count) noexcept { return {date.days + count}; }
    friend constexpr Date operator-(Date date, int count) noexcept { return {date.days - count}; }
    friend constexpr int operator-(Date a, Date b) noexcept { return a.days - b.days; }
};

/// Year, month 1..12, day 1..31 of a date.
struct CivilDay {
    int year = 1970, month = 1, day = 1;
};

/// Days from `first` to `last`, both included.
struct Period {
    Date first, last;
    auto operator<=>(const Period&) const = default;
    [[nodiscard]] constexpr bool contains(Date day) const noexcept {
        return first <= day && day <= last;
    }
    [[nodiscard]] constexpr bool overlaps(Period other) const noexcept {
        return first <= other.last && other.first <= last;
    }
    [[nodiscard]] constexpr int days() const noexcept { return last - first + 1; }
};

/// UTC milliseconds since 1970. Text: "2025-03-01T04:30:00.000Z".
struct Instant {
    std::int64_t milliseconds = 0;
    auto operator<=>(const Instant&) const = default;
};

/// Refused: `not_a_date` for anything but a real day of 1900..2199 as YYYY-MM-DD.
[[nodiscard]] Result<Date> parse_date(std::string_view text);
[[nodiscard]] std::string print(Date date);
[[nodiscard]] CivilDay civil(Date date) noexcept;
/// The date of a civil day; stops on a day that does not exist.
[[nodiscard]] Date date_of(CivilDay day);
/// The fortnight of the calendar that holds the day: 1..15, or 16..end of month.
[[nodiscard]] Period fortnight_of(Date day) noexcept;
/// The month of the calendar that holds the day.
[[nodiscard]] Period month_of(Date day) noexcept;

/// Refused: `not_an_instant`.
[[nodiscard]] Result<Instant> parse_instant(std::string_view text);
[[nodiscard]] std::string print(Instant instant);

}  // namespace ayni
