#include "domain/people/check_validity.h"

#include <gtest/gtest.h>

namespace ayni {
namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

TEST(CheckValidity, LastsTenYearsAtMostFromADayThatIsPlausible) {
    const auto check = [](const char* first, const char* last) {
        return check_validity({day(first), day(last)}, day("2026-03-01"));
    };
    EXPECT_TRUE(check("2026-01-01", "2026-01-01"));
    EXPECT_TRUE(check("2020-03-01", "2030-02-28"));
    EXPECT_TRUE(check("2027-01-01", "2036-12-31"));
    const auto refused = [&](const char* first, const char* last) {
        const auto checked = check(first, last);
        return checked ? Problem{} : checked.error().problems.front();
    };
    EXPECT_EQ(refused("2026-01-02", "2026-01-01"), (Problem{Refusal::dates_reversed, "/last", {}}));
    EXPECT_EQ(refused("1900-01-01", "1901-01-01"),
              (Problem{Refusal::day_not_plausible, "/first", "1900-01-01"}));
    EXPECT_EQ(refused("2025-01-01", "2052-12-31"),
              (Problem{Refusal::day_not_plausible, "/last", "2052-12-31"}));
}

}  // namespace
}  // namespace ayni
