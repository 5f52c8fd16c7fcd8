#include "domain/pricing/statistics.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace ayni {
namespace {

using Values = std::vector<std::int32_t>;

TEST(RunningMean, IsWeightedByQuantity) {
    RunningMean mean;
    EXPECT_EQ(mean.value(), std::nullopt);
    mean.add(400, 10'000);
    mean.add(300, 30'000);
    EXPECT_EQ(mean.value(), Mean{325'000'000});
    mean.add(300, 0);
    EXPECT_EQ(mean.value(), Mean{325'000'000});
}

TEST(RunningMean, IsRoundedHalfEvenOnce) {
    RunningMean mean;
    for (const auto value : {1, 1, 2}) mean.add(value, 1);
    EXPECT_EQ(mean.value(), Mean{1'333'333});
    mean.add(2, 3);
    EXPECT_EQ(mean.value(), Mean{1'666'667});
    for (const auto& [value, rounded] : {std::pair{1, 0}, std::pair{3, 2}}) {
        RunningMean tie;  // value / 2'000'000
        tie.add(value, 1);
        tie.add(0, 1'999'999);
        EXPECT_EQ(tie.value(), Mean{rounded});
    }
    RunningMean negative;
    for (const auto value : {-1, -2}) negative.add(value, 1);
    EXPECT_EQ(negative.value(), Mean{-1'500'000});
}

TEST(MeanOfLastThree, TakesTheLatestAndAsManyAsThereAre) {
    EXPECT_EQ(mean_of_last_three({}), std::nullopt);
    EXPECT_EQ(mean_of_last_three(Values{350}), Mean{350'000'000});
    EXPECT_EQ(mean_of_last_three(Values{350, 360}), Mean{355'000'000});
    EXPECT_EQ(mean_of_last_three(Values{900, 350, 360, 370}), Mean{360'000'000});
}

TEST(SmoothedMean, WeighsTheLatestMost) {
    EXPECT_EQ(smoothed_mean({150'000, 300'000, 90'000}, {60, 30, 10}), Mean{189'000'000'000});
    EXPECT_EQ(smoothed_mean({1, 2, 3}, {0, 0, 0}), std::nullopt);
}

TEST(GeometricMean, IsTheExactRoot) {
    EXPECT_EQ(geometric_mean(Values{4, 9}), Mean{6'000'000});
    EXPECT_EQ(geometric_mean(Values{2}), Mean{2'000'000});
    EXPECT_EQ(geometric_mean(Values{1, 2}), Mean{1'414'214});           // 1.41421356…
    EXPECT_EQ(geometric_mean(Values{1, 1, 1, 1, 2}), Mean{1'148'698});  // 1.148698354…
    EXPECT_EQ(geometric_mean(Values(64, 1'000'000'000)), Mean{1'000'000'000'000'000});
    EXPECT_EQ(geometric_mean(Values(500, 2'147'483'647)), Mean{2'147'483'647'000'000});
}

TEST(GeometricMean, OfNothingOrOfLessThanNothingIsNone) {
    EXPECT_EQ(geometric_mean({}), std::nullopt);
    EXPECT_EQ(geometric_mean(Values{5, -1, 0}), std::nullopt);
    EXPECT_EQ(geometric_mean(Values{5, 0}), Mean{0});
}

RC_GTEST_PROP(GeometricMeanProperty, LiesWithinHalfAMillionthOfTheRoot, ()) {
    // With two or three readings, powers fit 128 bits and can be compared directly.
    const auto n = *rc::gen::inRange<std::size_t>(2, 4);
    const auto values = *rc::gen::container<Values>(n, rc::gen::inRange(1, 1'000));
    const auto mean = geometric_mean(values)->millionths;
    Wide product = 1, low = 1, high = 1;
    for (const auto value : values) {
        product *= 2'000'000 * static_cast<Wide>(value);
        low *= 2 * mean - 1;
        high *= 2 * mean + 1;
    }
    RC_ASSERT(low < product && product < high);
}

RC_GTEST_PROP(GeometricMeanProperty, IsAboveNoneOfTheOthersAndTheSameInAnyOrder, ()) {
    auto values = *rc::gen::nonEmpty(
        rc::gen::container<Values>(rc::gen::inRange(1, 2'000'000'000)));
    const auto mean = geometric_mean(values)->millionths;
    RunningMean arithmetic;
    for (const auto value : values) arithmetic.add(value, 1);
    RC_ASSERT(mean <= arithmetic.value()->millionths);
    RC_ASSERT(mean >= std::ranges::min(values) * std::int64_t{1'000'000});
    std::ranges::sort(values);
    RC_ASSERT(geometric_mean(values)->millionths == mean);
}

}  // namespace
}  // namespace ayni
