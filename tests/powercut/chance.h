#pragma once
// Chance that can be repeated: every decision of a run follows from its seed.

#include <cstdint>

namespace ayni {

/// SplitMix64: equal seeds make equal decisions on every machine.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15ULL;
        auto mixed = state_;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
        return mixed ^ (mixed >> 31);
    }
    /// 0 .. `end` - 1.
    std::uint64_t below(std::uint64_t end) { return next() % end; }
    /// True `eighths` times in eight.
    bool happens(unsigned eighths) { return below(8) < eighths; }

private:
    std::uint64_t state_;
};

}  // namespace ayni
