#include "kernel/quality.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kernel/arbitrary_test.h"
#include "kernel/describe.h"

namespace ayni {
namespace {

TEST(Readings, TellNotAnalysedFromZero) {
    Readings readings;
    EXPECT_TRUE(readings.empty());
    readings.set({1, 0});
    EXPECT_FALSE(readings.empty());
    ASSERT_NE(readings.find(1), nullptr);
    EXPECT_EQ(*readings.find(1), 0);
    EXPECT_EQ(readings.find(2), nullptr);
    EXPECT_EQ(readings.find(0), nullptr);
    EXPECT_EQ(readings.find(9), nullptr);
    EXPECT_EQ(readings.find(255), nullptr);
}

TEST(Readings, HoldOneValueForEachAttribute) {
    Readings readings;
    readings.set({8, -1});
    readings.set({2, 12'40});
    readings.set({8, 5});
    EXPECT_EQ(readings.all(), (std::vector<Reading>{{2, 12'40}, {8, 5}}));
    EXPECT_DEATH(readings.set({0, 1}), "broken claim");
    EXPECT_DEATH(readings.set({9, 1}), "broken claim");
}

RC_GTEST_PROP(Readings, UnpackWhatTheyPack, ()) {
    const auto readings = *any_readings();
    RC_ASSERT(Readings::unpack(readings.pack()).value() == readings);
    Readings again;
    RC_ASSERT(describing::read_readings(describing::write_readings(&readings), &again));
    RC_ASSERT(again == readings);
}

RC_GTEST_PROP(Readings, HaveOnePackedForm, (const std::string& bytes)) {
    if (const auto readings = Readings::unpack(bytes)) RC_ASSERT(readings->pack() == bytes);
}

TEST(Readings, RefuseBytesThatAreNoReadings) {
    Readings two;
    two.set({1, 365});
    two.set({2, 12'40});
    const auto good = two.pack();
    const auto first = good.substr(0, 5), second = good.substr(5);
    for (const auto& bytes : {good.substr(1), good.substr(0, 9), second + first, first + first,
                              '\x00' + first.substr(1), '\x09' + first.substr(1)})
        EXPECT_EQ(Readings::unpack(bytes).error().reason(), Refusal::wrong_type);
    EXPECT_TRUE(Readings::unpack("").value().empty());
}

TEST(Readings, AreReadFromPairsOfWholeNumbers) {
    Readings readings;
    ASSERT_TRUE(describing::read_readings("2:-1240 1:365", &readings));
    EXPECT_EQ(readings.all(), (std::vector<Reading>{{1, 365}, {2, -1240}}));
    ASSERT_TRUE(describing::read_readings("", &readings));
    EXPECT_TRUE(readings.empty());
    for (std::string_view text :
         {" ", "1", "1:", ":5", "0:5", "9:5", "1:5 ", " 1:5", "1:5  2:6", "1:5 1:6", "01:5", "1:+5",
          "1:5.0", "1:2147483648", "1:5,2:6", "a:5", "1:five", "-1:5"})
        EXPECT_EQ(describing::read_readings(text, &readings).error().reason(), Refusal::wrong_type)
            << text;
}

}  // namespace
}  // namespace ayni
