#include <gtest/gtest.h>

#include <limits>

#include "domain/pricing/examples_test.h"

namespace ayni {
namespace {

using examples::compiled;
using examples::Milk;
using examples::price_of;

std::string with_base(const std::string& term) { return R"({"kind":"base","price":"1"},)" + term; }

TEST(Price, IsTheBaseWhenNothingElseIsSaid) {
    EXPECT_EQ(price_of(R"({"kind":"base","price":"1.45"})", {}), "1.45");
}

TEST(Price, OfTheSettlementJob) {
    const auto terms = compiled(R"({"kind":"base","price":"1.45"},
        {"kind":"per_point","attribute":"fat","standard":"3.40","point":"0.01","rate":"0.0018"},
        {"kind":"per_point","attribute":"solids","standard":"12.00","point":"0.01","rate":"0.0009"},
        {"kind":"band","attribute":"hygiene","bands":[{"to":"1","rate":"0.06"},
            {"from":"1","to":"2","rate":"0.02"},
            {"from":"2","to":"3","rate":"0"},{"from":"3","rate":"-0.10"}]},
        {"kind":"band","volume":"producer","bands":[{"to":"300","rate":"0"},
            {"from":"300","to":"1000","rate":"0.015"},
            {"from":"1000","rate":"0.03"}]})");
    for (std::int32_t fat = 300; fat < 420; fat += 7)
        for (std::int32_t solids = 1100; solids < 1400; solids += 13)
            for (std::int32_t hygiene = 0; hygiene < 4; ++hygiene)
                for (std::int64_t grams : {0, 299'999, 300'000, 999'999, 1'000'000}) {
                    Milk milk{{examples::fat, fat},
                              {examples::solids, solids},
                              {examples::hygiene, hygiene}};
                    milk.producer_volume = {grams};
                    const std::int64_t bonus[] = {60'000, 20'000, 0, -100'000};
                    const std::int64_t micro = 1'450'000 + 1'800 * (fat - 340) +
                                               900 * (solids - 1200) + bonus[hygiene] +
                                               (grams >= 1'000'000 ? 30'000
                                                : grams >= 300'000 ? 15'000
                                                                   : 0);
                    ASSERT_EQ(price(terms, milk.facts())->millionths, micro);
                }
}

TEST(Price, OfAnIndexIsFactorTimesItsValueAndADifferential) {
    Milk milk;
    milk.indices = {Price{1'234'567}};
    EXPECT_EQ(price_of(R"({"kind":"base","index":"ice"})", milk), "1.234567");
    EXPECT_EQ(
        price_of(R"({"kind":"base","index":"ice","factor":"1.05","differential":"-0.03"})", milk),
        "1.266295");
    milk.indices = {std::nullopt};
    const auto refused = price(compiled(R"({"kind":"base","index":"ice"})"), milk.facts());
    EXPECT_EQ(refused.error().problems,
              (std::vector<Problem>{{Refusal::no_index_on_day, "/terms/0", "ice"}}));
}

TEST(Price, CountsPointsAboveAndBelowTheStandard) {
    const auto rule = with_base(
        R"({"kind":"per_point","attribute":"fat","standard":"3.40","point":"0.10","rate":"0.02"})");
    EXPECT_EQ(price_of(rule, {{examples::fat, 365}}), "1.05");
    EXPECT_EQ(price_of(rule, {{examples::fat, 340}}), "1.00");
    EXPECT_EQ(price_of(rule, {{examples::fat, 333}}), "0.986");
}

TEST(Price, CountsOnlyWholePointsTowardsMinus) {
    const auto rule = with_base(
        R"({"kind":"per_point","attribute":"fat","standard":"3.40","point":"0.10","rate":"0.02",
                                    "whole_points":true})");
    EXPECT_EQ(price_of(rule, {{examples::fat, 369}}), "1.04");
    EXPECT_EQ(price_of(rule, {{examples::fat, 349}}), "1.00");
    EXPECT_EQ(price_of(rule, {{examples::fat, 339}}), "0.98");
    EXPECT_EQ(price_of(rule, {{examples::fat, 330}}), "0.98");
    EXPECT_EQ(price_of(rule, {{examples::fat, 329}}), "0.96");
}

TEST(Price, IsRoundedHalfEvenToSixPlaces) {
    const auto third = with_base(
        R"({"kind":"per_point","attribute":"fat","standard":"0","point":"0.03","rate":"0.01"})");
    EXPECT_EQ(price_of(third, {{examples::fat, 301}}), "2.003333");
    EXPECT_EQ(price_of(third, {{examples::fat, 302}}), "2.006667");
    const auto tie = with_base(
        R"({"kind":"component","attribute":"protein","rate":"0.0001","density":"0.5"})");
    EXPECT_EQ(price_of(tie, {{examples::protein, 1'000}}), "1.00");      // 0.5 of the last place
    EXPECT_EQ(price_of(tie, {{examples::protein, 3'000}}), "1.000002");  // 1.5
}

TEST(Price, PaysKilogramsOfAComponent) {
    EXPECT_EQ(price_of(with_base(R"({"kind":"component","attribute":"fat","rate":"20"})"),
                       {{examples::fat, 365}}),
              "1.73");
    EXPECT_EQ(
        price_of(
            with_base(R"({"kind":"component","attribute":"fat","rate":"20","density":"1.03"})"),
            {{examples::fat, 365}}),
        "1.7519");
}

TEST(Price, FallsIntoTheBandThatStartsAtTheValue) {
    const auto rule = with_base(
        R"({"kind":"band","attribute":"cells","bands":[{"to":"200","rate":"0.05"},
        {"from":"200","to":"400","rate":"0"},{"from":"400","rate":"-0.08"}]})");
    EXPECT_EQ(price_of(rule, {{examples::cells, 0}}), "1.05");
    EXPECT_EQ(price_of(rule, {{examples::cells, 199}}), "1.05");
    EXPECT_EQ(price_of(rule, {{examples::cells, 200}}), "1.00");
    EXPECT_EQ(price_of(rule, {{examples::cells, 400}}), "0.92");
    EXPECT_EQ(price_of(rule, {{examples::cells, 2'000'000'000}}), "0.92");
}

TEST(Price, KnowsWhoseVolumeItIs) {
    const auto rule = [](const std::string& whose) {
        return with_base(
            R"({"kind":"band","volume":")" + whose +
            R"(","bands":[{"to":"100.5","rate":"0"},{"from":"100.5","rate":"0.01"}]})");
    };
    Milk milk;
    milk.producer_volume = {100'499};
    milk.organisation_volume = {100'500};
    EXPECT_EQ(price_of(rule("producer"), milk), "1.00");
    EXPECT_EQ(price_of(rule("organisation"), milk), "1.01");
}

TEST(Price, PaysByGradeAndRefusesAGradeThatNobodySigned) {
    const auto rule = with_base(
        R"({"kind":"grade","attribute":"grade","grades":[{"grade":2,"rate":"0.1"},
        {"grade":1,"rate":"0.2"},{"grade":3,"rate":"0"}]})");
    EXPECT_EQ(price_of(rule, {{examples::grade, 1}}), "1.20");
    EXPECT_EQ(price_of(rule, {{examples::grade, 3}}), "1.00");
    EXPECT_EQ(price_of(rule, {{examples::grade, 4}}), "out_of_range");
    EXPECT_EQ(price_of(rule, {{examples::grade, 0}}), "out_of_range");
    EXPECT_EQ(price_of(rule, {{examples::grade, std::numeric_limits<std::int32_t>::min()}}),
              "out_of_range");
}

TEST(Price, TakesAMeanIntoTheNearestGrade) {
    const auto rule = with_base(R"({"kind":"grade","attribute":"grade","statistic":"last_three",
        "grades":[{"grade":1,"rate":"0.2"},{"grade":2,"rate":"0.1"},{"grade":3,"rate":"0"}]})");
    Milk milk;
    milk.last_three[examples::grade - 1] = Mean{1'333'333};
    EXPECT_EQ(price_of(rule, milk), "1.20");
    milk.last_three[examples::grade - 1] = Mean{1'666'667};
    EXPECT_EQ(price_of(rule, milk), "1.10");
}

TEST(Price, PaysAPremiumOnlyToWhoHoldsTheCertificate) {
    const auto terms = with_base(R"({"kind":"premium","certificate":"tb_free","rate":"0.02"},
        {"kind":"premium","certificate":"organic","rate":"0.30"},
            {"kind":"premium","certificate":"tb_free","rate":"0.01"})");
    Milk milk;
    EXPECT_EQ(price_of(terms, milk), "1.00");
    milk.held[0] = true;
    EXPECT_EQ(price_of(terms, milk), "1.03");
    milk.held[1] = true;
    EXPECT_EQ(price_of(terms, milk), "1.33");
}

TEST(Price, UsesTheStatisticThatTheTermNames) {
    const auto rule = [](const std::string& statistic) {
        return with_base(
            R"({"kind":"per_point","attribute":"fat","standard":"3.40","point":"0.01",
                "rate":"0.01","statistic":")" +
            statistic + R"("})");
    };
    Milk milk{{examples::fat, 350}};
    milk.period.period_mean[examples::fat - 1] = Mean{360'500'000};
    milk.period.geometric_mean[examples::fat - 1] = Mean{370'000'000};
    milk.last_three[examples::fat - 1] = Mean{380'333'333};
    EXPECT_EQ(price_of(rule("sample"), milk), "1.10");
    EXPECT_EQ(price_of(rule("period_mean"), milk), "1.205");
    EXPECT_EQ(price_of(rule("geometric_mean"), milk), "1.30");
    EXPECT_EQ(price_of(rule("last_three"), milk), "1.403333");
}

TEST(Price, DoesWithoutAnAnalysisWhatTheTermSays) {
    const auto rule = [](const std::string& missing) {
        return with_base(R"({"kind":"component","attribute":"fat","rate":"10","missing":")" +
                         missing + (missing == "standard" ? R"(","standard":"3.20"})" : R"("})"));
    };
    Milk milk;
    EXPECT_EQ(price_of(rule("nothing"), milk), "1.00");
    EXPECT_EQ(price_of(rule("standard"), milk), "1.32");
    EXPECT_EQ(price_of(rule("last_three"), milk), "1.00");
    milk.last_three[examples::fat - 1] = Mean{350'000'000};
    EXPECT_EQ(price_of(rule("last_three"), milk), "1.35");
    EXPECT_EQ(price_of(rule("nothing"), milk), "1.00");
    const auto refused = price(compiled(rule("refuse")), milk.facts());
    EXPECT_EQ(refused.error().problems,
              (std::vector<Problem>{{Refusal::analysis_missing, "/terms/1", "fat"}}));
    EXPECT_EQ(print(*price(compiled(rule("standard")), PricingFacts{})), "1.32");
}

TEST(Price, OfABandOrGradeWithoutAnalysisIsThatOfItsStandard) {
    EXPECT_EQ(
        price_of(
            with_base(R"({"kind":"band","attribute":"cells","missing":"standard","standard":"300",
        "bands":[{"to":"300","rate":"0.05"},{"from":"300","rate":"-0.08"}]})"),
            {}),
        "0.92");
    EXPECT_EQ(
        price_of(
            with_base(R"({"kind":"grade","attribute":"grade","missing":"standard","standard":"2",
        "grades":[{"grade":1,"rate":"0.2"},{"grade":2,"rate":"0.1"},{"grade":3,"rate":"0"}]})"),
            {}),
        "1.10");
}

TEST(Price, OfPointsWithoutAnalysisIsThatOfItsStandard) {
    const auto rule = [](const std::string& missing) {
        return with_base(
            R"({"kind":"per_point","attribute":"fat","standard":"3.40","point":"0.01",
                "rate":"0.01","missing":")" +
            missing + R"("})");
    };
    EXPECT_EQ(price_of(rule("standard"), {}), "1.00");
    EXPECT_EQ(price_of(rule("nothing"), {}), "1.00");
    EXPECT_EQ(price_of(rule("refuse"), {}), "analysis_missing");
}

TEST(Price, DependsOnTheOrderOfLimits) {
    constexpr auto malus = R"({"kind":"component","attribute":"fat","rate":"-10"})";
    constexpr auto floor = R"({"kind":"floor","price":"0.90"})";
    const Milk milk{{examples::fat, 300}};
    EXPECT_EQ(price_of(with_base(std::string(malus) + "," + floor), milk), "0.90");
    EXPECT_EQ(price_of(with_base(std::string(floor) + "," + malus), milk), "0.70");
    EXPECT_EQ(price_of(with_base(R"({"kind":"ceiling","price":"0.95"})"), milk), "0.95");
    const std::string crumb = R"({"kind":"component","attribute":"fat","rate":"0.000001"},)";
    EXPECT_EQ(price_of(with_base(crumb + R"({"kind":"ceiling","price":"1"})"), milk), "1.00");
}

TEST(Price, IsAboveZeroOrAtLeastZeroUnderAFloor) {
    constexpr auto base = R"({"kind":"base","price":"0"})";
    EXPECT_EQ(price_of(base, {}), "price_not_positive");
    EXPECT_EQ(price_of(std::string(base) + R"(,{"kind":"floor","price":"0"})", {}), "0.00");
    const auto below = R"({"kind":"base","price":"-1"})" +
                       std::string(R"(,{"kind":"floor","price":"0"},{"kind":"base","price":"-2"})");
    const auto refused = price(compiled(below), PricingFacts{});
    EXPECT_EQ(refused.error().problems,
              (std::vector<Problem>{{Refusal::price_not_positive, "", "-2.00"}}));
}

TEST(Price, RefusesWhatLeavesSixtyFourBits) {
    std::string many;
    for (int i = 0; i < 10; ++i) many += R"({"kind":"base","price":"1000000"},)";
    many.pop_back();
    const auto sum = price(compiled(many), PricingFacts{});
    EXPECT_EQ(sum.error().problems, (std::vector<Problem>{{Refusal::overflow, "/terms/9", ""}}));
    Milk milk{{examples::cells, 2'000'000'000}};
    EXPECT_EQ(price_of(with_base(
                           R"({"kind":"per_point","attribute":"cells","standard":"0","point":"1",
                    "rate":"1000000"})"),
                       milk),
              "overflow");
    EXPECT_EQ(price_of(with_base(
                           R"({"kind":"per_point","attribute":"cells","standard":"0","point":"1",
                    "rate":"1000000",
                                     "whole_points":true})"),
                       milk),
              "overflow");
    milk.indices = {Price{largest_price}};
    EXPECT_EQ(price_of(R"({"kind":"base","index":"ice","factor":"1000000"})", milk), "overflow");
}

TEST(Price, StaysExactWhereSixtyFourBitsDoNotReach) {
    // Rate x difference is above 2^63 here, and what is paid is not.
    EXPECT_EQ(price_of(with_base(
                           R"({"kind":"per_point","attribute":"cells","standard":"0","point":"9998",
                    "rate":"999999.999997"})"),
                       {{examples::cells, 9'998}}),
              "1000000.999997");
}

TEST(Price, TellsWhatEachTermAdded) {
    const auto terms = compiled(
        R"({"kind":"base","price":"1.45"},{"kind":"component","attribute":"fat","rate":"1"},
        {"kind":"ceiling","price":"1.47"},{"kind":"premium","certificate":"organic",
            "rate":"0.10"})");
    std::vector<Price> effects(4);
    Milk milk{{examples::fat, 300}};
    milk.held[0] = true;
    ASSERT_EQ(price(terms, milk.facts(), effects)->millionths, 1'570'000);
    EXPECT_EQ(effects, (std::vector<Price>{{1'450'000}, {30'000}, {-10'000}, {100'000}}));
}

TEST(Price, IsRoundedOnceFromTheExactSum) {
    const auto third = R"({"kind":"per_point","attribute":"fat","standard":"0.00","point":"0.03",
        "rate":"0.000001"})";
    const auto terms = [&](const char* base) {
        return std::string(R"({"kind":"base","price":")") + base + R"("},)" + third + "," + third;
    };
    // Two thirds of a millionth round up, one third of it twice would not.
    EXPECT_EQ(price_of(terms("1.00"), {{examples::fat, 1}}), "1.000001");
    EXPECT_EQ(price_of(terms("1.00"), {{examples::fat, 3}}), "1.000002");
    const auto limited = [&](const char* limit) {
        return terms("1.00") + R"(,{"kind":")" + limit + R"(","price":"1.00"},)" + third;
    };
    EXPECT_EQ(price_of(limited("ceiling"), {{examples::fat, 1}}), "1.00");
    EXPECT_EQ(price_of(limited("floor"), {{examples::fat, 1}}), "1.000001");
}

TEST(VersionOn, IsTheNewestThatIsInForce) {
    const std::vector<Date> effective{{10}, {20}, {30}};
    EXPECT_EQ(version_on(effective, {9}), std::nullopt);
    EXPECT_EQ(version_on(effective, {10}), 0);
    EXPECT_EQ(version_on(effective, {29}), 1);
    EXPECT_EQ(version_on(effective, {30}), 2);
    EXPECT_EQ(version_on(effective, {9'999}), 2);
    EXPECT_EQ(version_on({}, {9'999}), std::nullopt);
}

}  // namespace
}  // namespace ayni
