#pragma once
// Terms and milk as nobody would sign or deliver them, so that every rule is met with every other.

#include <cstdint>

#include "domain/settlement/try_terms.h"

namespace ayni::core_test {

/// SplitMix64: the same numbers on every machine.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    /// 0..n-1
    int below(int n) {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return static_cast<int>(((z ^ (z >> 31)) >> 33) % static_cast<std::uint64_t>(n));
    }
    int between(int least, int most) { return least + below(most - least + 1); }
    bool one_in(int n) { return below(n) == 0; }
    /// One of an enumeration of so many.
    template <class Choice>
    Choice choice() {
        return static_cast<Choice>(below(static_cast<int>(describing::choices<Choice>.size())));
    }

private:
    std::uint64_t state_;
};

/// The attributes, one of each sort that terms tell apart; a grade is the last.
[[nodiscard]] std::vector<Attribute> attributes();
/// Mostly terms that can be signed.
[[nodiscard]] PriceTerms any_price(Dice& dice, Currency currency);
[[nodiscard]] WaterfallTerms any_waterfall(Dice& dice);
[[nodiscard]] PastMilk any_milk(Dice& dice);

}  // namespace ayni::core_test
