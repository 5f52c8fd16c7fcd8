#include "domain/people/check_agreed_day.h"

#include <gtest/gtest.h>

namespace ayni {
namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

TEST(CheckAgreedDay, LiesBetween1990AndTwoYearsAhead) {
    const auto today = day("2026-03-01");
    for (auto good : {"1990-01-01", "2019-05-01", "2026-03-01", "2028-02-28"})
        EXPECT_TRUE(check_agreed_day(day(good), today, "/effective")) << good;
    for (auto bad : {"1900-01-01", "1989-12-31", "2028-03-04", "2099-01-01"}) {
        const auto checked = check_agreed_day(day(bad), today, "/effective");
        ASSERT_FALSE(checked) << bad;
        EXPECT_EQ(checked.error().problems.front(),
                  (Problem{Refusal::day_not_plausible, "/effective", bad}));
    }
}

}  // namespace
}  // namespace ayni
