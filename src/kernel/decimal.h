#pragma once
// Exact decimal text: the only form in which amounts enter and leave.

#include <cstdint>
#include <string>
#include <string_view>

#include "kernel/result.h"

namespace ayni {

/// Reads "-12.340" as a whole number of 10^-`places`. No exponent, no thousands sign, no blank.
/// Refused: `not_a_decimal`, `too_many_decimals` (non-zero digits beyond `places`), `overflow`.
[[nodiscard]] Result<std::int64_t> parse_decimal(std::string_view text, int places);

/// Writes `value` x 10^-`places`. With `least_places` below `places`, trailing zeros are dropped
/// down to that many.
[[nodiscard]] std::string print_decimal(std::int64_t value, int places, int least_places = -1);

/// 10^`exponent`, exponent 0..18.
[[nodiscard]] std::int64_t power_of_ten(int exponent) noexcept;

}  // namespace ayni
