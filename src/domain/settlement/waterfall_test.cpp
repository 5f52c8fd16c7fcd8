#include "domain/settlement/waterfall.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "domain/settlement/testing.h"

namespace ayni {
namespace {

using namespace testing;

Claim claim(std::int32_t rule, const char* amount) {
    return {.rule = rule, .obligation = 0, .amount = soles(amount)};
}

WaterfallLimits limits(const char* gross, const char* cap, const char* floor = "0") {
    return {.gross = soles(gross), .cap = soles(cap), .floor = soles(floor)};
}

std::vector<std::string> texts(const std::vector<Money>& amounts) {
    std::vector<std::string> texts;
    for (const auto amount : amounts) texts.push_back(print_amount(amount));
    return texts;
}
using Texts = std::vector<std::string>;

// Vector M16: a fortnight's cheque of 1028.00 under a cap of one half.
TEST(Waterfall, ServesByRankUntilTheCapIsReached) {
    const auto terms = waterfall_of({obligation_rule("transport", DeductionKind::own_service, 1),
                                     obligation_rule("loan", DeductionKind::loan, 2),
                                     obligation_rule("feed", DeductionKind::third_party, 3),
                                     obligation_rule("vet", DeductionKind::third_party, 4)});
    const std::vector claims{claim(3, "60.00"), claim(0, "32.13"), claim(2, "410.00"),
                             claim(1, "180.00")};
    EXPECT_EQ(texts(apply_waterfall(terms, limits("1028.00", "514.00"), claims)),
              (Texts{"0.00", "32.13", "301.87", "180.00"}));
}

TEST(Waterfall, SharesInProportionInsideARank) {
    const auto terms = waterfall_of({obligation_rule("feed", DeductionKind::input, 1),
                                     obligation_rule("vet", DeductionKind::third_party, 1)});
    const std::vector claims{claim(0, "30.00"), claim(1, "10.00")};
    EXPECT_EQ(texts(apply_waterfall(terms, limits("100", "20"), claims)), (Texts{"15.00", "5.00"}));
}

TEST(Waterfall, GivesAnIndivisibleCentimoToTheEarlierClaim) {
    const auto terms = waterfall_of({obligation_rule("feed", DeductionKind::input, 1)});
    const std::vector claims{claim(0, "10.00"), claim(0, "10.00")};
    EXPECT_EQ(texts(apply_waterfall(terms, limits("100", "5.01"), claims)),
              (Texts{"2.51", "2.50"}));
}

TEST(Waterfall, NeverTakesTheProducerBelowHisFloor) {
    const auto terms = waterfall_of({obligation_rule("loan", DeductionKind::loan, 1)});
    EXPECT_EQ(
        texts(apply_waterfall(terms, limits("100", "100", "70"), std::vector{claim(0, "50")})),
        (Texts{"30.00"}));
}

TEST(Waterfall, LetsARuleOutsideTheLimitsTakeUpToTheGross) {
    const auto terms = waterfall_of({unlimited(obligation_rule("tax", DeductionKind::tax, 1)),
                                     obligation_rule("loan", DeductionKind::loan, 2)});
    EXPECT_EQ(texts(apply_waterfall(terms, limits("100", "50", "40"),
                                    std::vector{claim(0, "120"), claim(1, "1")})),
              (Texts{"100.00", "0.00"}));
}

TEST(Waterfall, WhatIsTakenOutsideTheCapLeavesTheCapUntouched) {
    const auto terms = waterfall_of(
        {unlimited(obligation_rule("transport", DeductionKind::own_service, 1)),
         obligation_rule("loan", DeductionKind::loan, 2)});
    EXPECT_EQ(texts(apply_waterfall(terms, limits("100", "50"),
                                    std::vector{claim(0, "30"), claim(1, "60")})),
              (Texts{"30.00", "50.00"}));
}

TEST(Waterfall, WithoutClaimsTakesNothing) {
    EXPECT_TRUE(apply_waterfall({}, limits("100", "50"), {}).empty());
}

WaterfallTerms any_terms() {
    WaterfallTerms terms;
    const auto rules = *rc::gen::inRange(1, 6);
    for (int i = 0; i < rules; ++i) {
        auto rule = obligation_rule("r", DeductionKind::loan, *rc::gen::inRange(0, 4));
        // A rank has one pair of limits.
        rule.under_cap = rule.rank != 1;
        rule.above_floor = rule.rank != 2;
        terms.rules.push_back(rule);
    }
    return terms;
}

std::vector<Claim> any_claims(const WaterfallTerms& terms) {
    std::vector<Claim> claims;
    const auto count = *rc::gen::inRange(0, 9);
    for (int i = 0; i < count; ++i)
        claims.push_back({.rule = *rc::gen::inRange(0, static_cast<int>(terms.rules.size())),
                          .obligation = i,
                          .amount = {*rc::gen::inRange<std::int64_t>(0, 5000), pen}});
    return claims;
}

RC_GTEST_PROP(Waterfall, KeepsCapAndFloorAndGross, ()) {
    const auto terms = any_terms();
    const auto claims = any_claims(terms);
    const auto gross = *rc::gen::inRange<std::int64_t>(0, 10000);
    const auto cap = *rc::gen::inRange<std::int64_t>(0, gross + 1);
    const auto floor = *rc::gen::inRange<std::int64_t>(0, gross + 1);
    const auto taken = apply_waterfall(terms, {{gross, pen}, {cap, pen}, {floor, pen}}, claims);
    std::int64_t all = 0, capped = 0, floored = 0, others = 0;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        RC_ASSERT(0 <= taken[i].minor && taken[i].minor <= claims[i].amount.minor);
        const auto& rule = terms.rules[static_cast<std::size_t>(claims[i].rule)];
        all += taken[i].minor;
        if (rule.under_cap) capped += taken[i].minor;
        (rule.above_floor ? floored : others) += taken[i].minor;
    }
    RC_ASSERT(all <= gross);
    RC_ASSERT(capped <= cap);
    RC_ASSERT(floored <= gross - floor);
}

RC_GTEST_PROP(Waterfall, ServesNoLaterRankWhileAnEarlierOneOfTheSameLimitsWaits, ()) {
    const auto terms = any_terms();
    const auto claims = any_claims(terms);
    const auto gross = *rc::gen::inRange<std::int64_t>(0, 10000);
    const WaterfallLimits bounds{{gross, pen}, {gross / 2, pen}, {gross / 3, pen}};
    const auto taken = apply_waterfall(terms, bounds, claims);
    const auto rule_of = [&](std::size_t i) {
        return terms.rules[static_cast<std::size_t>(claims[i].rule)];
    };
    for (std::size_t early = 0; early < claims.size(); ++early)
        for (std::size_t late = 0; late < claims.size(); ++late) {
            const auto first = rule_of(early), second = rule_of(late);
            const bool same = first.under_cap == second.under_cap &&
                              first.above_floor == second.above_floor;
            if (first.rank < second.rank && same && taken[early] != claims[early].amount)
                RC_ASSERT(taken[late].is_zero());
        }
}

std::vector<std::string> problems_of(const WaterfallTerms& terms) {
    std::vector<std::string> found;
    const auto checked = check_waterfall(terms);
    if (!checked)
        for (const auto& problem : checked.error().problems)
            found.push_back(std::string(code_of(problem.reason)) + " " + problem.where);
    return found;
}

TEST(CheckWaterfall, AcceptsTheUsualRules) {
    EXPECT_EQ(
        problems_of(waterfall_of({unit_rule("transport", DeductionKind::own_service, "0.03", 1),
                                  share_rule("capital", DeductionKind::capital, "0.01", 1),
                                  obligation_rule("loan", DeductionKind::loan, 2)},
                                 "0.40", "0.20")),
        Texts{});
}

TEST(CheckWaterfall, NamesWhatIsMissingOrTooMuch) {
    auto transport = unit_rule("transport", DeductionKind::own_service, "0.03", 1);
    transport.price.reset();
    transport.rate = rate_of("0.1");
    auto loan = obligation_rule("", DeductionKind::loan, 2);
    loan.price = price_of("1");
    EXPECT_EQ(problems_of(waterfall_of({transport, loan})),
              (Texts{"term_incomplete /rules/0/price", "term_surplus /rules/0/rate",
                     "term_incomplete /rules/1/code", "term_surplus /rules/1/price"}));
}

TEST(CheckWaterfall, KnowsACreditorOfTaxAlone) {
    auto tax = share_rule("tax", DeductionKind::tax, "0.015", 1);
    auto fund = share_rule("fund", DeductionKind::retention, "0.01", 2);
    tax.creditor = fund.creditor = "SUNAT";
    EXPECT_EQ(problems_of(waterfall_of({tax, fund})), Texts{"term_surplus /rules/1/creditor"});
}

TEST(CheckWaterfall, RefusesSharesBeyondTheWhole) {
    EXPECT_EQ(problems_of(
                  waterfall_of({share_rule("tax", DeductionKind::tax, "1.01", 1)}, "1.5", "-0.10")),
              (Texts{"out_of_range /cap", "out_of_range /floor", "out_of_range /rules/0/rate"}));
}

TEST(CheckWaterfall, RefusesANegativePriceAndRank) {
    EXPECT_EQ(problems_of(
                  waterfall_of({unit_rule("transport", DeductionKind::own_service, "-0.03", -1)})),
              (Texts{"out_of_range /rules/0/price", "out_of_range /rules/0/rank"}));
}

TEST(CheckWaterfall, RefusesADebtThatIsNoObligation) {
    EXPECT_EQ(
        problems_of(waterfall_of({share_rule("shop", DeductionKind::third_party, "0.10", 1)})),
        Texts{"out_of_range /rules/0/basis"});
}

TEST(CheckWaterfall, RefusesCapitalFromSuppliersWhoAreNotMembers) {
    auto capital = share_rule("capital", DeductionKind::capital, "0.01", 1);
    capital.applies_to = AppliesTo::everyone;
    EXPECT_EQ(problems_of(waterfall_of({capital})), Texts{"not_a_member /rules/0/applies_to"});
}

TEST(CheckWaterfall, RefusesACodeThatStandsTwiceAndARankWithTwoLimits) {
    EXPECT_EQ(
        problems_of(waterfall_of({obligation_rule("loan", DeductionKind::loan, 2),
                                  unlimited(obligation_rule("loan", DeductionKind::input, 2))})),
        (Texts{"code_taken /rules/1/code", "rank_mixes_limits /rules/1/rank"}));
}

}  // namespace
}  // namespace ayni
