// The benchmark's job, done a second time in the plainest way, must give the same figures.

#include "domain/settlement/benchmark_job.h"

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "domain/settlement/post_settlement.h"

namespace ayni {
namespace {

using namespace testing;

std::int64_t half_even(std::int64_t numerator, std::int64_t denominator) {
    const auto quotient = numerator / denominator, twice = 2 * (numerator % denominator);
    if (twice > denominator || (twice == denominator && quotient % 2 == 1)) return quotient + 1;
    return quotient;
}

struct Expected {
    std::int64_t gross = 0, contribution = 0, transport = 0, input = 0, loan = 0, net = 0;
    bool operator==(const Expected&) const = default;
};

std::map<std::int64_t, std::int64_t> volumes(const RawFortnight& raw) {
    std::map<std::int64_t, std::int64_t> grams;
    for (const auto& can : raw.cans)
        if (can.accepted) grams[can.producer] += can.grams;
    return grams;
}

std::int64_t micro_price(const RawCan& can, std::int64_t volume) {
    constexpr std::int64_t hygiene_bonus[]{60000, 20000, 0, -100000};
    const std::int64_t bonus = volume >= 1'000'000 ? 30000 : volume >= 300'000 ? 15000 : 0;
    return 1450000 + 1800 * (can.fat_e2 - 340) + 900 * (can.solids_e2 - 1200) +
           hygiene_bonus[can.hygiene] + bonus;
}

std::map<std::int64_t, Expected> expected_of(const RawFortnight& raw) {
    const auto volume = volumes(raw);
    std::map<std::int64_t, Expected> all;
    for (const auto& can : raw.cans)
        if (can.accepted)
            all[can.producer].gross += half_even(
                can.grams * micro_price(can, volume.at(can.producer)), 10'000'000);
    for (const auto& [producer, input_due, loan_due] : raw.producers) {
        const auto found = all.find(producer);
        if (found == all.end()) continue;
        auto& his = found->second;
        his.contribution = half_even(his.gross, 100);
        his.transport = half_even(volume.at(producer) * 3, 1000);
        const auto cap = his.gross * 40 / 100;
        his.input = std::min(input_due, cap);
        his.loan = std::min(loan_due, cap - his.input);
        his.net = his.gross - his.contribution - his.transport - his.input - his.loan;
    }
    return all;
}

Expected figures_of(const StatementFigures& statement) {
    Expected figures{.gross = statement.gross.minor, .net = statement.net.minor};
    for (const auto& line : lines_of(statement, LineKind::deduction)) {
        if (line.deduction == DeductionKind::capital) figures.contribution += line.amount.minor;
        if (line.deduction == DeductionKind::own_service) figures.transport += line.amount.minor;
        if (line.deduction == DeductionKind::input) figures.input += line.amount.minor;
        if (line.deduction == DeductionKind::loan) figures.loan += line.amount.minor;
    }
    return figures;
}

void expect_the_same(const RawFortnight& raw) {
    const auto statements = settle(benchmark_inputs(raw));
    ASSERT_TRUE(statements);
    const auto expected = expected_of(raw);
    std::map<std::int64_t, Expected> settled;
    for (const auto& statement : *statements) {
        if (statement.deliveries == 0) continue;
        settled[statement.producer.number] = figures_of(statement);
        const auto legs = settlement_legs(statement);
        EXPECT_TRUE(check_balanced(legs));
        EXPECT_TRUE(4 <= legs.size() && legs.size() <= 6);
    }
    EXPECT_EQ(settled.size(), expected.size());
    EXPECT_TRUE(settled == expected);
}

TEST(BenchmarkJob, GivesTheFiguresOfItsSpecification) {
    expect_the_same(raw_fortnight(190, 88172645463325252U));
}

TEST(BenchmarkJob, GivesThemForOtherSeeds) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) expect_the_same(raw_fortnight(20, seed));
}

TEST(BenchmarkJob, LeavesOutWhoBroughtOnlyRejectedMilk) {
    auto raw = raw_fortnight(3, 5);
    for (auto& can : raw.cans)
        if (can.producer == 2) can.accepted = false;
    expect_the_same(raw);
}

TEST(BenchmarkJob, RoundsTiesToTheEvenCentimo) {
    RawFortnight raw{.producers = {{1, 0, 0}}, .cans = {}};
    for (int slot = 0; slot < 30; ++slot)  // 10.2 kg at 1.45 + 0.06 + 0.015 (over 300 kg) is 15.555
        raw.cans.push_back({1, slot, 10'000 + 200 * slot, 340, 1200, 0, true});
    expect_the_same(raw);
}

}  // namespace
}  // namespace ayni
