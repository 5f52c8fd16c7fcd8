#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <span>

#include "domain/pricing/exact.h"
#include "domain/pricing/examples_test.h"

namespace ayni {
namespace {

using examples::Milk;

template <class Number>
Number any(Number least, Number most) {
    return *rc::gen::inRange<Number>(least, most + 1);
}
Price any_rate() { return {any<std::int64_t>(-1'000'000, 1'000'000)}; }
std::string print_places(std::int64_t value, int places) { return print_decimal(value, places); }

// Fat at 2 places, cells at 0, protein at 3: the code, the number and the places.
struct Measured {
    const char* code;
    AttributeNumber number;
    int places;
};
Measured any_attribute() {
    return *rc::gen::elementOf(std::vector<Measured>{{"fat", examples::fat, 2},
                                                     {"cells", examples::cells, 0},
                                                     {"protein", examples::protein, 3}});
}
Measured any_percentage() {
    return *rc::gen::elementOf(
        std::vector<Measured>{{"fat", examples::fat, 2}, {"protein", examples::protein, 3}});
}

Term any_base() {
    return {.kind = TermKind::base, .price = Price{any<std::int64_t>(0, 5'000'000)}};
}

Term any_per_point() {
    const auto measured = any_attribute();
    return {.kind = TermKind::per_point,
            .attribute = measured.code,
            .standard = print_places(any<std::int64_t>(0, 2'000), measured.places),
            .point = print_places(any<std::int64_t>(1, 300), measured.places),
            .whole_points = *rc::gen::arbitrary<bool>(),
            .rate = any_rate()};
}

Term any_component() {
    return {.kind = TermKind::component,
            .attribute = any_percentage().code,
            .rate = any_rate(),
            .density = Rate{any<std::int64_t>(1, 2'000'000)}};
}

// A total table over distinct rising limits, over an attribute or a volume.
Term any_band() {
    const auto measured = any_attribute();
    const bool over_volume = *rc::gen::arbitrary<bool>();
    auto limits = *rc::gen::container<std::vector<std::int64_t>>(
        rc::gen::inRange<std::int64_t>(0, 1'000));
    std::ranges::sort(limits);
    limits.erase(std::unique(limits.begin(), limits.end()), limits.end());
    limits.resize(std::min<std::size_t>(limits.size(), 6));
    std::vector<Band> bands(1);
    for (const auto limit : limits) {
        const auto text = print_places(limit, over_volume ? 3 : measured.places);
        bands.back().to = text;
        bands.push_back({.from = text, .rate = any_rate()});
    }
    Term term{.kind = TermKind::band, .bands = std::move(bands)};
    if (over_volume)
        term.volume = VolumeOf::producer;
    else
        term.attribute = measured.code;
    return term;
}

Term any_premium() {
    return {.kind = TermKind::premium,
            .rate = Price{any<std::int64_t>(0, 100'000)},
            .certificate = "organic"};
}

Term any_addition() {
    switch (any(0, 3)) {
        case 0: return any_per_point();
        case 1: return any_component();
        case 2: return any_band();
        default: return any_premium();
    }
}

PriceTerms any_terms() {
    PriceTerms terms{.currency = Currency::known("PEN"), .terms = {any_base()}};
    for (int i = any(0, 8); i > 0; --i) terms.terms.push_back(any_addition());
    return terms;
}

CompiledTerms compile(const PriceTerms& terms) {
    auto compiled = CompiledTerms::compile(terms, examples::attributes());
    RC_ASSERT(compiled.has_value());
    return *std::move(compiled);
}

Milk any_milk() {
    Milk milk;
    if (any(0, 3) > 0) milk.sample.set({examples::fat, any(0, 1'000)});
    if (any(0, 3) > 0) milk.sample.set({examples::cells, any(0, 1'000)});
    if (any(0, 3) > 0) milk.sample.set({examples::protein, any(0, 9'999)});
    milk.producer_volume = {any<std::int64_t>(0, 2'000)};
    milk.held[0] = *rc::gen::arbitrary<bool>();
    return milk;
}

// The same rule written the long way, in fractions: what a person with a calculator would do.
Exact effect_by_hand(const Term& term, const Exact& value, bool held) {
    const auto exact = [](const std::string& text) { return *Exact::parse(text); };
    const auto money = [](Price price) { return Exact::of(price.millionths, 6); };
    switch (term.kind) {
        case TermKind::base: return money(*term.price);
        case TermKind::component:
            return value / 100 * Exact::of(term.density->millionths, 6) * money(*term.rate);
        case TermKind::per_point: {
            const auto points = (value - exact(*term.standard)) / exact(*term.point);
            const auto cut = points.rounded(0, Rounding::down).value();
            const auto whole = points < cut ? cut - 1 : cut;
            return (term.whole_points.value_or(false) ? Exact{whole} : points) * money(*term.rate);
        }
        case TermKind::band:
            for (const auto& band : *term.bands)
                if ((!band.from || !(value < exact(*band.from))) &&
                    (!band.to || value < exact(*band.to)))
                    return money(band.rate);
            return 0;
        default: return held ? money(*term.rate) : 0;
    }
}
Exact effect_by_hand(const Term& term, const Milk& milk) {
    const auto* attribute = term.attribute ? find_attribute(examples::attributes(), *term.attribute)
                                           : nullptr;
    const auto* reading = attribute ? milk.sample.find(attribute->number) : nullptr;
    if (attribute && !reading) return 0;
    const auto value = attribute ? Exact::of(*reading, attribute->decimals)
                                 : Exact::of(milk.producer_volume.thousandths, 3);
    return effect_by_hand(term, value, milk.held[0]);
}

RC_GTEST_PROP(PriceProperty, IsWhatIsComputedByHand, ()) {
    const auto terms = any_terms();
    const auto milk = any_milk();
    std::vector<Price> effects(terms.terms.size());
    const auto priced = price(compile(terms), milk.facts(), effects);
    Exact sum;
    Price told, by_hand;
    for (std::size_t i = 0; i < effects.size(); ++i) {
        sum = sum + effect_by_hand(terms.terms[i], milk);
        told += effects[i];
        const auto rounded = sum.rounded(6, Rounding::half_even);
        RC_PRE(rounded.has_value());
        by_hand = {*rounded};
        RC_ASSERT(told == by_hand);
    }
    if (by_hand > Price{})
        RC_ASSERT(*priced == by_hand);
    else
        RC_ASSERT(priced.error().reason() == Refusal::price_not_positive);
}

// Means have more places than readings: what is printed of them is all that the price goes by.
RC_GTEST_PROP(PriceProperty, PrintedNumbersGiveThePrintedPrice, ()) {
    PriceTerms terms{.currency = Currency::known("PEN"), .terms = {any_base()}};
    terms.terms.push_back(any_per_point());
    terms.terms.push_back(any_component());
    for (auto& rule : std::span(terms.terms).subspan(1)) {
        rule.attribute = "fat";
        rule.statistic = Statistic::period_mean;
    }
    terms.terms[1].standard = "3.20";
    terms.terms[1].point = print_places(any<std::int64_t>(1, 30), 2);
    terms.terms[2].density = Rate{1'000'000};
    Milk milk;
    milk.period.period_mean[examples::fat - 1U] = Mean{any<std::int64_t>(0, 1'000'000'000)};
    const auto compiled = compile(terms);
    const auto lines = explain(compiled, milk.facts());
    if (!lines) return;
    Exact sum = Exact::of(terms.terms.front().price->millionths, 6);
    for (std::size_t i = 1; i < lines->size(); ++i)
        sum = sum + effect_by_hand(terms.terms[i], *Exact::parse(*(*lines)[i].value), false);
    const auto by_hand = sum.rounded(6, Rounding::half_even);
    RC_PRE(by_hand.has_value());  // Not even the fraction of a calculator holds every product.
    const Price printed{*by_hand};
    RC_ASSERT(lines->back().price == printed);
    RC_ASSERT(*price(compiled, milk.facts()) == printed);
}

RC_GTEST_PROP(PriceProperty, StaysBetweenFloorAndCeilingThatStandLast, ()) {
    auto terms = any_terms();
    const auto floor = any<std::int64_t>(0, 2'000'000),
               ceiling = floor + any<std::int64_t>(0, 1'000'000);
    terms.terms.push_back({.kind = TermKind::floor, .price = Price{floor}});
    terms.terms.push_back({.kind = TermKind::ceiling, .price = Price{ceiling}});
    std::vector<Price> effects(terms.terms.size());
    const auto priced = price(compile(terms), any_milk().facts(), effects);
    RC_ASSERT(priced.has_value());
    RC_ASSERT(priced->millionths >= floor && priced->millionths <= ceiling);
    Price sum;
    for (const auto effect : effects) sum += effect;
    RC_ASSERT(sum == *priced);
}

RC_GTEST_PROP(PriceProperty, ExplanationAddsUpToThePrice, ()) {
    auto terms = any_terms();
    if (*rc::gen::arbitrary<bool>())
        terms.terms.push_back({.kind = TermKind::floor, .price = Price{700'000}});
    const auto compiled = compile(terms);
    const auto milk = any_milk();
    const auto priced = price(compiled, milk.facts());
    const auto lines = explain(compiled, milk.facts());
    RC_ASSERT(priced.has_value() == lines.has_value());
    if (!priced) {
        RC_ASSERT((priced.error() == lines.error()));
        return;
    }
    RC_ASSERT(lines->size() == terms.terms.size());
    Price sum;
    for (const auto& line : *lines) {
        sum += line.effect;
        RC_ASSERT(sum == line.price);
    }
    RC_ASSERT(sum == *priced);
}

RC_GTEST_PROP(PriceProperty, DoesNotFallWhenAReadingThatIsPaidForRises, ()) {
    auto rule = any_per_point();
    rule.attribute = "fat";
    rule.standard = print_places(any<std::int64_t>(0, 900), 2);
    rule.point = print_places(any<std::int64_t>(1, 300), 2);
    rule.rate = Price{any<std::int64_t>(0, 1'000'000)};
    PriceTerms terms{.currency = Currency::known("PEN"),
                     .terms = {any_base(), rule, {.kind = TermKind::floor, .price = Price{0}}}};
    const auto compiled = compile(terms);
    const auto lower = any(0, 1'000);
    const auto higher = lower + any(0, 1'000);
    RC_ASSERT(*price(compiled, Milk{{examples::fat, lower}}.facts()) <=
              *price(compiled, Milk{{examples::fat, higher}}.facts()));
}

RC_GTEST_PROP(PriceProperty, DoesNotDependOnTheOrderOfTermsThatOnlyAdd, ()) {
    auto terms = any_terms();
    const auto milk = any_milk();
    const auto signed_order = price(compile(terms), milk.facts());
    std::reverse(terms.terms.begin() + 1, terms.terms.end());
    const auto reversed = price(compile(terms), milk.facts());
    RC_ASSERT((signed_order == reversed));
}

RC_GTEST_PROP(PriceProperty, ATableWithABandTakenOutIsRefused, ()) {
    auto rule = any_band();
    RC_PRE(rule.bands->size() > 1);
    rule.bands->erase(rule.bands->begin() +
                      any<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(rule.bands->size()) - 1));
    const auto refused = CompiledTerms::compile(
        {.currency = Currency::known("PEN"), .terms = {any_base(), rule}}, examples::attributes());
    RC_ASSERT(!refused.has_value());
    RC_ASSERT(refused.error().reason() == Refusal::table_gap);
}

RC_GTEST_PROP(PriceProperty, OfAnyRateIsExactOrRefused, ()) {
    Term rule{.kind = TermKind::per_point,
              .attribute = "cells",
              .rate = Price{any(-largest_price, largest_price)}};
    const auto standard = any<std::int64_t>(0, 2'000'000'000),
               point = any<std::int64_t>(1, 1'000'000'000);
    rule.standard = std::to_string(standard);
    rule.point = std::to_string(point);
    const auto value = any<std::int32_t>(0, 2'000'000'000);
    const auto exact = (Exact{value} - standard) / point * Exact::of(rule.rate->millionths, 6);
    const auto fits = exact.rounded(12, Rounding::half_even);
    std::vector<Price> effects(3);
    const auto terms = compile({.currency = Currency::known("PEN"),
                                .terms = {{.kind = TermKind::base, .price = Price{0}},
                                          rule,
                                          {.kind = TermKind::floor, .price = Price{0}}}});
    const auto priced = price(terms, Milk{{examples::cells, value}}.facts(), effects);
    if (fits && priced)
        RC_ASSERT(effects[1].millionths == *exact.rounded(6, Rounding::half_even));
    else
        RC_ASSERT(priced.error().reason() == Refusal::overflow);
}

RC_GTEST_PROP(PriceProperty, TermsComeBackFromJsonAsTheyWere, ()) {
    const auto terms = any_terms();
    RC_ASSERT((from_json_text<PriceTerms>(to_json_text(terms)) == terms));
}

}  // namespace
}  // namespace ayni
