#include "kernel/slashed_day.h"

#include <gtest/gtest.h>

namespace ayni {
namespace {

std::string read(std::string_view text) {
    const auto written = read_slashed(text);
    const auto date = written ? day_first(*written) : std::nullopt;
    return date ? print(*date) : "";
}

DayOrder order_of(std::initializer_list<std::string_view> days) {
    DayOrder order;
    for (auto day : days) order.see(read_slashed(day).value());
    return order;
}

TEST(SlashedDay, HasTheDayFirst) {
    EXPECT_EQ(read("31/03/2025"), "2025-03-31");
    EXPECT_EQ(read("3/4/2025"), "2025-04-03");
    EXPECT_EQ(read("03/4/2025"), "2025-04-03");
    EXPECT_EQ(read("29/2/2024"), "2024-02-29");
}

TEST(SlashedDay, IsNoOtherText) {
    for (std::string_view text :
         {"", "/", "//", "31/03", "31/03/25", "31/03/20255", "2025/03/31", "031/03/2025",
          "31-03-2025", "3a/4/2025", "-3/4/2025", "3/4/2025/", "3/4/2025 0:00", " 3/4/2025"})
        EXPECT_FALSE(read_slashed(text)) << text;
    for (std::string_view text : {"31/02/2025", "03/31/2025", "00/01/2025", "1/0/2025", "1/1/1899"})
        EXPECT_EQ(read(text), "") << text;
}

TEST(DayOrder, IsToldByADayAboveTwelve) {
    EXPECT_FALSE(order_of({"3/4/2025", "13/4/2025"}).is_assumed());
    EXPECT_FALSE(order_of({"3/4/2025", "13/4/2025"}).is_month_first());
}

TEST(DayOrder, IsAssumedWhenNoDayTells) {
    EXPECT_TRUE(order_of({"3/4/2025", "12/12/2025"}).is_assumed());
    EXPECT_FALSE(order_of({}).is_assumed());
}

TEST(DayOrder, IsNotOursWhenTheMonthStandsFirst) {
    EXPECT_TRUE(order_of({"3/4/2025", "4/13/2025"}).is_month_first());
    EXPECT_TRUE(order_of({"13/4/2025", "4/13/2025"}).is_month_first());
    EXPECT_FALSE(order_of({"31/2/2025", "13/13/2025", "0/40/2025"}).is_month_first());
}

}  // namespace
}  // namespace ayni
