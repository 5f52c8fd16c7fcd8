#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "domain/settlement/milk_of_period.h"
#include "domain/settlement/testing.h"

namespace ayni {
namespace {

using namespace testing;

constexpr Wide centimo = 10'000'000;  // 10^-9 soles in a céntimo

std::vector<std::int64_t> minors(const std::vector<Money>& shares) {
    std::vector<std::int64_t> all;
    for (const auto share : shares) all.push_back(share.minor);
    return all;
}
using Minors = std::vector<std::int64_t>;

TEST(AllotSigned, SpreadsTheRestByLargestFraction) {
    const std::vector<Wide> exact{centimo * 1040 / 100, centimo * 230 / 100, centimo * 130 / 100};
    EXPECT_EQ(minors(allot_signed({14, pen}, exact)), (Minors{11, 2, 1}));
}

TEST(AllotSigned, RoundsAPenaltyTowardsMinusInfinityFirst) {
    const std::vector<Wide> exact{centimo * 1000 / 100, -centimo * 240 / 100};
    EXPECT_EQ(minors(allot_signed({8, pen}, exact)), (Minors{10, -2}));
    EXPECT_EQ(minors(allot_signed({7, pen}, exact)), (Minors{10, -3}));
}

TEST(AllotSigned, GivesATieToTheEarlier) {
    const std::vector<Wide> exact{centimo / 2, centimo / 2};
    EXPECT_EQ(minors(allot_signed({1, pen}, exact)), (Minors{1, 0}));
}

TEST(AllotSigned, LeavesPartsOfNothingAtNothing) {
    const std::vector<Wide> exact{0, centimo * 5, 0};
    EXPECT_EQ(minors(allot_signed({7, pen}, exact)), (Minors{0, 7, 0}));
    EXPECT_EQ(minors(allot_signed({0, pen}, std::vector<Wide>{0, 0})), (Minors{0, 0}));
}

TEST(AllotSigned, TakesFromTheSmallestFractionFirstWhenRoundingsLostMore) {
    const std::vector<Wide> exact{centimo * 101 / 10, centimo * 209 / 10};
    EXPECT_EQ(minors(allot_signed({29, pen}, exact)), (Minors{9, 20}));
    EXPECT_EQ(minors(allot_signed({34, pen}, exact)), (Minors{12, 22}));
}

RC_GTEST_PROP(AllotSigned, SumsToTheTotalWithinAUnitOfEachPart,
              (const std::vector<std::int32_t>& parts)) {
    std::vector<Wide> exact;
    Wide sum = 0;
    for (const auto part : parts) sum += exact.emplace_back(static_cast<Wide>(part) * 1'237);
    const auto total = static_cast<std::int64_t>(divide(sum, centimo, Rounding::half_even));
    const auto shares = allot_signed({total, pen}, exact);
    std::int64_t allotted = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        allotted += shares[i].minor;
        const Wide off = shares[i].minor * centimo - exact[i];
        RC_ASSERT(-centimo <= off && off <= centimo);
    }
    RC_ASSERT(allotted == total);
}

}  // namespace
}  // namespace ayni
