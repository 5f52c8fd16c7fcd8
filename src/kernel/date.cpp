#include "kernel/date.h"

#include <charconv>
#include <chrono>

#include "kernel/check.h"

namespace ayni {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::int64_t day_milliseconds = 86'400'000;

// Digits only: from_chars alone would take a sign.
int number_at(std::string_view text, std::size_t at, std::size_t length) {
    int value = 0;
    for (char c : text.substr(at, length)) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

year_month_day calendar(Date date) { return sys_days{std::chrono::days{date.days}}; }

// With zeros in front, which stand behind a sign.
std::string padded(std::int64_t number, std::size_t width) {
    auto text = std::to_string(number);
    const std::size_t sign = number < 0 ? 1 : 0;
    if (text.size() < width) text.insert(sign, width - text.size(), '0');
    return text;
}

}  // namespace

Result<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return refuse(Refusal::not_a_date);
    const int y = number_at(text, 0, 4), m = number_at(text, 5, 2), d = number_at(text, 8, 2);
    if (y < 1900 || y > 2199 || m < 1 || d < 1) return refuse(Refusal::not_a_date);
    const year_month_day parsed{year{y}, month{static_cast<unsigned>(m)},
                                day{static_cast<unsigned>(d)}};
    if (!parsed.ok()) return refuse(Refusal::not_a_date);
    return Date{static_cast<std::int32_t>(sys_days{parsed}.time_since_epoch().count())};
}

std::string print(Date date) {
    const auto [y, m, d] = civil(date);
    return padded(y, 4) + '-' + padded(m, 2) + '-' + padded(d, 2);
}

CivilDay civil(Date date) noexcept {
    const auto parts = calendar(date);
    return {int{parts.year()}, static_cast<int>(unsigned{parts.month()}),
            static_cast<int>(unsigned{parts.day()})};
}

Date date_of(CivilDay civil_day) {
    // The calendar's types are small: month 257 would wrap into January.
    CHECK(civil_day.month >= 1 && civil_day.month <= 12 && civil_day.day >= 1 &&
          civil_day.day <= 31);
    CHECK(civil_day.year >= -32767 && civil_day.year <= 32767);
    const year_month_day parts{year{civil_day.year}, month{static_cast<unsigned>(civil_day.month)},
                               day{static_cast<unsigned>(civil_day.day)}};
    CHECK(parts.ok());
    return Date{static_cast<std::int32_t>(sys_days{parts}.time_since_epoch().count())};
}

Period month_of(Date date) noexcept {
    const auto parts = calendar(date);
    const Date first = date - static_cast<int>(unsigned{parts.day()}) + 1;
    const std::chrono::year_month_day_last end{parts.year(),
                                               std::chrono::month_day_last{parts.month()}};
    return {first, first + static_cast<int>(unsigned{end.day()}) - 1};
}

Period fortnight_of(Date date) noexcept {
    const auto month = month_of(date);
    if (date < month.first + 15) return {month.first, month.first + 14};
    return {month.first + 15, month.last};
}

Result<Instant> parse_instant(std::string_view text) {
    if (text.size() != 24 || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
        text[19] != '.' || text[23] != 'Z')
        return refuse(Refusal::not_an_instant);
    const auto date = parse_date(text.substr(0, 10));
    const int hours = number_at(text, 11, 2), minutes = number_at(text, 14, 2);
    const int seconds = number_at(text, 17, 2), milliseconds = number_at(text, 20, 3);
    if (!date || hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 ||
        seconds > 59 || milliseconds < 0)
        return refuse(Refusal::not_an_instant);
    return Instant{date->days * day_milliseconds +
                   ((hours * 60 + minutes) * 60 + seconds) * 1000LL + milliseconds};
}

std::string print(Instant instant) {
    std::int64_t days = instant.milliseconds / day_milliseconds;
    std::int64_t rest = instant.milliseconds % day_milliseconds;
    if (rest < 0) rest += day_milliseconds, --days;
    const auto second = rest / 1000;
    return print(Date{static_cast<std::int32_t>(days)}) + 'T' + padded(second / 3600, 2) + ':' +
           padded(second / 60 % 60, 2) + ':' + padded(second % 60, 2) + '.' +
           padded(rest % 1000, 3) + 'Z';
}

}  // namespace ayni
