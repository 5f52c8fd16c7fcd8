#include "domain/settlement/unasked_obligations.h"

#include <gtest/gtest.h>

#include "domain/settlement/testing.h"

namespace ayni {
namespace {

using namespace testing;

std::vector<std::int64_t> unasked(const WaterfallTerms& waterfall, const ProducerFacts& producer) {
    const auto period = inputs(terms_of({base("1.00")}), waterfall, {producer}, {});
    std::vector<std::int64_t> numbers;
    for (const auto& each : unasked_obligations(period)) numbers.push_back(each.due.number.number);
    return numbers;
}
using Numbers = std::vector<std::int64_t>;

TEST(UnaskedObligations, AreThoseOfAKindThatNoRuleNames) {
    const auto waterfall = waterfall_of({obligation_rule("loans", DeductionKind::loan, 1)});
    EXPECT_EQ(unasked(waterfall, member(1, {debt(71, DeductionKind::loan, "30", "10"),
                                            debt(72, DeductionKind::input, "30", "10"),
                                            debt(73, DeductionKind::advance, "30", "10")})),
              (Numbers{72, 73}));
}

TEST(UnaskedObligations, AreNotYetThoseThatAreDueLater) {
    auto due = debt(71, DeductionKind::input, "30", "10");
    due.first_due = day(15);
    EXPECT_EQ(unasked(waterfall_of({}), member(1, {due})), Numbers{71});
    due.first_due = day(16);
    EXPECT_EQ(unasked(waterfall_of({}), member(1, {due})), Numbers{});
}

TEST(UnaskedObligations, AreNeverCorrections) {
    EXPECT_EQ(unasked(waterfall_of({}), member(1, {debt(71, DeductionKind::correction, "3", "3")})),
              Numbers{});
}

TEST(UnaskedObligations, AreThoseWhoseRuleIsForOthersOrAsksSomethingElse) {
    auto rule = obligation_rule("inputs", DeductionKind::input, 1);
    rule.applies_to = AppliesTo::members;
    const auto due = debt(71, DeductionKind::input, "30", "10");
    EXPECT_EQ(unasked(waterfall_of({rule}), member(1, {due})), Numbers{});
    EXPECT_EQ(unasked(waterfall_of({rule}), supplier(1, {due})), Numbers{71});
    EXPECT_EQ(unasked(waterfall_of({unit_rule("inputs", DeductionKind::input, "0.01", 1)}),
                      member(1, {due})),
              Numbers{71});
}

TEST(UnaskedObligations, GoByTheTermsOfTheLastDay) {
    const auto price = terms_of({base("1.00")});
    auto period = inputs(price, waterfall_of({}),
                         {member(1, {debt(71, DeductionKind::input, "30", "10")})}, {});
    const auto asking = waterfall_of({obligation_rule("inputs", DeductionKind::input, 1)});
    period.member_terms.push_back(version(3, day(15), price, asking));
    EXPECT_TRUE(unasked_obligations(period).empty());
    period.member_terms.back().effective = day(16);
    EXPECT_EQ(unasked_obligations(period).size(), 1U);
    period.member_terms.clear();
    EXPECT_TRUE(unasked_obligations(period).empty());
}

}  // namespace
}  // namespace ayni
