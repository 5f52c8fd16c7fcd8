#pragma once
// The fortnight that our benchmark gives to every engine: raw data from a seed, and the same terms
// as signed ones. For tests and measurements; the figures it must give are in its test.

#include <cstdint>
#include <vector>

#include "domain/settlement/testing.h"

namespace ayni::testing {

/// One half-day's can of one producer, as the job states it.
struct RawCan {
    std::int64_t producer = 0;
    int slot = 0;  ///< half-day, 0..29
    std::int64_t grams = 0;
    std::int32_t fat_e2 = 0, solids_e2 = 0, hygiene = 0;
    bool accepted = true;
};
struct RawProducer {
    std::int64_t producer = 0, input_due = 0, loan_due = 0;
};
struct RawFortnight {
    std::vector<RawProducer> producers;
    std::vector<RawCan> cans;
};

/// SplitMix64: the same numbers on every machine.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    /// 0..n-1
    std::int64_t below(std::uint64_t n) {
        return static_cast<std::int64_t>(((next() >> 32) * n) >> 32);
    }

private:
    std::uint64_t state_;
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31);
    }
};

inline RawFortnight raw_fortnight(std::int64_t producers, std::uint64_t seed) {
    Dice dice(seed);
    RawFortnight raw;
    std::vector<std::int64_t> usual;
    for (std::int64_t i = 1; i <= producers; ++i) {
        usual.push_back(3000 + dice.below(20000) + (dice.below(20) == 0 ? dice.below(60000) : 0));
        raw.producers.push_back({i, dice.below(100) < 45 ? 500 + dice.below(20000) : 0,
                                 dice.below(100) < 20 ? 1000 + dice.below(30000) : 0});
    }
    for (int slot = 0; slot < 30; ++slot)
        for (std::int64_t i = 1; i <= producers; ++i) {
            const auto grams =
                (usual[static_cast<std::size_t>(i - 1)] * (70 + dice.below(60)) / 100) / 10 * 10;
            const auto fat_e2 = static_cast<std::int32_t>(310 + dice.below(130));
            const auto solids_e2 = static_cast<std::int32_t>(1130 + dice.below(160));
            const auto of_hundred = dice.below(100);
            const int hygiene_class = of_hundred < 50   ? 0
                                      : of_hundred < 80 ? 1
                                      : of_hundred < 95 ? 2
                                                        : 3;
            raw.cans.push_back(
                {i, slot, grams, fat_e2, solids_e2, hygiene_class, dice.below(1000) < 985});
        }
    return raw;
}

inline PriceTerms benchmark_terms() {
    Term grade;
    grade.kind = TermKind::grade;
    grade.attribute = "hygiene";
    grade.grades = {
        {0, price_of("0.06")}, {1, price_of("0.02")}, {2, price_of("0")}, {3, price_of("-0.10")}};
    Term volume;
    volume.kind = TermKind::band;
    volume.volume = VolumeOf::producer;
    volume.bands = {{std::nullopt, "300.000", price_of("0")},
                    {"300.000", "1000.000", price_of("0.015")},
                    {"1000.000", std::nullopt, price_of("0.03")}};
    return terms_of({base("1.45"), per_point("fat", "3.40", "0.01", "0.0018"),
                     per_point("solids", "12.00", "0.01", "0.0009"), grade, volume});
}

inline WaterfallTerms benchmark_waterfall() {
    return waterfall_of({unlimited(share_rule("contribution", DeductionKind::capital, "0.01", 1)),
                         unlimited(unit_rule("transport", DeductionKind::own_service, "0.03", 2)),
                         obligation_rule("input", DeductionKind::input, 3),
                         obligation_rule("loan", DeductionKind::loan, 4)},
                        "0.40");
}

/// The raw fortnight as a settlement; obligation 2 x producer is his input, the next his loan.
inline SettlementInputs benchmark_inputs(const RawFortnight& raw) {
    SettlementInputs made = inputs(benchmark_terms(), benchmark_waterfall(), {}, {});
    for (const auto& each : raw.producers) {
        auto producer = member(each.producer);
        const auto owe = [&](std::int64_t number, DeductionKind kind, std::int64_t due) {
            if (due > 0)
                producer.obligations.push_back({.number = {number},
                                                .kind = kind,
                                                .creditor = {},
                                                .remaining = {due, pen},
                                                .instalment = {due, pen},
                                                .first_due = day(1)});
        };
        owe(2 * each.producer, DeductionKind::input, each.input_due);
        owe(2 * each.producer + 1, DeductionKind::loan, each.loan_due);
        made.producers.push_back(std::move(producer));
    }
    std::int64_t sequence = 0;
    for (const auto& can : raw.cans)
        made.deliveries.push_back(
            {.organisation = {1},
             .day = fortnight.first + can.slot / 2,
             .source = {1},
             .sequence = ++sequence,
             .producer = {can.producer},
             .product = {1},
             .shift = can.slot % 2 == 0 ? Shift::morning : Shift::evening,
             .quantity = {can.grams},
             .outcome = can.accepted ? Outcome::accepted : Outcome::rejected,
             .readings = readings(
                 {{fat, can.fat_e2}, {solids, can.solids_e2}, {hygiene, can.hygiene}})});
    return made;
}

}  // namespace ayni::testing
