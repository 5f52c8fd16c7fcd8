#include "domain/asset/asset.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ayni {
namespace {

const Currency pen = Currency::of("PEN").value();

Money soles(std::int64_t cents) { return {cents, pen}; }

Asset tank() {
    Asset asset;
    asset.number = {4};
    asset.day = date_of({2025, 3, 20});
    asset.cost = soles(10000);
    asset.residual = soles(1000);
    asset.months = 7;
    asset.before = soles(0);
    return asset;
}

TEST(Asset, LosesItsValueFromTheMonthInWhichItWasBought) {
    EXPECT_EQ(depreciated_by_plan(tank(), date_of({2025, 2, 28})), soles(0));
    EXPECT_EQ(depreciated_by_plan(tank(), date_of({2025, 3, 31})), soles(1286));
    EXPECT_EQ(depreciated_by_plan(tank(), date_of({2025, 9, 30})), soles(9000));
    EXPECT_EQ(depreciated_by_plan(tank(), date_of({2099, 9, 30})), soles(9000));
}

TEST(Asset, CountsWhatWasDepreciatedBeforeTheBooksBegan) {
    auto asset = tank();
    asset.before = soles(5000);
    EXPECT_EQ(depreciated_by_plan(asset, date_of({2025, 3, 31})), soles(5000));
    EXPECT_EQ(depreciated_by_plan(asset, date_of({2025, 6, 30})), soles(5144));
}

TEST(Asset, IsSoldAtAGainOrALoss) {
    const auto gain = disposal_legs(tank(), soles(9000), soles(2500), AccountRole::bank);
    EXPECT_TRUE(check_balanced(gain).has_value());
    EXPECT_EQ(gain[2], (Leg{AccountRole::service_income, {}, {}, 0, soles(-1500)}));
    const auto loss = disposal_legs(tank(), soles(9000), soles(0), AccountRole::bank);
    EXPECT_TRUE(check_balanced(loss).has_value());
    EXPECT_EQ(loss[1], (Leg{AccountRole::general_cost, {}, {}, 0, soles(1000)}));
}

TEST(Asset, HasACostALifeAndARest) {
    auto asset = tank();
    EXPECT_TRUE(check_asset(asset).has_value());
    asset.residual = asset.cost;
    EXPECT_EQ(check_asset(asset).error().problems.front().where, "/residual");
    asset = tank();
    asset.months = 0;
    EXPECT_EQ(check_asset(asset).error().problems.front().where, "/months");
    asset = tank();
    asset.before = soles(9001);
    EXPECT_EQ(check_asset(asset).error().problems.front().where, "/before");
    asset = tank();
    asset.cost = soles(0);
    EXPECT_EQ(check_asset(asset).error().reason(), Refusal::amount_not_positive);
}

RC_GTEST_PROP(Asset, NeverGainsValueAndEndsAtItsRest, ()) {
    auto asset = tank();
    asset.cost = soles(*rc::gen::inRange<std::int64_t>(1, 100'000'000));
    asset.residual = soles(*rc::gen::inRange<std::int64_t>(0, asset.cost.minor));
    asset.months = *rc::gen::inRange(1, longest_life_months + 1);
    Money before = soles(0);
    const auto begin = civil(asset.day);
    for (int month = 0; month < asset.months; ++month) {
        const int months = begin.year * 12 + begin.month + month;
        const auto end = date_of({months / 12, months % 12 + 1, 1}) - 1;
        const auto now = depreciated_by_plan(asset, end);
        RC_ASSERT(!(now < before));
        before = now;
    }
    RC_ASSERT(before == asset.cost - asset.residual);
}

}  // namespace
}  // namespace ayni
