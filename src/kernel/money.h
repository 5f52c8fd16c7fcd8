#pragma once
// Whole minor units and a currency. There is no division: a rounding is a named decision.

#include <compare>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "kernel/currency.h"
#include "kernel/wide.h"

namespace ayni {

/// An amount in minor units (céntimos of PEN). Sums of different currencies, and sums beyond
/// 64 bits, stop the program; amounts from outside are bounded by `largest_amount` when read.
struct Money {
    std::int64_t minor = 0;
    Currency currency;

    constexpr Money() = default;
    constexpr Money(std::int64_t minor_units, Currency in) : minor(minor_units), currency(in) {}
    // A fraction of a céntimo would be lost without a word.
    template <std::floating_point F>
    Money(F, Currency) = delete;

    [[nodiscard]] constexpr bool is_zero() const noexcept { return minor == 0; }
    [[nodiscard]] constexpr bool is_negative() const noexcept { return minor < 0; }
    bool operator==(const Money&) const = default;
};

/// The largest amount that is taken in from outside: ten million million minor units, so that a
/// hundred thousand of them can be added without overflow.
inline constexpr std::int64_t largest_amount = 10'000'000'000'000;

[[nodiscard]] Money operator+(Money a, Money b);
[[nodiscard]] Money operator-(Money a, Money b);
[[nodiscard]] Money operator-(Money a);
Money& operator+=(Money& a, Money b);
Money& operator-=(Money& a, Money b);
/// Order within one currency; stops on two.
[[nodiscard]] bool operator<(Money a, Money b);
[[nodiscard]] Money least(Money a, Money b);

/// "123.45" with the currency's decimals. Refused: as `parse_decimal`, and `out_of_range` beyond
/// `largest_amount`.
[[nodiscard]] Result<Money> parse_money(std::string_view text, Currency currency);
/// "123.45", without the currency.
[[nodiscard]] std::string print_amount(Money amount);

}  // namespace ayni
