#include "domain/pricing/coffee_formulas.h"

#include <gtest/gtest.h>

#include <vector>

namespace ayni {
namespace {

Exact exact(const char* text) { return *Exact::parse(text); }

TEST(YieldFactor, OfASampleWithoutExportableCoffeeIsRefused) {
    EXPECT_EQ(yield_factor({250, 0}, 70).rounded(1, Rounding::half_up).error().reason(),
              Refusal::overflow);
    EXPECT_EQ(yield_factor({250, exact("189.8")}, 70).printed(1, Rounding::half_up), "92.2");
}

TEST(Quintal, IsNotTheSameInKilogramsAndInPounds) {
    const auto pounds = value_by_pound(exact("1.9740"), kilograms_per_pound() * 100);
    EXPECT_EQ(pounds, exact("197.40"));
    EXPECT_EQ((value_by_pound(exact("1.9740"), 46) / pounds).printed(4, Rounding::half_up),
              "1.0141");
}

TEST(DriedKilograms, OfGrainThatIsDryAlreadyAreAsMany) {
    EXPECT_EQ(dried_kilograms(1'000, {14, 14}), Exact{1'000});
    EXPECT_EQ(dried_kilograms(1'000, {20, 12}).printed(3, Rounding::half_up), "909.091");
    EXPECT_TRUE(dried_kilograms(1'000, {20, 100}).is_broken());
}

TEST(CountDefects, RoundsDownEachKindByItself) {
    const auto count = [](std::vector<DefectCount> counts) {
        return count_defects(sca_washed_arabica(), counts);
    };
    EXPECT_EQ(count({{"broken", 4}, {"shell", 4}}), (FullDefects{0, 0}));
    EXPECT_EQ(count({{"full_black", 1}, {"severe_insect", 9}}), (FullDefects{2, 0}));
    EXPECT_EQ(count({{"stone", 1}}).error().problems,
              (std::vector<Problem>{{Refusal::not_a_choice, "", "stone"}}));
    EXPECT_EQ(count({{"broken", -1}}).error().reason(), Refusal::out_of_range);
    EXPECT_FALSE(is_specialty({1, 0}, 5));
    EXPECT_TRUE(is_specialty({0, 5}, 5));
    EXPECT_FALSE(is_specialty({0, 6}, 5));
}

}  // namespace
}  // namespace ayni
