// What one price costs: `bench --benchmark_filter=Price`, by the terms of the settlement job.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <vector>

#include "domain/pricing/price.h"
#include "domain/pricing/statistics.h"
#include "kernel/check.h"

namespace {

using namespace ayni;

Term per_point(const char* attribute, const char* standard, std::int64_t rate) {
    Term term;
    term.kind = TermKind::per_point;
    term.attribute = attribute;
    term.standard = standard;
    term.point = "0.01";
    term.rate = Price{rate};
    return term;
}

CompiledTerms settlement_terms() {
    const std::vector<Attribute> attributes{{1, "fat", "Grasa", "%", 2, 100, 1000},
                                            {2, "solids", "Solidos", "%", 2, 500, 2000},
                                            {3, "hygiene", "Higiene", "", 0, 0, 3}};
    PriceTerms terms;
    terms.currency = Currency::known("PEN");
    Term base;
    base.price = Price{1'450'000};
    Term hygiene;
    hygiene.kind = TermKind::band;
    hygiene.attribute = "hygiene";
    hygiene.bands = {{{}, "1", Price{60'000}},
                     {"1", "2", Price{20'000}},
                     {"2", "3", Price{0}},
                     {"3", {}, Price{-100'000}}};
    Term volume;
    volume.kind = TermKind::band;
    volume.volume = VolumeOf::producer;
    volume.bands = {
        {{}, "300", Price{0}}, {"300", "1000", Price{15'000}}, {"1000", {}, Price{30'000}}};
    terms.terms = {base, per_point("fat", "3.40", 1'800), per_point("solids", "12.00", 900),
                   hygiene, volume};
    auto compiled = CompiledTerms::compile(terms, attributes);
    CHECK(compiled.has_value());
    return *std::move(compiled);
}

// A plain generator, so that each run prices the same milk.
struct Deliveries {
    std::vector<Readings> samples;
    std::vector<Quantity> volumes;
};
Deliveries deliveries(std::size_t count) {
    Deliveries made;
    std::uint64_t state = 42;
    const auto next = [&](std::uint64_t below) {
        state = state * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
        return static_cast<std::int32_t>((state >> 33) % below);
    };
    for (std::size_t i = 0; i < count; ++i) {
        Readings sample;
        sample.set({1, 300 + next(150)});
        sample.set({2, 1100 + next(200)});
        sample.set({3, next(4)});
        made.samples.push_back(sample);
        made.volumes.push_back({next(2'000'000)});
    }
    return made;
}

template <class Work>
void for_each_delivery(benchmark::State& state, Work work) {
    const auto terms = settlement_terms();
    const auto milk = deliveries(1U << 16);
    std::size_t i = 0;
    for (auto _ : state) {
        PricingFacts facts;
        facts.sample = &milk.samples[i];
        facts.producer_volume = milk.volumes[i];
        benchmark::DoNotOptimize(work(terms, facts));
        i = (i + 1) % milk.samples.size();
    }
    state.SetItemsProcessed(state.iterations());
}

void Price_of_settlement_terms(benchmark::State& state) {
    for_each_delivery(state,
                      [](const auto& terms, const auto& facts) { return price(terms, facts); });
}
BENCHMARK(Price_of_settlement_terms);

void Price_with_effects(benchmark::State& state) {
    std::vector<UnitValue> effects(5);
    for_each_delivery(
        state, [&](const auto& terms, const auto& facts) { return price(terms, facts, effects); });
}
BENCHMARK(Price_with_effects);

void Price_explained(benchmark::State& state) {
    for_each_delivery(state,
                      [](const auto& terms, const auto& facts) { return explain(terms, facts); });
}
BENCHMARK(Price_explained);

void Geometric_mean(benchmark::State& state) {
    std::vector<std::int32_t> counts;
    for (std::int32_t i = 0; i < state.range(0); ++i) counts.push_back(60'000 + 7'919 * i);
    for (auto _ : state) benchmark::DoNotOptimize(geometric_mean(counts));
}
BENCHMARK(Geometric_mean)->Arg(4)->Arg(30)->Arg(64);

}  // namespace
