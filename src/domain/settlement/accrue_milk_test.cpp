#include "domain/settlement/accrue_milk.h"

#include <gtest/gtest.h>

namespace ayni {
namespace {

const auto pen = Currency::known("PEN");

TEST(AccrueMilk, PurchasesStandAgainstWhatEachProducerWouldGet) {
    const auto legs = accrual_legs({{{1}, Money{1450, pen}, true},
                                    {{2}, Money{550, pen}, false},
                                    {{3}, Money{1000, pen}, true}});
    ASSERT_EQ(legs.size(), 5U);
    EXPECT_EQ(legs[0].role, AccountRole::purchases_member);
    EXPECT_EQ(legs[0].amount, (Money{2450, pen}));
    EXPECT_EQ(legs[1].role, AccountRole::purchases_third);
    EXPECT_EQ(legs[1].amount, (Money{550, pen}));
    EXPECT_EQ(legs[2], (Leg{AccountRole::producer_payable, {1}, {}, 0, Money{-1450, pen}}));
    EXPECT_TRUE(check_balanced(legs).has_value());
}

TEST(AccrueMilk, MilkThatIsWorthNothingMakesNoLeg) {
    EXPECT_TRUE(accrual_legs({{{1}, Money{0, pen}, true}}).empty());
    EXPECT_TRUE(accrual_legs({}).empty());
}

}  // namespace
}  // namespace ayni
