#pragma once
// Small settlements in the field's words, for the tests of this folder.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "domain/settlement/settle.h"
#include "kernel/check.h"

namespace ayni::testing {

inline const Currency pen = Currency::known("PEN");
inline constexpr AttributeNumber fat = 1, solids = 2, hygiene = 3;

template <class T>
T value_of_result(Result<T> result) {
    CHECK(result.has_value());
    return std::move(*result);
}
inline Money soles(const char* text) { return value_of_result(parse_money(text, pen)); }
inline Price price_of(const char* text) { return value_of_result(parse_price(text)); }
inline Rate rate_of(const char* text) { return value_of_result(parse_rate(text)); }
inline Quantity kg(const char* text) { return value_of_result(parse_quantity(text)); }
inline Date day(int number) { return date_of({2025, 3, number}); }
inline const Period fortnight{day(1), day(15)};

inline Attribute attribute(AttributeNumber number, const char* code, int decimals,
                           std::int32_t most) {
    return {.number = number,
            .code = code,
            .name = code,
            .unit = "",
            .decimals = decimals,
            .least = 0,
            .most = most};
}
inline std::vector<Attribute> milk_attributes() {
    return {attribute(fat, "fat", 2, 10000), attribute(solids, "solids", 2, 10000),
            attribute(hygiene, "hygiene", 0, 3)};
}

inline Term base(const char* price) {
    Term term;
    term.price = price_of(price);
    return term;
}
inline Term per_point(const char* attribute, const char* standard, const char* point,
                      const char* rate) {
    Term term;
    term.kind = TermKind::per_point;
    term.attribute = attribute;
    term.standard = standard;
    term.point = point;
    term.rate = price_of(rate);
    return term;
}
inline Term premium(const char* certificate, const char* rate) {
    Term term;
    term.kind = TermKind::premium;
    term.certificate = certificate;
    term.rate = price_of(rate);
    return term;
}

inline PriceTerms terms_of(std::vector<Term> terms, RoundingPoint point = RoundingPoint::delivery,
                           Rounding rounding = Rounding::half_even) {
    return {
        .currency = pen, .rounding = rounding, .rounding_point = point, .terms = std::move(terms)};
}
inline TermsVersion version(std::int64_t number, Date effective, const PriceTerms& terms,
                            WaterfallTerms waterfall = {}) {
    return {.number = {number},
            .effective = effective,
            .price = value_of_result(CompiledTerms::compile(terms, milk_attributes())),
            .waterfall = std::move(waterfall)};
}

inline DeductionRule obligation_rule(const char* code, DeductionKind kind, std::int32_t rank) {
    DeductionRule rule;
    rule.code = rule.name = code;
    rule.kind = kind;
    rule.rank = rank;
    return rule;
}
inline DeductionRule share_rule(const char* code, DeductionKind kind, const char* rate,
                                std::int32_t rank) {
    auto rule = obligation_rule(code, kind, rank);
    rule.basis = DeductionBasis::of_gross;
    rule.rate = rate_of(rate);
    if (kind == DeductionKind::capital) rule.applies_to = AppliesTo::members;
    return rule;
}
inline DeductionRule unit_rule(const char* code, DeductionKind kind, const char* price,
                               std::int32_t rank) {
    auto rule = obligation_rule(code, kind, rank);
    rule.basis = DeductionBasis::per_unit;
    rule.price = price_of(price);
    return rule;
}
/// Neither counts towards the cap nor respects the floor.
inline DeductionRule unlimited(DeductionRule rule) {
    rule.under_cap = rule.above_floor = false;
    return rule;
}
inline WaterfallTerms waterfall_of(std::vector<DeductionRule> rules, const char* cap = nullptr,
                                   const char* floor = nullptr) {
    WaterfallTerms terms;
    if (cap) terms.cap = rate_of(cap);
    if (floor) terms.floor = price_of(floor);
    terms.rules = std::move(rules);
    return terms;
}

inline DueObligation debt(std::int64_t number, DeductionKind kind, const char* remaining,
                          const char* instalment) {
    return {.number = {number},
            .kind = kind,
            .creditor = {},
            .remaining = soles(remaining),
            .instalment = soles(instalment),
            .first_due = day(1)};
}
inline ProducerFacts member(std::int64_t party, std::vector<DueObligation> obligations = {}) {
    return {.party = {party},
            .member_in = {{day(1) - 400, day(1) + 4000}},
            .certificates = {},
            .obligations = std::move(obligations)};
}
inline ProducerFacts supplier(std::int64_t party, std::vector<DueObligation> obligations = {}) {
    return {.party = {party},
            .member_in = {},
            .certificates = {},
            .obligations = std::move(obligations)};
}

inline Readings readings(std::vector<Reading> all) {
    Readings made;
    for (const auto& each : all) made.set(each);
    return made;
}
inline Delivery delivery(std::int64_t producer, Date on, const char* quantity, Readings found = {},
                         Shift shift = Shift::morning) {
    static std::int64_t sequence = 0;
    return {.organisation = {1},
            .day = on,
            .source = {1},
            .sequence = ++sequence,
            .producer = {producer},
            .product = {1},
            .shift = shift,
            .quantity = kg(quantity),
            .outcome = Outcome::accepted,
            .readings = found};
}
inline Delivery rejected(Delivery made) {
    made.outcome = Outcome::rejected;
    return made;
}
inline Analysis analysis(std::int64_t producer, Date on, Readings found,
                         Shift shift = Shift::morning) {
    static std::int64_t sequence = 0;
    return {.organisation = {1},
            .producer = {producer},
            .day = on,
            .source = {2},
            .sequence = ++sequence,
            .product = {1},
            .shift = shift,
            .readings = found};
}

/// A fortnight in which members and others have the same terms, numbers 1 and 2.
inline SettlementInputs inputs(const PriceTerms& terms, const WaterfallTerms& waterfall,
                               std::vector<ProducerFacts> producers,
                               std::vector<Delivery> deliveries) {
    SettlementInputs made;
    made.period = fortnight;
    made.currency = pen;
    made.deliveries = std::move(deliveries);
    made.producers = std::move(producers);
    made.member_terms.push_back(version(1, day(1) - 60, terms, waterfall));
    made.other_terms.push_back(version(2, day(1) - 60, terms, waterfall));
    return made;
}

inline std::vector<StatementLine> lines_of(const StatementFigures& statement, LineKind kind) {
    std::vector<StatementLine> lines;
    for (const auto& line : statement.lines)
        if (line.kind == kind) lines.push_back(line);
    return lines;
}

}  // namespace ayni::testing
