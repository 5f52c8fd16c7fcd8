#include <algorithm>

#include <gtest/gtest.h>

#include "domain/settlement/testing.h"

namespace ayni {
namespace {

using namespace testing;

SettlementInputs two_cans() {
    auto period = inputs(
        terms_of({base("1.40"), per_point("fat", "3.40", "0.01", "0.0018")}), {},
        {member(1), member(2)},
        {delivery(1, day(2), "10"), delivery(1, day(1), "10.3", {}, Shift::evening),
         delivery(1, day(1), "5"), rejected(delivery(1, day(1), "5")), delivery(2, day(1), "5")});
    period.analyses = {analysis(1, day(1), readings({{fat, 350}}))};
    return period;
}

TEST(ExplainDeliveries, TellsEachAcceptedOneInItsOrder) {
    const auto explained = explain_deliveries(two_cans(), {1});
    ASSERT_TRUE(explained);
    ASSERT_EQ(explained->size(), 3U);
    EXPECT_EQ(explained->at(0).delivery.quantity, kg("5"));
    EXPECT_EQ(explained->at(1).delivery.shift, Shift::evening);
    EXPECT_EQ(explained->at(2).delivery.day, day(2));
    EXPECT_EQ(explained->at(0).terms, TermsNumber{1});
}

TEST(ExplainDeliveries, ShowsTheAnalysisThatCounted) {
    const auto explained = explain_deliveries(two_cans(), {1});
    ASSERT_TRUE(explained);
    EXPECT_EQ(explained->at(1).price, price_of("1.418"));
    EXPECT_EQ(explained->at(1).value, soles("14.61"));  // 10.3 x 1.418 = 14.6054
    EXPECT_EQ(explained->at(1).lines.at(1).value, "3.50");
    EXPECT_EQ(explained->at(2).price, price_of("1.40"));
    EXPECT_TRUE(explained->at(2).lines.at(1).missing);
}

TEST(ExplainDeliveries, HasNothingToTellOfAStranger) {
    EXPECT_TRUE(explain_deliveries(two_cans(), {99})->empty());
}

TEST(ExplainDeliveries, NamesTheFirstWithoutAPrice) {
    auto period = two_cans();
    period.member_terms.front().effective = day(2);
    const auto refused = explain_deliveries(period, {1});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().problems.front(),
              (Problem{Refusal::no_terms_on_day, "/producers/1", "2025-03-01"}));
}

}  // namespace
}  // namespace ayni
