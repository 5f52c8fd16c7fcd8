#pragma once
// Intermediate results are 128-bit, so that no product of two stored values can wrap.

#include <cstdint>

#include "kernel/result.h"

namespace ayni {

// The strict standard has no such type; both compilers (and WebAssembly) do.
__extension__ typedef __int128 Wide;

/// How a quotient becomes a whole number. A tariff names its mode.
enum class Rounding {
    half_up,    ///< nearest; a tie goes away from zero
    half_even,  ///< nearest; a tie goes to the even neighbour
    down,       ///< towards zero
};

/// `numerator / denominator` as a whole number. `denominator` must be above zero.
[[nodiscard]] Wide divide(Wide numerator, Wide denominator, Rounding mode) noexcept;

/// The value as 64 bits; refused: `overflow`.
[[nodiscard]] Result<std::int64_t> narrow(Wide value);

}  // namespace ayni
