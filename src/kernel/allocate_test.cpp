#include "kernel/allocate.h"

#include <numeric>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kernel/arbitrary_test.h"
#include "kernel/shared_data_test.h"

namespace ayni {
namespace {

const Currency pen = Currency::known("PEN");

std::vector<std::int64_t> minor_of(const std::vector<Money>& shares) {
    std::vector<std::int64_t> minor;
    for (const auto& share : shares) minor.push_back(share.minor);
    return minor;
}

std::vector<std::int64_t> split(std::int64_t total, const std::vector<std::int64_t>& weights) {
    return minor_of(allocate({total, pen}, weights));
}

using Shares = std::vector<std::int64_t>;

TEST(Allocate, GivesTheRestToTheLargestRemainders) {
    EXPECT_EQ(split(100, {1, 1, 1}), (Shares{34, 33, 33}));
    EXPECT_EQ(split(100, {1, 2, 3}), (Shares{17, 33, 50}));
    EXPECT_EQ(split(1, {1, 1}), (Shares{1, 0}));
    EXPECT_EQ(split(0, {1, 1}), (Shares{0, 0}));
    EXPECT_EQ(split(5, {0, 1, 0}), (Shares{0, 5, 0}));
    EXPECT_EQ(split(7, {3}), (Shares{7}));
    EXPECT_EQ(split(0, {}), (Shares{}));
    EXPECT_EQ(split(0, {0, 0}), (Shares{0, 0}));
}

TEST(Allocate, SharesADebtLikeAGain) {
    EXPECT_EQ(split(-100, {1, 1, 1}), (Shares{-34, -33, -33}));
    EXPECT_EQ(split(-1, {1, 1}), (Shares{-1, 0}));
}

TEST(Allocate, StopsWhereNobodyCanTakeTheTotal) {
    EXPECT_DEATH((void)split(1, {}), "broken claim");
    EXPECT_DEATH((void)split(1, {0, 0}), "broken claim");
    EXPECT_DEATH((void)split(1, {2, -1}), "broken claim");
}

RC_GTEST_PROP(Allocate, AddsUpAndIsFairToTheLastMinorUnit, ()) {
    const Money total{*any_number<std::int64_t>(), *any_currency()};
    auto weights = *rc::gen::container<std::vector<std::int64_t>>(rc::gen::oneOf(
        rc::gen::inRange<std::int64_t>(0, 5), rc::gen::inRange<std::int64_t>(0, INT64_MAX)));
    weights.push_back(*rc::gen::inRange<std::int64_t>(1, 1'000'000));
    const Wide whole = std::accumulate(weights.begin(), weights.end(), Wide{0});
    const auto shares = allocate(total, weights);
    RC_ASSERT(shares.size() == weights.size());
    Wide sum = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        sum += shares[i].minor;
        RC_ASSERT(shares[i].currency == total.currency);
        if (weights[i] == 0) RC_ASSERT(shares[i].minor == 0);
        // |share - total x weight / whole| < 1, without the division and within 128 bits.
        const Wide exact = static_cast<Wide>(total.minor) * weights[i];
        const Wide floor = exact / whole, given = shares[i].minor;
        RC_ASSERT((given - floor >= -1 && given - floor <= 1));
        if (exact % whole == 0) RC_ASSERT((given == floor));
        RC_ASSERT((total.minor >= 0 ? given >= floor : given <= floor));
    }
    RC_ASSERT((sum == total.minor));
}

RC_GTEST_PROP(Allocate, GivesEqualWeightsSharesThatDifferByOneAtMost, ()) {
    const auto total = *any_number<std::int64_t>();
    const auto count = *rc::gen::inRange<std::size_t>(1, 50);
    const auto shares = split(total, Shares(count, *rc::gen::inRange<std::int64_t>(1, 100)));
    const auto [low, high] = std::ranges::minmax_element(shares);
    RC_ASSERT(*high - *low <= 1);
}

RC_GTEST_PROP(Allocate, NeverPrefersTheSmallerOfTwoWeights, ()) {
    const auto total = *rc::gen::inRange<std::int64_t>(0, 1'000'000);
    const auto weights = *rc::gen::nonEmpty(
        rc::gen::container<Shares>(rc::gen::inRange<std::int64_t>(1, 1'000)));
    const auto shares = split(total, weights);
    for (std::size_t i = 0; i < shares.size(); ++i)
        for (std::size_t k = 0; k < shares.size(); ++k)
            if (weights[i] > weights[k]) RC_ASSERT(shares[i] >= shares[k]);
}

TEST(Allocate, AgreesWithTheVectorOfTheSecondPayment) {
    for (const auto& vector : domain_vectors("coffee")) {
        if (vector.find("id")->text != "C13") continue;
        const auto& inputs = *vector.find("inputs");
        std::vector<std::int64_t> weights;
        for (const auto& quintals : inputs.find("qq")->items)
            weights.push_back(parse_money(quintals.text, Currency::known("KWD"))->minor);
        const auto shares = allocate(parse_money(inputs.find("pool")->text, pen).value(), weights);
        const auto& expected = vector.find("expected")->find("shares")->items;
        ASSERT_EQ(shares.size(), expected.size());
        for (std::size_t i = 0; i < shares.size(); ++i)
            EXPECT_EQ(print_amount(shares[i]), expected[i].text);
    }
}

}  // namespace
}  // namespace ayni
