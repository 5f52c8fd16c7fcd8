// Any JSON as price terms, then any facts: what is accepted has a price for every delivery, or a
// named reason, and its explanation says the same.
#include "domain/pricing/price_terms.h"

#include <algorithm>
#include <array>

#include "domain/pricing/price.h"
#include "fuzzed.h"
#include "kernel/described_json.h"

namespace ayni {
namespace {

const std::vector<Attribute> attributes{{1, "fat", "Grasa", "%", 2, 150, 900},
                                        {2, "solids", "Sólidos", "%", 2, 800, 2000},
                                        {3, "cells", "Células", "/ml", 0, 0, 9999},
                                        {4, "grade", "Calidad", "", 0, 1, 3},
                                        {5, "freezing", "Crioscopia", "°C", 3, -700, 0},
                                        {6, "protein", "Proteína", "%", 3, 1000, 6000}};

// Facts own what `PricingFacts` points at.
struct Facts {
    Readings sample;
    PeriodStatistics period;
    Means last_three;
    std::array<bool, 64> certificates{};
    std::array<std::optional<Price>, 64> indices;
    PricingFacts facts;
};

std::optional<Mean> some_mean(Fuzzed& fuzzed) {
    if (fuzzed.choose(2) == 0) return std::nullopt;
    return Mean{fuzzed.number() % (INT64_C(1'000'000) << 31)};
}

void make_facts(Fuzzed& fuzzed, const CompiledTerms& terms, Facts& made) {
    for (AttributeNumber attribute = 1; attribute <= most_attributes; ++attribute) {
        if (fuzzed.choose(2) == 1)
            made.sample.set({attribute, static_cast<std::int32_t>(fuzzed.number() >> 32)});
        made.period.period_mean[attribute - 1U] = some_mean(fuzzed);
        made.period.geometric_mean[attribute - 1U] = some_mean(fuzzed);
        made.last_three[attribute - 1U] = some_mean(fuzzed);
    }
    for (auto& held : made.certificates) held = fuzzed.choose(2) == 1;
    for (auto& index : made.indices)
        if (fuzzed.choose(2) == 1) index = Price{fuzzed.number() % (largest_price + 1)};
    made.facts.sample = &made.sample;
    made.facts.period = &made.period;
    made.facts.last_three = &made.last_three;
    made.facts.producer_volume = {fuzzed.number() % (largest_quantity + 1)};
    made.facts.organisation_volume = {fuzzed.number() % (largest_quantity + 1)};
    made.facts.certificates =
        std::span<const bool>(made.certificates).first(terms.certificates().size());
    made.facts.indices =
        std::span<const std::optional<Price>>(made.indices).first(terms.indices().size());
}

void check_price(const CompiledTerms& terms, const PricingFacts& facts) {
    std::vector<Price> effects(terms.steps().size());
    const auto value = price(terms, facts);
    const auto with_effects = price(terms, facts, effects);
    const auto lines = explain(terms, facts);
    CHECK(value == with_effects);
    CHECK(value.has_value() == lines.has_value());
    if (!value) {
        CHECK(lines.error() == value.error());
        constexpr std::array reasons{Refusal::analysis_missing, Refusal::no_index_on_day,
                                     Refusal::price_not_positive, Refusal::overflow,
                                     Refusal::out_of_range};
        CHECK(std::ranges::find(reasons, value.error().reason()) != reasons.end());
        return;
    }
    const bool has_floor = std::ranges::any_of(
        terms.terms().terms, [](const Term& term) { return term.kind == TermKind::floor; });
    CHECK(value->millionths > 0 || (value->millionths == 0 && has_floor));
    Wide sum = 0;
    for (const auto& effect : effects) sum += effect.millionths;
    CHECK(sum == value->millionths);
    CHECK(lines->size() == terms.terms().terms.size());
    CHECK(lines->back().price == *value);
    const Wide unrounded = unrounded_value(Quantity{largest_quantity}, *value);
    if (const auto amount = round_value(unrounded, terms.terms().currency, terms.terms().rounding))
        CHECK(!amount->is_negative());
}

}  // namespace

void fuzz(Fuzzed& fuzzed) {
    const auto terms = from_json_text<PriceTerms>(fuzzed.text());
    if (!terms) return;
    CHECK(from_json_text<PriceTerms>(to_json_text(*terms)) == *terms);
    const auto compiled = CompiledTerms::compile(*terms, attributes);
    if (!compiled) {
        for (const auto& problem : compiled.error().problems)
            CHECK(problem.where.empty() || problem.where.starts_with('/'));
        return;
    }
    CHECK(compiled->terms() == *terms);
    if (compiled->certificates().size() > 64 || compiled->indices().size() > 64) return;
    Facts made;
    make_facts(fuzzed, *compiled, made);
    check_price(*compiled, made.facts);
}

}  // namespace ayni
