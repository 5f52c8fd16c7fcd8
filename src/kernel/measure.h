#pragma once
// What is measured and what it costs, each in its own type and whole units.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "kernel/money.h"
#include "kernel/result.h"
#include "kernel/wide.h"

namespace ayni {

/// Thousandths of a product's unit: grams of kg, millilitres of l.
struct Quantity {
    std::int64_t thousandths = 0;
    auto operator<=>(const Quantity&) const = default;
    friend constexpr Quantity operator+(Quantity a, Quantity b) noexcept {
        return {a.thousandths + b.thousandths};
    }
    friend constexpr Quantity operator-(Quantity a, Quantity b) noexcept {
        return {a.thousandths - b.thousandths};
    }
    constexpr Quantity& operator+=(Quantity b) noexcept {
        thousandths += b.thousandths;
        return *this;
    }
};

/// Millionths of the currency's major unit, per unit of the product. May be negative (a penalty).
struct Price {
    std::int64_t millionths = 0;
    auto operator<=>(const Price&) const = default;
    friend constexpr Price operator+(Price a, Price b) noexcept {
        return {a.millionths + b.millionths};
    }
    friend constexpr Price operator-(Price a, Price b) noexcept {
        return {a.millionths - b.millionths};
    }
    constexpr Price& operator+=(Price b) noexcept {
        millionths += b.millionths;
        return *this;
    }
};

/// Millionths: 0.40 is 400,000. What it is a rate of, and per what time, its field says.
struct Rate {
    std::int64_t millionths = 0;
    auto operator<=>(const Rate&) const = default;
};

/// Largest quantity, price (major units) and rate that are taken in from outside; with them no
/// product of two leaves 128 bits and no price times quantity leaves 64.
inline constexpr std::int64_t largest_quantity = 1'000'000'000'000;
inline constexpr std::int64_t largest_price = 1'000'000'000'000;
inline constexpr std::int64_t largest_rate = 1'000'000'000'000;

/// Decimal text with at most 3 (quantity) or 6 (price, rate) places. Refused: as `parse_decimal`,
/// and `out_of_range` beyond the largest.
[[nodiscard]] Result<Quantity> parse_quantity(std::string_view text);
[[nodiscard]] Result<Price> parse_price(std::string_view text);
[[nodiscard]] Result<Rate> parse_rate(std::string_view text);
/// At least 3 decimals for quantities ("10.300"), 2 for prices and rates ("1.45", "0.0018").
[[nodiscard]] std::string print(Quantity quantity);
[[nodiscard]] std::string print(Price price);
[[nodiscard]] std::string print(Rate rate);

/// quantity x price before any rounding, in units of 10^-9 of the currency's major unit.
[[nodiscard]] constexpr Wide unrounded_value(Quantity quantity, Price price) noexcept {
    return static_cast<Wide>(quantity.thousandths) * price.millionths;
}
/// An unrounded value (10^-9 major units) as money; refused: `overflow`.
[[nodiscard]] Result<Money> round_value(Wide billionths, Currency currency, Rounding mode);
/// quantity x price, rounded once. Refused: `overflow`.
[[nodiscard]] Result<Money> value_of(Quantity quantity, Price price, Currency currency,
                                     Rounding mode);
/// amount x rate, rounded once. Refused: `overflow`.
[[nodiscard]] Result<Money> share_of(Money amount, Rate rate, Rounding mode);

}  // namespace ayni
