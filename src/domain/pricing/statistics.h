#pragma once
// How several analyses become one value: exactly, and rounded once.

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "domain/pricing/price.h"

namespace ayni {

/// A mean being added up: by quantity (the period mean) or with equal weights (the last three).
/// The order in which readings arrive does not matter.
class RunningMean {
public:
    /// `weight` is never negative: thousandths of the product's unit, or 1.
    void add(std::int32_t value, std::int64_t weight) noexcept {
        sum_ += static_cast<Wide>(value) * weight;
        weight_ += weight;
    }
    /// Rounded half-even to 10^-6 of the attribute's last place; none without any weight.
    [[nodiscard]] std::optional<Mean> value() const;

private:
    Wide sum_ = 0;
    Wide weight_ = 0;
};

/// The plain mean of a supplier's last three readings, or of as many as there are; `by_day` is in
/// rising order of day. None when there is none.
[[nodiscard]] std::optional<Mean> mean_of_last_three(std::span<const std::int32_t> by_day);

/// The n-th root of the product of n readings, rounded half-even to 10^-6 of the attribute's last
/// place, and exact: no logarithm, no floating point. A reading of 0 makes it 0. None when there is
/// no reading, or one below 0. (Bacterial counts; vector M14.)
[[nodiscard]] std::optional<Mean> geometric_mean(std::span<const std::int32_t> values);

/// The latest three results smoothed by weights that the tariff names, such as 60, 30 and 10 for
/// latest, previous and the one before; none when all weights are 0. (Vector M13.)
[[nodiscard]] std::optional<Mean> smoothed_mean(const std::array<std::int32_t, 3>& latest_first,
                                                const std::array<std::int32_t, 3>& weights);

}  // namespace ayni
