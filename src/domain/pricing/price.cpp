#include "domain/pricing/price.h"

#include <algorithm>

#include "domain/pricing/apply_terms.h"
#include "kernel/decimal.h"

namespace ayni {
std::unexpected<Refused> refuse_step(const CompiledTerms& terms, std::size_t place,
                                     Refusal reason) {
    const auto& term = terms.terms().terms[place];
    const auto& about = term.attribute ? term.attribute : term.index;
    return refuse(reason, "/terms/" + std::to_string(place), about.value_or(""));
}

std::unexpected<Refused> refuse_price(std::int64_t trillionths) {
    return refuse(Refusal::price_not_positive, {}, print_decimal(trillionths, 12, 2));
}

Result<Price> price(const CompiledTerms& terms, const PricingFacts& facts,
                    std::span<Price> effects) {
    if (effects.empty())
        return apply_terms(terms, facts,
                           [](std::size_t, const StepOutcome&, const GrowingPrice&) {});
    CHECK(effects.size() == terms.steps().size());
    Price before;
    return apply_terms(terms, facts,
                       [&](std::size_t place, const StepOutcome&, const GrowingPrice& price) {
                           const auto after = price.shown();
                           effects[place] = after - before;
                           before = after;
                       });
}

std::optional<std::size_t> version_on(std::span<const Date> effective, Date day) noexcept {
    const auto later = std::ranges::upper_bound(effective, day);
    if (later == effective.begin()) return std::nullopt;
    return static_cast<std::size_t>(later - effective.begin()) - 1;
}

}  // namespace ayni
