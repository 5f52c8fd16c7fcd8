#pragma once
// Clocks and percentiles of the benchmarks; nothing here is money.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <vector>

namespace ayni {

class Stopwatch {
public:
    [[nodiscard]] double seconds() const {  // not money
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_)
            .count();  // not money
    }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// The value below which `percent` of the samples lie.
[[nodiscard]] inline double percentile(std::vector<double> samples, double percent) {  // not money
    if (samples.empty()) return 0;
    const auto place = static_cast<std::size_t>(
        percent / 100 * static_cast<double>(samples.size() - 1));  // not money
    std::ranges::nth_element(samples, samples.begin() + static_cast<std::ptrdiff_t>(place));
    return samples[place];
}

}  // namespace ayni
