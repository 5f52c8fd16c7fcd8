#include "domain/sale/expected_periods.h"

#include <gtest/gtest.h>

namespace ayni {
namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

TEST(ExpectedPeriods, AreWeeksFromMonday) {
    EXPECT_EQ(expected_periods(CalendarPeriod::week, {day("2025-03-05"), day("2025-03-17")}),
              (std::vector<Period>{{day("2025-03-03"), day("2025-03-09")},
                                   {day("2025-03-10"), day("2025-03-16")}}));
    EXPECT_EQ(expected_periods(CalendarPeriod::week, {day("1969-12-29"), day("1970-01-04")}),
              (std::vector<Period>{{day("1969-12-29"), day("1970-01-04")}}));
}

TEST(ExpectedPeriods, AreMonths) {
    EXPECT_EQ(expected_periods(CalendarPeriod::month, {day("2024-12-05"), day("2025-02-28")}),
              (std::vector<Period>{{day("2024-12-01"), day("2024-12-31")},
                                   {day("2025-01-01"), day("2025-01-31")},
                                   {day("2025-02-01"), day("2025-02-28")}}));
    EXPECT_TRUE(
        expected_periods(CalendarPeriod::month, {day("2025-02-01"), day("2025-02-27")}).empty());
}

TEST(Shortfall, IsAskedOfWhoeverDidNotDoHisPart) {
    const auto of = [](int left, int collected) {
        return shortfall(Quantity{1000}, Rate{50'000}, Quantity{left}, Quantity{collected});
    };
    EXPECT_EQ(of(950, 0), Shortfall::none);
    EXPECT_EQ(of(2000, 0), Shortfall::none);
    EXPECT_EQ(of(949, 999), Shortfall::ours);
    EXPECT_EQ(of(949, 1000), Shortfall::buyers);
}

}  // namespace
}  // namespace ayni
