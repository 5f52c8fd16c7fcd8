#include "domain/pricing/statistics.h"

#include <algorithm>
#include <cstddef>

namespace ayni {

std::optional<Mean> RunningMean::value() const {
    if (weight_ == 0) return std::nullopt;
    // A mean lies between its readings, so it fits.
    return Mean{static_cast<std::int64_t>(divide(sum_ * 1'000'000, weight_, Rounding::half_even))};
}

std::optional<Mean> mean_of_last_three(std::span<const std::int32_t> by_day) {
    RunningMean mean;
    for (const auto value : by_day.last(std::min<std::size_t>(3, by_day.size())))
        mean.add(value, 1);
    return mean.value();
}

std::optional<Mean> smoothed_mean(const std::array<std::int32_t, 3>& latest_first,
                                  const std::array<std::int32_t, 3>& weights) {
    RunningMean mean;
    for (std::size_t i = 0; i < latest_first.size(); ++i) mean.add(latest_first[i], weights[i]);
    return mean.value();
}

}  // namespace ayni
