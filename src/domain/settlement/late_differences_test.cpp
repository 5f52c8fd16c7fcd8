#include "domain/settlement/late_differences.h"

#include <gtest/gtest.h>

#include "domain/settlement/testing.h"

namespace ayni {
namespace {

using namespace testing;

MilkValue milk(std::int64_t producer, const char* amount, const char* quantity, bool member) {
    return {{producer}, soles(amount), member, kg(quantity)};
}
std::vector<std::string> texts(const std::vector<LateDifference>& late) {
    std::vector<std::string> all;
    for (const auto& each : late)
        all.push_back(std::to_string(each.producer.number) +
                      (each.member ? " member " : " other ") + print_amount(each.amount) + " " +
                      print(each.quantity));
    return all;
}
using Texts = std::vector<std::string>;

TEST(LateDifferences, StandOnTheSideOfTheMilkThatChanged) {
    const std::vector posted{milk(1, "100", "100", true), milk(1, "50", "50", false)};
    const std::vector now{milk(1, "60", "50", false)};
    EXPECT_EQ(texts(late_differences({{4}, posted, now, {}})),
              (Texts{"1 other 10.00 0.000", "1 member -100.00 -100.000"}));
}

TEST(LateDifferences, AreWhatNoSettlementSettledYet) {
    const std::vector posted{milk(1, "10", "10", true)};
    const std::vector now{milk(1, "17", "17", true), milk(2, "5", "5", false)};
    const std::vector<LateDifference> settled{{{4}, {1}, soles("5"), true, kg("5")},
                                              {{4}, {2}, soles("5"), false, kg("5")}};
    EXPECT_EQ(texts(late_differences({{4}, posted, now, settled})), Texts{"1 member 2.00 2.000"});
    EXPECT_TRUE(late_differences({{4}, posted, posted, {}}).empty());
}

TEST(LateDifferences, OfMilkThatCostsNothingAreItsKilograms) {
    const std::vector now{milk(1, "0", "5", true)};
    EXPECT_EQ(texts(late_differences({{4}, {}, now, {}})), Texts{"1 member 0.00 5.000"});
}

TEST(KeepWithinMilk, LeavesWhatCannotBeTakenOffForLater) {
    std::vector<LateDifference> late{{{4}, {1}, soles("-9"), false, {-9'000}},
                                     {{4}, {1}, soles("-9"), true, {-9'000}},
                                     {{5}, {1}, soles("0"), true, {-1'000}},
                                     {{5}, {2}, soles("-3"), true, {-3'000}},
                                     {{5}, {2}, soles("1"), false, {1'000}}};
    keep_within_milk(late, {delivery(1, day(2), "12"), rejected(delivery(1, day(3), "50"))});
    EXPECT_EQ(texts(late), (Texts{"1 other -9.00 -9.000", "1 member -9.00 -3.000",
                                  "2 member -3.00 -1.000", "2 other 1.00 1.000"}));
}

}  // namespace
}  // namespace ayni
