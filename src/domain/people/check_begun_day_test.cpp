#include "domain/people/check_begun_day.h"

#include <gtest/gtest.h>

namespace ayni {
namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

TEST(CheckBegunDay, LiesBetween1950AndAMonthAhead) {
    const auto today = day("2026-03-01");
    for (auto good : {"1950-01-01", "1989-05-01", "2026-03-01", "2026-04-01"})
        EXPECT_TRUE(check_begun_day(day(good), today, "/first")) << good;
    for (auto bad : {"1900-01-01", "1949-12-31", "2026-04-02", "2099-01-01"}) {
        const auto checked = check_begun_day(day(bad), today, "/first");
        ASSERT_FALSE(checked) << bad;
        EXPECT_EQ(checked.error().problems.front(),
                  (Problem{Refusal::day_not_plausible, "/first", bad}));
    }
}

}  // namespace
}  // namespace ayni
