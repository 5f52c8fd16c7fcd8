#include "domain/sale/usual_arrivals.h"

#include <gtest/gtest.h>

namespace ayni {
namespace {

// A Monday.
const Date monday = parse_date("2025-03-31").value();

std::vector<DayQuantity> left_on_mondays(std::vector<std::int64_t> newest_first) {
    std::vector<DayQuantity> left;
    for (auto day = monday; const auto quantity : newest_first) {
        if (quantity > 0) left.push_back({day, {quantity}});
        day = day - 7;
    }
    return left;
}

TEST(UsualArrivals, AreTheMeanOfTheSameDayOfFourWeeks) {
    const auto usual = usual_arrivals(left_on_mondays({100, 200, 300, 401, 9000}), monday, 7);
    ASSERT_EQ(usual.size(), 7U);
    EXPECT_EQ(usual[0], (DayQuantity{monday + 1, {0}}));
    EXPECT_EQ(usual[6], (DayQuantity{monday + 7, {250}}));  // 1001 / 4, half-even
}

TEST(UsualArrivals, CountAWeekInWhichNothingLeftAsNothing) {
    EXPECT_EQ(usual_arrivals(left_on_mondays({100, 0, 0, 100}), monday, 7)[6].quantity.thousandths,
              50);
}

TEST(UsualArrivals, DoNotCountWeeksBeforeTheFirst) {
    EXPECT_EQ(usual_arrivals(left_on_mondays({100, 200}), monday, 7)[6].quantity.thousandths, 150);
}

TEST(UsualArrivals, AddUpWhatLeftOnOneDayAndLeaveOutWhatIsStillToLeave) {
    const std::vector<DayQuantity> left{{monday, {70}}, {monday + 7, {900}}, {monday, {30}}};
    EXPECT_EQ(usual_arrivals(left, monday, 7)[6].quantity.thousandths, 100);
}

TEST(UsualArrivals, AreUnknownAfterFourWeeksWithoutAny) {
    EXPECT_TRUE(usual_arrivals({}, monday, 7).empty());
    EXPECT_TRUE(usual_arrivals(left_on_mondays({0, 0, 0, 0, 100}), monday, 7).empty());
    EXPECT_FALSE(usual_arrivals(left_on_mondays({0, 0, 0, 100}), monday, 7).empty());
}

TEST(UsualArrivals, OfAFortnightLookBackOnDaysThatAreOver) {
    const auto usual = usual_arrivals(left_on_mondays({100, 100, 100, 100}), monday, 14);
    EXPECT_EQ(usual[13].quantity.thousandths, 100);
}

}  // namespace
}  // namespace ayni
