#include "kernel/date.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kernel/arbitrary_test.h"

namespace ayni {
namespace {

Date day(std::string_view text) { return parse_date(text).value(); }

RC_GTEST_PROP(Date, ReadsBackWhatItPrints, ()) {
    const Date date = *any_day();
    RC_ASSERT(day(print(date)) == date);
    RC_ASSERT(date_of(civil(date)) == date);
}

TEST(Date, CountsFrom1970) {
    EXPECT_EQ(day("1970-01-01").days, 0);
    EXPECT_EQ(day("1900-01-01").days, -25'567);
    EXPECT_EQ(day("2199-12-31").days, 84'005);
    EXPECT_EQ(day("2025-03-01") - day("2025-02-28"), 1);
    EXPECT_EQ(print(day("2024-02-28") + 1), "2024-02-29");
}

TEST(Date, KnowsLeapYears) {
    for (std::string_view text : {"2000-02-29", "2024-02-29", "1904-02-29", "2196-02-29"})
        EXPECT_TRUE(parse_date(text)) << text;
    for (std::string_view text : {"1900-02-29", "2023-02-29", "2100-02-29", "2024-02-30"})
        EXPECT_EQ(parse_date(text).error().reason(), Refusal::not_a_date) << text;
}

TEST(Date, RefusesWhatIsNoDay) {
    for (std::string_view text : {"",
                                  "2025-3-01",
                                  "2025-03-1",
                                  "25-03-01",
                                  "2025/03/01",
                                  "01-03-2025",
                                  "2025-13-01",
                                  "2025-00-01",
                                  "2025-01-00",
                                  "2025-01-32",
                                  "2025-04-31",
                                  "1899-12-31",
                                  "2200-01-01",
                                  "0000-00-00",
                                  "2025-03-01 ",
                                  " 2025-03-01",
                                  "2025-03-+1",
                                  "+025-03-01",
                                  "2025-03-0x",
                                  "20250301",
                                  "2025-03-01T00:00:00Z"})
        EXPECT_EQ(parse_date(text).error().reason(), Refusal::not_a_date) << text;
    EXPECT_DEATH((void)date_of({2025, 2, 29}), "broken claim");
    EXPECT_DEATH((void)date_of({2025, 257, 1}), "broken claim");
    EXPECT_DEATH((void)date_of({2025, 1, 257}), "broken claim");
    EXPECT_DEATH((void)date_of({67'561, 1, 1}), "broken claim");
}

TEST(Fortnight, EndsOnThe15thAndOnTheLastOfTheMonth) {
    struct Row {
        std::string_view day, first, last;
    };
    for (const auto& row : std::to_array<Row>({
             {"2025-07-01", "2025-07-01", "2025-07-15"},
             {"2025-07-15", "2025-07-01", "2025-07-15"},
             {"2025-07-16", "2025-07-16", "2025-07-31"},
             {"2025-07-31", "2025-07-16", "2025-07-31"},
             {"2025-04-30", "2025-04-16", "2025-04-30"},
             {"2025-02-20", "2025-02-16", "2025-02-28"},
             {"2024-02-16", "2024-02-16", "2024-02-29"},
             {"2100-02-28", "2100-02-16", "2100-02-28"},
             {"2025-12-31", "2025-12-16", "2025-12-31"},
             {"1969-12-31", "1969-12-16", "1969-12-31"},
         }))
        EXPECT_EQ(fortnight_of(day(row.day)), (Period{day(row.first), day(row.last)})) << row.day;
}

RC_GTEST_PROP(Fortnight, HoldsItsDayAndLeavesNoDayBetween, ()) {
    const Date date = *any_day();
    const auto fortnight = fortnight_of(date);
    RC_ASSERT(fortnight.contains(date));
    RC_ASSERT(fortnight_of(fortnight.first) == fortnight);
    RC_ASSERT(fortnight_of(fortnight.last) == fortnight);
    RC_ASSERT(fortnight_of(fortnight.last + 1).first == fortnight.last + 1);
    RC_ASSERT(fortnight.days() >= 13);
    RC_ASSERT(fortnight.days() <= 16);
}

TEST(Period, OverlapsWhenADayIsInBoth) {
    const Period july{day("2025-07-01"), day("2025-07-15")};
    EXPECT_TRUE(july.overlaps({day("2025-07-15"), day("2025-07-15")}));
    EXPECT_TRUE(july.overlaps({day("2025-06-01"), day("2025-08-01")}));
    EXPECT_FALSE(july.overlaps({day("2025-07-16"), day("2025-07-31")}));
    EXPECT_FALSE(july.contains(day("2025-07-16")));
    EXPECT_EQ(july.days(), 15);
}

RC_GTEST_PROP(Instant, ReadsBackWhatItPrints, ()) {
    const Date date = *any_day();
    const Instant instant{date.days * INT64_C(86'400'000) + *rc::gen::inRange(0, 86'400'000)};
    RC_ASSERT(parse_instant(print(instant)).value() == instant);
    RC_ASSERT(print(instant).substr(0, 10) == print(date));
}

TEST(Instant, IsUtcToTheMillisecond) {
    EXPECT_EQ(parse_instant("1970-01-01T00:00:00.000Z"), Instant{0});
    EXPECT_EQ(parse_instant("2025-03-01T04:30:00.001Z"), Instant{1'740'803'400'001});
    EXPECT_EQ(print(Instant{-1}), "1969-12-31T23:59:59.999Z");
}

TEST(Instant, RefusesWhatIsNoMoment) {
    for (std::string_view text :
         {"", "2025-03-01", "2025-03-01T04:30:00Z", "2025-03-01T04:30:00.000",
          "2025-03-01t04:30:00.000Z", "2025-03-01T24:00:00.000Z", "2025-03-01T04:60:00.000Z",
          "2025-03-01T04:30:60.000Z", "2025-02-29T04:30:00.000Z", "2025-03-01T04:30:00.00-Z",
          "2025-03-01T04:30:00.000+", "2025-03-01T-4:30:00.000Z", "2025-03-01 04:30:00.000Z",
          "2025-03-01T04:30:00,000Z"})
        EXPECT_EQ(parse_instant(text).error().reason(), Refusal::not_an_instant) << text;
}

}  // namespace
}  // namespace ayni
