#include "domain/settlement/usual_period.h"

#include <gtest/gtest.h>

namespace ayni {
namespace {

Date march(int day) { return date_of({2025, 3, day}); }
Period march(int first, int last) { return {march(first), march(last)}; }

TEST(UsualPeriod, IsTheFortnightUnlessAnotherWasSettledBefore) {
    EXPECT_EQ(usual_period({}, march(8)), march(1, 15));
    EXPECT_EQ(usual_period({march(1, 15)}, march(17)), march(16, 31));
}

TEST(UsualPeriod, GoesOnByTheWeekOrTheMonth) {
    EXPECT_EQ(usual_period({march(1, 7)}, march(8)), march(8, 14));
    EXPECT_EQ(usual_period({march(1, 7)}, march(16)), march(15, 21));
    EXPECT_EQ(usual_period({{date_of({2025, 2, 1}), date_of({2025, 2, 28})}}, march(4)),
              march(1, 31));
}

TEST(UsualPeriod, TakesNoDayThatIsSettledAlready) {
    EXPECT_EQ(usual_period({march(1, 14), march(16, 31)}, march(15)), march(15, 15));
    EXPECT_EQ(usual_period({march(10, 15)}, march(2)), march(1, 9));
    EXPECT_EQ(usual_period({march(1, 14), march(15, 15)}, march(17)), march(16, 31));
}

}  // namespace
}  // namespace ayni
