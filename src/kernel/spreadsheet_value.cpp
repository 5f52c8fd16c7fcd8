#include "kernel/spreadsheet_value.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "kernel/date.h"
#include "kernel/decimal.h"

namespace ayni {
namespace {

constexpr int shown_digits = 15, largest_exponent = 30;

// digits x 10^exponent
struct Number {
    bool negative = false;
    std::string digits;
    int exponent = 0;
};

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

std::optional<Number> read(std::string_view text) {
    Number number;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        number.negative = text.front() == '-';
        text.remove_prefix(1);
    }
    bool behind_point = false;
    while (!text.empty() && (is_digit(text.front()) || (text.front() == '.' && !behind_point))) {
        if (text.front() == '.') {
            behind_point = true;
        } else {
            number.digits += text.front();
            if (behind_point) --number.exponent;
        }
        text.remove_prefix(1);
    }
    if (number.digits.empty() || number.digits.size() > 400) return std::nullopt;
    if (text.empty()) return number;
    if (text.front() != 'e' && text.front() != 'E') return std::nullopt;
    text.remove_prefix(1);
    if (text.starts_with('+')) text.remove_prefix(1);
    int exponent = 0;
    const std::string rest(text);
    const auto* end = rest.data() + rest.size();
    const auto [stop, error] = std::from_chars(rest.data(), end, exponent);
    if (error != std::errc{} || stop != end || exponent < -400 || exponent > 400)
        return std::nullopt;
    number.exponent += exponent;
    return number;
}

void round(Number& number) {
    number.digits.erase(0, std::min(number.digits.find_first_not_of('0'), number.digits.size()));
    const auto extra = static_cast<int>(number.digits.size()) - shown_digits;
    if (extra > 0) {
        const bool up = number.digits[shown_digits] >= '5';
        number.digits.resize(shown_digits);
        number.exponent += extra;
        for (auto at = number.digits.rbegin(); up && at != number.digits.rend(); ++at) {
            if (*at != '9') {
                ++*at;
                break;
            }
            *at = '0';
            if (at + 1 == number.digits.rend()) {
                number.digits.insert(0, 1, '1');
                break;
            }
        }
    }
    while (!number.digits.empty() && number.digits.back() == '0') {
        number.digits.pop_back();
        ++number.exponent;
    }
    if (number.digits.empty()) number = {};
}

}  // namespace

std::optional<std::string> spreadsheet_number(std::string_view stored) {
    auto number = read(stored);
    if (!number) return std::nullopt;
    round(*number);
    if (number->digits.empty()) return "0";
    const auto places = -number->exponent;
    const auto length = static_cast<int>(number->digits.size());
    if (number->exponent > largest_exponent || places > largest_exponent + length)
        return std::nullopt;
    auto text = number->digits;
    if (places <= 0)
        text.append(static_cast<std::size_t>(-places), '0');
    else if (places < length)
        text.insert(static_cast<std::size_t>(length - places), 1, '.');
    else
        text.insert(0, "0." + std::string(static_cast<std::size_t>(places - length), '0'));
    return (number->negative ? "-" : "") + text;
}

std::optional<std::string> spreadsheet_day(std::string_view stored, bool since_1904) {
    const auto plain = spreadsheet_number(stored);
    if (!plain || plain->starts_with('-')) return std::nullopt;
    // Nine places are less than a tenth of a millisecond; further ones are noise.
    constexpr int places = 9;
    const auto point = plain->find('.');
    const auto whole = parse_decimal(plain->substr(0, point), 0);
    if (!whole || *whole > 110'000) return std::nullopt;
    std::int64_t fraction = 0;
    if (point != std::string::npos) {
        const auto read = parse_decimal("0" + plain->substr(point, places + 1), places);
        if (!read) return std::nullopt;
        fraction = *read;
    }
    auto seconds = (fraction * 86'400 + 500'000'000) / 1'000'000'000;
    auto serial = static_cast<int>(*whole);
    if (seconds == 86'400) {
        seconds = 0;
        ++serial;
    }
    const auto base = date_of(since_1904 ? CivilDay{1904, 1, 1} : CivilDay{1900, 1, 1});
    if (!since_1904 && (serial < 1 || serial == 60)) return std::nullopt;
    const auto day = since_1904 ? base + serial : base + (serial < 60 ? serial - 1 : serial - 2);
    if (!parse_date(print(day))) return std::nullopt;
    if (seconds == 0) return print(day);
    return fmt::format("{} {:02}:{:02}:{:02}", print(day), seconds / 3600, seconds / 60 % 60,
                       seconds % 60);
}

bool shows_day(std::string_view format) noexcept {
    char closing = 0;
    for (std::size_t i = 0; i < format.size(); ++i) {
        const char c = format[i];
        if (closing) {
            if (c == closing) closing = 0;
        } else if (c == '"') {
            closing = '"';
        } else if (c == '[') {
            closing = ']';
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == 'd' || c == 'D' || c == 'y' || c == 'Y') {
            return true;
        }
    }
    return false;
}

}  // namespace ayni
