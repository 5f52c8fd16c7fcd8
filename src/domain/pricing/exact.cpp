#include "domain/pricing/exact.h"

#include "kernel/decimal.h"

namespace ayni {
namespace {

constexpr Wide least_wide = static_cast<Wide>(1) << 127;

Wide greatest_common_divisor(Wide a, Wide b) noexcept {
    while (b != 0) {
        const Wide rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

}  // namespace

Exact Exact::reduced(Wide numerator, Wide denominator) noexcept {
    Exact fraction;
    // The least of all numbers has no opposite, so no sign could be moved.
    if (numerator == least_wide || denominator == least_wide) denominator = 0;
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    const Wide common = denominator == 0 ? 1 : greatest_common_divisor(numerator, denominator);
    fraction.numerator_ = denominator == 0 ? 0 : numerator / common;
    fraction.denominator_ = denominator / common;
    return fraction;
}

Exact Exact::of(std::int64_t units, int places) noexcept {
    return reduced(units, power_of_ten(places));
}

Result<Exact> Exact::parse(std::string_view decimal) {
    const auto units = parse_decimal(decimal, 12);
    if (!units) return std::unexpected(units.error());
    return of(*units, 12);
}

Exact operator+(const Exact& a, const Exact& b) noexcept {
    Wide left = 0, right = 0, sum = 0, denominator = 0;
    const bool broken = __builtin_mul_overflow(a.numerator_, b.denominator_, &left) ||
                        __builtin_mul_overflow(b.numerator_, a.denominator_, &right) ||
                        __builtin_add_overflow(left, right, &sum) ||
                        __builtin_mul_overflow(a.denominator_, b.denominator_, &denominator);
    return Exact::reduced(sum, broken ? 0 : denominator);
}

Exact operator*(const Exact& a, const Exact& b) noexcept {
    Wide numerator = 0, denominator = 0;
    const bool broken = __builtin_mul_overflow(a.numerator_, b.numerator_, &numerator) ||
                        __builtin_mul_overflow(a.denominator_, b.denominator_, &denominator);
    return Exact::reduced(numerator, broken ? 0 : denominator);
}

Exact operator-(const Exact& a, const Exact& b) noexcept { return a + b * Exact{-1}; }

Exact operator/(const Exact& a, const Exact& b) noexcept {
    // A broken divisor has numerator 0 as well, and so breaks the quotient.
    return a * Exact::reduced(b.denominator_, b.numerator_);
}

bool operator<(const Exact& a, const Exact& b) noexcept {
    const Exact difference = a - b;
    return !difference.is_broken() && difference.numerator_ < 0;
}

Result<std::int64_t> Exact::rounded(int places, Rounding mode) const {
    Wide scaled = 0;
    if (is_broken() ||
        __builtin_mul_overflow(numerator_, static_cast<Wide>(power_of_ten(places)), &scaled))
        return refuse(Refusal::overflow);
    return narrow(divide(scaled, denominator_, mode));
}

Result<std::string> Exact::printed(int places, Rounding mode) const {
    const auto units = rounded(places, mode);
    if (!units) return std::unexpected(units.error());
    return print_decimal(*units, places);
}

}  // namespace ayni
