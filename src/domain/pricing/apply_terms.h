#pragma once
// All terms in order, told step by step to whoever listens.

#include "domain/pricing/apply_step.h"
#include "domain/pricing/exact.h"
#include "kernel/check.h"

namespace ayni {

/// The refusal of one term, with its path and what it is about.
[[nodiscard]] std::unexpected<Refused> refuse_step(const CompiledTerms& terms, std::size_t place,
                                                   Refusal reason);
/// The refusal of the whole price, with what it came to.
[[nodiscard]] std::unexpected<Refused> refuse_price(std::int64_t trillionths);

/// The price while terms are applied: exact, whatever its terms divide by.
class GrowingPrice {
public:
    [[nodiscard]] std::int64_t trillionths() const noexcept { return trillionths_; }
    /// False when it leaves the range.
    [[nodiscard]] bool add(const StepOutcome& outcome) noexcept {
        if (__builtin_add_overflow(trillionths_, outcome.effect, &trillionths_)) return false;
        if (outcome.is_limit) beyond_ = {};
        return outcome.rest == 0 || add_rest(outcome);
    }
    /// As it is, in major units.
    [[nodiscard]] Exact exact() const noexcept {
        return (Exact{trillionths_} + beyond_) / Exact{1'000'000'000'000};
    }
    /// As it is shown and multiplied: rounded half-even to millionths, only here.
    [[nodiscard]] Price shown() const noexcept {
        constexpr std::int64_t millionth = 1'000'000;
        if (beyond_ == Exact{}) return {divide_half_even(trillionths_, millionth)};
        // With something beyond there is no tie.
        const auto rest = trillionths_ % millionth, up = rest < 0 ? rest + millionth : rest;
        return {(trillionths_ - up) / millionth + (up >= millionth / 2 ? 1 : 0)};
    }

private:
    std::int64_t trillionths_ = 0;  // rounded down
    Exact beyond_;                  // and so much of a trillionth: from 0, below 1

    [[nodiscard]] bool add_rest(const StepOutcome& outcome) noexcept {
        beyond_ = beyond_ + Exact{outcome.rest} / Exact{outcome.rest_of};
        if (beyond_.is_broken()) return false;
        if (beyond_ < Exact{1}) return true;
        beyond_ = beyond_ - Exact{1};
        return !__builtin_add_overflow(trillionths_, std::int64_t{1}, &trillionths_);
    }
};

/// Applies the terms and calls `listener(place, outcome, price after it)` for each, where prices
/// are exact sums rounded once. The result is above zero; 0 is possible only under a floor, which
/// both sides then signed.
template <class Listener>
[[nodiscard]] Result<Price> apply_terms(const CompiledTerms& terms, const PricingFacts& facts,
                                        Listener listener) {
    CHECK(facts.certificates.size() >= terms.certificates().size());
    CHECK(facts.indices.size() >= terms.indices().size());
    const auto steps = terms.steps();
    GrowingPrice price;
    bool has_floor = false;
    for (std::size_t place = 0; place < steps.size(); ++place) {
        const auto outcome = std::visit(
            [&](const auto& rule) { return apply_rule(rule, facts, price.trillionths()); },
            steps[place].rule);
        if (outcome.refused) return refuse_step(terms, place, *outcome.refused);
        if (!price.add(outcome)) return refuse_step(terms, place, Refusal::overflow);
        has_floor |= std::holds_alternative<PriceFloor>(steps[place].rule);
        listener(place, outcome, price);
    }
    const auto shown = price.shown();
    if (shown < Price{} || (shown == Price{} && !has_floor))
        return refuse_price(price.trillionths());
    return shown;
}

}  // namespace ayni
