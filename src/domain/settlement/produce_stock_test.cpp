#include "domain/settlement/produce_stock.h"

#include <gtest/gtest.h>

#include "domain/settlement/testing.h"

namespace ayni {
namespace {

using namespace testing;

ProduceStock lot() {
    ProduceStock stock;
    stock.number = {3};
    stock.cost = soles("900");
    stock.shrink = soles("12");
    stock.bought_from = MembershipKind::supplier;
    return stock;
}

TEST(ProduceStock, LeavesPurchasesForTheStoreAndWhatIsLostForShrinkage) {
    const auto legs = stock_legs(lot());
    EXPECT_EQ(legs, (std::vector<Leg>{{AccountRole::stock_produce, {}, {}, 3, soles("900")},
                                      {AccountRole::shrinkage, {}, {}, 3, soles("12")},
                                      {AccountRole::purchases_third, {}, {}, 0, soles("-912")}}));
    EXPECT_TRUE(check_balanced(legs).has_value());
}

TEST(ProduceStock, GoesBackIntoPurchasesAsItIsSold) {
    auto stock = lot();
    stock.bought_from = MembershipKind::member;
    const auto legs = release_legs(stock);
    EXPECT_EQ(legs, (std::vector<Leg>{{AccountRole::purchases_member, {}, {}, 0, soles("900")},
                                      {AccountRole::stock_produce, {}, {}, 3, soles("-900")}}));
    stock.shrink = soles("0");
    EXPECT_EQ(stock_legs(stock).size(), 2U);
}

TEST(ProduceStock, StandsAmongTheAssets) {
    EXPECT_EQ(class_of(AccountRole::stock_produce), AccountClass::asset);
    EXPECT_EQ(class_of(AccountRole::shrinkage), AccountClass::expense);
}

}  // namespace
}  // namespace ayni
