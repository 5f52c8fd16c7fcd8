#pragma once
// All terms in order, told step by step to whoever listens.

#include "domain/pricing/apply_step.h"
#include "kernel/check.h"

namespace ayni {

/// The refusal of one term, with its path and what it is about.
[[nodiscard]] std::unexpected<Refused> refuse_step(const CompiledTerms& terms, std::size_t place,
                                                   Refusal reason);
/// The refusal of the whole price, with what it came to.
[[nodiscard]] std::unexpected<Refused> refuse_price(std::int64_t trillionths);

/// Applies the terms and calls `listener(place, outcome, price after it)` for each. The result is
/// above zero; 0 is possible only under a floor, which both sides then signed.
template <class Listener>
[[nodiscard]] Result<UnitValue> apply_terms(const CompiledTerms& terms, const PricingFacts& facts,
                                            Listener listener) {
    CHECK(facts.certificates.size() >= terms.certificates().size());
    CHECK(facts.indices.size() >= terms.indices().size());
    const auto steps = terms.steps();
    std::int64_t price = 0;
    bool has_floor = false;
    for (std::size_t place = 0; place < steps.size(); ++place) {
        const auto outcome = std::visit(
            [&](const auto& rule) { return apply_rule(rule, facts, price); }, steps[place].rule);
        if (outcome.refused) return refuse_step(terms, place, *outcome.refused);
        if (__builtin_add_overflow(price, outcome.effect, &price))
            return refuse_step(terms, place, Refusal::overflow);
        has_floor |= std::holds_alternative<PriceFloor>(steps[place].rule);
        listener(place, outcome, price);
    }
    if (price < 0 || (price == 0 && !has_floor)) return refuse_price(price);
    return UnitValue{price};
}

}  // namespace ayni
