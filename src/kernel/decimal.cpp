#include "kernel/decimal.h"

#include <array>

#include "kernel/check.h"
#include "kernel/text.h"
#include "kernel/wide.h"

namespace ayni {

std::int64_t power_of_ten(int exponent) noexcept {
    static constexpr auto powers = [] {
        std::array<std::int64_t, 19> made{1};
        for (std::size_t i = 1; i < made.size(); ++i) made[i] = made[i - 1] * 10;
        return made;
    }();
    CHECK(exponent >= 0 && exponent <= 18);
    return powers[static_cast<std::size_t>(exponent)];
}

Result<std::int64_t> parse_decimal(std::string_view text, int places) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const auto dot = text.find('.');
    const auto whole = text.substr(0, dot);
    auto fraction = dot == text.npos ? std::string_view{} : text.substr(dot + 1);
    if (whole.empty() || !all_digits(whole) || !all_digits(fraction))
        return refuse(Refusal::not_a_decimal);
    if (dot != text.npos && fraction.empty()) return refuse(Refusal::not_a_decimal);
    while (fraction.size() > static_cast<std::size_t>(places) && fraction.ends_with('0'))
        fraction.remove_suffix(1);
    if (fraction.size() > static_cast<std::size_t>(places))
        return refuse(Refusal::too_many_decimals);
    if (whole.size() > 20) return refuse(Refusal::overflow);
    Wide value = 0;
    for (char c : whole) value = value * 10 + (c - '0');
    for (char c : fraction) value = value * 10 + (c - '0');
    value *= power_of_ten(places - static_cast<int>(fraction.size()));
    return narrow(negative ? -value : value);
}

std::string print_decimal(std::int64_t value, int places, int least_places) {
    // The smallest int64 has no positive twin; unsigned arithmetic has one.
    auto rest = value < 0 ? 0 - static_cast<std::uint64_t>(value)
                          : static_cast<std::uint64_t>(value);
    char digits[24];
    int at = sizeof digits;
    int written = 0;
    if (least_places < 0) least_places = places;
    while (places > least_places && rest % 10 == 0) rest /= 10, --places;
    while (rest != 0 || written <= places) {
        if (written == places && places > 0) digits[--at] = '.';
        digits[--at] = static_cast<char>('0' + rest % 10);
        rest /= 10;
        ++written;
    }
    if (value < 0) digits[--at] = '-';
    return std::string(digits + at, digits + sizeof digits);
}

}  // namespace ayni
