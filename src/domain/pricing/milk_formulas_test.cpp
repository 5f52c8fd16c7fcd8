#include "domain/pricing/milk_formulas.h"

#include <gtest/gtest.h>

namespace ayni {
namespace {

Exact exact(const char* text) { return *Exact::parse(text); }

// A corner of the lactometer table of IS 10083 (27 °C), corrections to the reading.
LactometerTable table() {
    return {.temperatures = {exact("21.5"), exact("22.0"), exact("22.5")},
            .fats = {exact("2"), exact("4"), exact("6")},
            .corrections = {{exact("-1.7"), exact("-1.7"), exact("-1.8")},
                            {exact("-1.5"), exact("-1.6"), exact("-1.7")},
                            {exact("-1.4"), exact("-1.4"), exact("-1.5")}}};
}

TEST(LactometerCorrection, IsThatOfTheTableOnItsPlaces) {
    EXPECT_EQ(lactometer_correction(table(), exact("22.0"), exact("4")), exact("-1.6"));
    EXPECT_EQ(lactometer_correction(table(), exact("21.5"), exact("2")), exact("-1.7"));
    EXPECT_EQ(lactometer_correction(table(), exact("22.5"), exact("6")), exact("-1.5"));
}

TEST(LactometerCorrection, IsStraightInFatAndInTemperature) {
    EXPECT_EQ(lactometer_correction(table(), exact("22.0"), exact("3.5")), exact("-1.575"));
    EXPECT_EQ(lactometer_correction(table(), exact("22.25"), exact("4")), exact("-1.5"));
    EXPECT_EQ(lactometer_correction(table(), exact("22.25"), exact("5")), exact("-1.55"));
}

TEST(LactometerCorrection, RefusesWhatTheTableDoesNotReach) {
    for (const auto* temperature : {"21.4", "22.6"})
        EXPECT_EQ(lactometer_correction(table(), exact(temperature), exact("4")).error().reason(),
                  Refusal::out_of_range);
    for (const auto* fat : {"1.9", "6.1"})
        EXPECT_EQ(lactometer_correction(table(), exact("22"), exact(fat)).error().reason(),
                  Refusal::out_of_range);
}

TEST(SolidsNotFat, FollowsTheConstantsOfTheUnion) {
    EXPECT_EQ(solids_not_fat({Exact{1} / 4, exact("0.21"), exact("0.36")}, 28, exact("3.5")),
              exact("8.095"));
}

TEST(AddedWater, IsNoneInPureMilkAndRefusedWithoutAReference) {
    EXPECT_EQ(added_water_percent({exact("-0.520"), exact("-0.520")}), Exact{0});
    EXPECT_TRUE(added_water_percent({0, exact("-0.520")}).is_broken());
}

}  // namespace
}  // namespace ayni
