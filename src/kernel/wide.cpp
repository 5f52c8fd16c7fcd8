#include "kernel/wide.h"

#include <limits>

#include "kernel/check.h"

namespace ayni {

Wide divide(Wide numerator, Wide denominator, Rounding mode) noexcept {
    CHECK(denominator > 0);
    const Wide quotient = numerator / denominator;
    const Wide remainder = numerator % denominator;
    if (mode == Rounding::down || remainder == 0) return quotient;
    const Wide size = remainder < 0 ? -remainder : remainder;
    const Wide rest = denominator - size;
    const bool away = size > rest ||
                      (size == rest && (mode == Rounding::half_up || quotient % 2 != 0));
    if (!away) return quotient;
    return numerator < 0 ? quotient - 1 : quotient + 1;
}

Result<std::int64_t> narrow(Wide value) {
    if (value > std::numeric_limits<std::int64_t>::max() ||
        value < std::numeric_limits<std::int64_t>::min())
        return refuse(Refusal::overflow);
    return static_cast<std::int64_t>(value);
}

}  // namespace ayni
