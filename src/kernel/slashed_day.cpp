#include "kernel/slashed_day.h"

#include <fmt/format.h>

namespace ayni {
namespace {

// The number that these digits are; nothing unless there are so many of them.
std::optional<int> number_of(std::string_view digits, std::size_t least,
                             std::size_t most) noexcept {
    if (digits.size() < least || digits.size() > most) return std::nullopt;
    int number = 0;
    for (char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

}  // namespace

std::optional<SlashedDay> read_slashed(std::string_view text) noexcept {
    const auto one = text.find('/');
    const auto two = one == text.npos ? text.npos : text.find('/', one + 1);
    if (two == text.npos) return std::nullopt;
    const auto first = number_of(text.substr(0, one), 1, 2),
               second = number_of(text.substr(one + 1, two - one - 1), 1, 2),
               year = number_of(text.substr(two + 1), 4, 4);
    if (!first || !second || !year) return std::nullopt;
    return SlashedDay{*first, *second, *year};
}

std::optional<Date> day_first(SlashedDay written) {
    const auto date = parse_date(
        fmt::format("{:04}-{:02}-{:02}", written.year, written.second, written.first));
    return date ? std::optional(*date) : std::nullopt;
}

void DayOrder::see(SlashedDay written) noexcept {
    const bool first_can_be_month = written.first >= 1 && written.first <= 12;
    const bool second_can_be_month = written.second >= 1 && written.second <= 12;
    seen_ = seen_ || (first_can_be_month && second_can_be_month);
    day_first_ = day_first_ || (second_can_be_month && written.first > 12 && written.first <= 31);
    month_first_ = month_first_ ||
                   (first_can_be_month && written.second > 12 && written.second <= 31);
}

}  // namespace ayni
