#pragma once
// Exact fractions, so that a field formula of several steps is rounded once, where it says.

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "kernel/result.h"
#include "kernel/wide.h"

namespace ayni {

/// A fraction in lowest terms. One that was divided by zero, or that left 128 bits, is broken: it
/// stays so through every further step, and is refused where it would be rounded.
class Exact {
public:
    constexpr Exact() = default;
    // A whole number is a fraction; formulas read as they do in the handbook.
    constexpr Exact(std::int64_t whole) noexcept : numerator_(whole) {}
    // A binary fraction is not what was meant by 0.1.
    template <std::floating_point F>
    Exact(F) = delete;

    /// `units` x 10^-`places`: of(285, 1) is 28.5. Places 0..18.
    [[nodiscard]] static Exact of(std::int64_t units, int places) noexcept;
    /// A decimal text of at most 12 places. Refused: as `parse_decimal`.
    [[nodiscard]] static Result<Exact> parse(std::string_view decimal);

    friend Exact operator+(const Exact& a, const Exact& b) noexcept;
    friend Exact operator-(const Exact& a, const Exact& b) noexcept;
    friend Exact operator*(const Exact& a, const Exact& b) noexcept;
    friend Exact operator/(const Exact& a, const Exact& b) noexcept;
    friend bool operator==(const Exact&, const Exact&) = default;
    friend bool operator<(const Exact& a, const Exact& b) noexcept;

    [[nodiscard]] bool is_broken() const noexcept { return denominator_ == 0; }
    /// As a whole number of 10^-`places` (0..12). Refused: `overflow`, also when it is broken.
    [[nodiscard]] Result<std::int64_t> rounded(int places, Rounding mode) const;
    /// The same as decimal text. Refused: `overflow`.
    [[nodiscard]] Result<std::string> printed(int places, Rounding mode) const;

private:
    static Exact reduced(Wide numerator, Wide denominator) noexcept;
    Wide numerator_ = 0;
    Wide denominator_ = 1;  // above zero; 0: broken
};

[[nodiscard]] Exact operator+(const Exact& a, const Exact& b) noexcept;
[[nodiscard]] Exact operator-(const Exact& a, const Exact& b) noexcept;
[[nodiscard]] Exact operator*(const Exact& a, const Exact& b) noexcept;
[[nodiscard]] Exact operator/(const Exact& a, const Exact& b) noexcept;
/// A broken fraction is neither below nor above anything.
[[nodiscard]] bool operator<(const Exact& a, const Exact& b) noexcept;

}  // namespace ayni
