#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "kernel/money.h"

namespace ayni {

/// Splits `total` in proportion to `weights` (none negative), to the last minor unit: the shares
/// always sum to `total`, each within one unit of its exact part, and weight 0 gets nothing.
/// Largest remainder; ties go to the earlier share, so the same input gives the same cents.
/// When all weights are 0 the total must be 0. (Hamilton's method; vector C13.)
[[nodiscard]] std::vector<Money> allocate(Money total, std::span<const std::int64_t> weights);

}  // namespace ayni
