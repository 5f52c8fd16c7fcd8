#include <gtest/gtest.h>

#include "domain/pricing/check_terms.h"
#include "domain/pricing/examples_test.h"

namespace ayni {
namespace {

using examples::attributes;
using examples::terms_of;

constexpr auto base = R"({"kind":"base","price":"1.45"})";

// "code path detail" of each problem, in order.
std::vector<std::string> problems_of(const PriceTerms& terms) {
    std::vector<std::string> lines;
    const auto compiled = CompiledTerms::compile(terms, attributes());
    if (compiled) return lines;
    for (const auto& problem : compiled.error().problems)
        lines.push_back(std::string(code_of(problem.reason)) + " " + problem.where + " " +
                        problem.detail);
    return lines;
}
std::vector<std::string> problems_with(const std::string& term) {
    return problems_of(terms_of(base + ("," + term)));
}
std::vector<std::string> problems_of_bands(const std::string& bands) {
    return problems_with(R"({"kind":"band","attribute":"fat","bands":[)" + bands + "]}");
}
using Lines = std::vector<std::string>;

TEST(CompileTerms, TakesTheTermsOfTheSettlementJob) {
    EXPECT_EQ(problems_with(
                  R"({"kind":"per_point","attribute":"fat","standard":"3.40","point":"0.01",
                "rate":"0.0018"},
        {"kind":"per_point","attribute":"solids","standard":"12.00","point":"0.01","rate":"0.0009"},
        {"kind":"band","attribute":"hygiene","bands":[{"to":"1","rate":"0.06"},
            {"from":"1","to":"2","rate":"0.02"},
            {"from":"2","to":"3","rate":"0"},{"from":"3","rate":"-0.10"}]},
        {"kind":"band","volume":"producer","bands":[{"to":"300","rate":"0"},
            {"from":"300","to":"1000","rate":"0.015"},
            {"from":"1000","rate":"0.03"}]})"),
              Lines{});
}

TEST(CompileTerms, RefusesTermsWithoutABasePriceOrWithOneThatComesLate) {
    EXPECT_EQ(problems_of(terms_of("")), Lines{"terms_empty /terms "});
    EXPECT_EQ(problems_of(terms_of(R"({"kind":"floor","price":"1"})")),
              Lines{"terms_empty /terms "});
    EXPECT_EQ(problems_of(terms_of(R"({"kind":"floor","price":"1"},)" + std::string(base))),
              Lines{"terms_empty /terms/0/kind floor"});
}

TEST(CompileTerms, RefusesAMissingCurrency) {
    auto terms = terms_of(base);
    terms.currency = Currency{};
    EXPECT_EQ(problems_of(terms), Lines{"currency_missing /currency "});
}

TEST(CompileTerms, ShowsWhereATableHasAHole) {
    EXPECT_EQ(problems_of_bands(R"({"to":"3.40","rate":"0"},{"from":"3.5","rate":"0.01"})"),
              Lines{"table_gap /terms/1/bands/1/from 3.40..3.50"});
    EXPECT_EQ(problems_of_bands(R"({"from":"3.40","rate":"0"})"),
              Lines{"table_gap /terms/1/bands/0/from ..3.40"});
    EXPECT_EQ(problems_of_bands(R"({"to":"3.40","rate":"0"})"),
              Lines{"table_gap /terms/1/bands/0/to 3.40.."});
    EXPECT_EQ(
        problems_of_bands(R"({"from":"3","to":"4","rate":"0"},{"from":"5","to":"6","rate":"0"})"),
        (Lines{"table_gap /terms/1/bands/0/from ..3.00",
               "table_gap /terms/1/bands/1/from 4.00..5.00",
               "table_gap /terms/1/bands/1/to 6.00.."}));
}

TEST(CompileTerms, ShowsWhereBandsOverlap) {
    EXPECT_EQ(problems_of_bands(R"({"to":"3.50","rate":"0"},{"from":"3.40","rate":"0.01"})"),
              Lines{"table_overlap /terms/1/bands/1/from 3.40..3.50"});
    EXPECT_EQ(problems_of_bands(
                  R"({"to":"4","rate":"0"},{"from":"3","to":"3.5","rate":"0"},
                {"from":"3.5","rate":"0"})"),
              Lines{"table_overlap /terms/1/bands/1/from 3.00..3.50"});
    EXPECT_EQ(problems_of_bands(R"({"rate":"0"},{"from":"3.40","rate":"0.01"})"),
              Lines{"table_overlap /terms/1/bands/0/to 3.40.."});
    EXPECT_EQ(problems_of_bands(R"({"to":"3.40","rate":"0"},{"rate":"0.01"})"),
              Lines{"table_overlap /terms/1/bands/1/from ..3.40"});
}

TEST(CompileTerms, RefusesBandsInDisorder) {
    EXPECT_EQ(
        problems_of_bands(
            R"({"to":"3","rate":"0"},{"from":"4","rate":"0"},{"from":"3","to":"4","rate":"0"})"),
        Lines{"table_not_ordered /terms/1/bands/2/from 3.00..4.00"});
    EXPECT_EQ(
        problems_of_bands(
            R"({"to":"3","rate":"0"},{"from":"3","to":"3","rate":"0"},{"from":"3","rate":"0"})"),
        Lines{"table_not_ordered /terms/1/bands/1/to 3.00..3.00"});
}

TEST(CompileTerms, RefusesLimitsWithMorePlacesThanTheAttributeHas) {
    EXPECT_EQ(
        problems_of_bands(R"({"to":"3.405","rate":"0"},{"from":"x","rate":"0.01"})"),
        (Lines{"too_many_decimals /terms/1/bands/0/to ", "not_a_decimal /terms/1/bands/1/from "}));
    EXPECT_EQ(
        problems_of_bands(R"({"to":"99999999.00","rate":"0"},{"from":"99999999.00","rate":"0"})"),
        (Lines{"out_of_range /terms/1/bands/0/to ", "out_of_range /terms/1/bands/1/from "}));
}

TEST(CompileTerms, VolumeTablesHaveThreePlacesAndNothingBelowZero) {
    const auto volume = [](const char* limit) {
        return problems_with(R"({"kind":"band","volume":"organisation","bands":[{"to":")" +
                             std::string(limit) + R"(","rate":"0"},{"from":")" + limit +
                             R"(","rate":"0.01"}]})");
    };
    EXPECT_EQ(volume("300.125"), Lines{});
    EXPECT_EQ(volume("300.1255").front(), "too_many_decimals /terms/1/bands/0/to ");
    EXPECT_EQ(volume("-1").front(), "out_of_range /terms/1/bands/0/to ");
}

TEST(CompileTerms, AGradeTableHasEveryGradeOnce) {
    const auto grades = [](const std::string& rows) {
        return problems_with(R"({"kind":"grade","attribute":"grade","grades":[)" + rows + "]}");
    };
    EXPECT_EQ(grades(R"({"grade":3,"rate":"0"},{"grade":1,"rate":"0.2"},{"grade":2,"rate":"0.1"})"),
              Lines{});
    EXPECT_EQ(grades(R"({"grade":1,"rate":"0"},{"grade":3,"rate":"0.2"})"),
              Lines{"table_gap /terms/1/grades 2"});
    EXPECT_EQ(grades(R"({"grade":1,"rate":"0"})"), Lines{"table_gap /terms/1/grades 2..3"});
    EXPECT_EQ(grades(R"({"grade":1,"rate":"0"},{"grade":2,"rate":"0"})"),
              Lines{"table_gap /terms/1/grades 3"});
    EXPECT_EQ(grades(
                  R"({"grade":1,"rate":"0"},{"grade":2,"rate":"0"},{"grade":2,"rate":"0"},
                {"grade":3,"rate":"0"})"),
              Lines{"table_overlap /terms/1/grades/2/grade 2"});
    EXPECT_EQ(grades(
                  R"({"grade":1,"rate":"0"},{"grade":2,"rate":"0"},{"grade":4,"rate":"0"},
                {"grade":3,"rate":"0"})"),
              Lines{"out_of_range /terms/1/grades/2/grade 1..3"});
    EXPECT_EQ(grades(""),
              (Lines{"term_incomplete /terms/1/grades ", "table_gap /terms/1/grades 1..3"}));
    EXPECT_EQ(problems_with(R"({"kind":"grade","attribute":"fat","grades":[]})").front(),
              "too_many_decimals /terms/1/attribute ");
}

TEST(CompileTerms, NamesEveryMemberThatLacks) {
    EXPECT_EQ(problems_of(terms_of(R"({"kind":"base"})")),
              Lines{"term_incomplete /terms/0/price "});
    EXPECT_EQ(problems_with(R"({"kind":"per_point"})"),
              (Lines{"term_incomplete /terms/1/attribute ", "term_incomplete /terms/1/standard ",
                     "term_incomplete /terms/1/point ", "term_incomplete /terms/1/rate "}));
    EXPECT_EQ(problems_with(R"({"kind":"band"})"),
              (Lines{"term_incomplete /terms/1/attribute ", "term_incomplete /terms/1/bands "}));
    EXPECT_EQ(problems_with(R"({"kind":"component"})"),
              (Lines{"term_incomplete /terms/1/attribute ", "term_incomplete /terms/1/rate "}));
    EXPECT_EQ(problems_with(R"({"kind":"grade"})"),
              (Lines{"term_incomplete /terms/1/attribute ", "term_incomplete /terms/1/grades "}));
    EXPECT_EQ(problems_with(R"({"kind":"premium"})"),
              (Lines{"term_incomplete /terms/1/rate ", "term_incomplete /terms/1/certificate "}));
    EXPECT_EQ(problems_with(R"({"kind":"floor"})"), Lines{"term_incomplete /terms/1/price "});
    EXPECT_EQ(problems_with(R"({"kind":"ceiling"})"), Lines{"term_incomplete /terms/1/price "});
    EXPECT_EQ(
        problems_with(R"({"kind":"component","attribute":"fat","rate":"1","missing":"standard"})"),
        Lines{"term_incomplete /terms/1/standard "});
    EXPECT_EQ(problems_of_bands(""), Lines{"term_incomplete /terms/1/bands "});
}

TEST(CompileTerms, NamesEveryMemberThatDoesNotBelong) {
    EXPECT_EQ(problems_of(terms_of(R"({"kind":"base","price":"1","factor":"2","rate":"3"})")),
              (Lines{"term_surplus /terms/0/factor base", "term_surplus /terms/0/rate base"}));
    EXPECT_EQ(problems_of(terms_of(R"({"kind":"base","price":"1","index":"gloria"})")),
              Lines{"term_surplus /terms/0/price base"});
    EXPECT_EQ(
        problems_with(
            R"({"kind":"band","volume":"producer","attribute":"fat","bands":[{"rate":"0"}]})"),
        Lines{"term_surplus /terms/1/attribute band"});
    EXPECT_EQ(problems_with(
                  R"({"kind":"premium","certificate":"organic","rate":"0.1","missing":"refuse"})"),
              Lines{"term_surplus /terms/1/missing premium"});
    EXPECT_EQ(
        problems_with(R"({"kind":"component","attribute":"fat","rate":"1","standard":"3.40"})"),
        Lines{"term_surplus /terms/1/standard component"});
}

TEST(CompileTerms, SaysEverythingThatIsWrongAtOnce) {
    auto terms = terms_of(
        R"({"kind":"base"},{"kind":"per_point","attribute":"iron","standard":"1","point":"1",
            "rate":"1"},
        {"kind":"per_point","attribute":"fat","standard":"3.401","point":"0","rate":"1"},
            {"kind":"floor","price":"-1"})");
    terms.currency = Currency{};
    EXPECT_EQ(problems_of(terms),
              (Lines{"currency_missing /currency ", "term_incomplete /terms/0/price ",
                     "unknown_attribute /terms/1/attribute iron",
                     "too_many_decimals /terms/2/standard 3.401", "out_of_range /terms/2/point 0",
                     "out_of_range /terms/3/price -1.00"}));
}

TEST(CompileTerms, RefusesAFloorAboveTheCeiling) {
    EXPECT_EQ(problems_with(R"({"kind":"floor","price":"2"},{"kind":"ceiling","price":"1.9"})"),
              Lines{"floor_above_ceiling /terms/1/price 1.90"});
    EXPECT_EQ(problems_with(R"({"kind":"ceiling","price":"2"},{"kind":"floor","price":"2"})"),
              Lines{});
}

TEST(CompileTerms, RefusesAmountsThatNoTariffHas) {
    auto terms = terms_of(R"({"kind":"base","index":"ice","factor":"0","differential":"0"},
        {"kind":"component","attribute":"fat","rate":"1","density":"10000.000001"},
        {"kind":"premium","certificate":"organic","rate":"-0.1"},
        {"kind":"band","attribute":"fat","bands":[{"rate":"0"}]})");
    terms.terms[0].differential = Price{largest_price + 1};
    (*terms.terms[3].bands)[0].rate = Price{-largest_price - 1};
    EXPECT_EQ(problems_of(terms), (Lines{"out_of_range /terms/0/factor 0.00",
                                         "out_of_range /terms/0/differential 1000000.000001",
                                         "out_of_range /terms/1/density 10000.000001",
                                         "out_of_range /terms/2/rate -0.10",
                                         "out_of_range /terms/3/bands/0/rate -1000000.000001"}));
}

TEST(CompileTerms, KilogramsComeFromPercentagesAndRootsFromCounts) {
    EXPECT_EQ(problems_with(R"({"kind":"component","attribute":"cells","rate":"1"})"),
              Lines{"wrong_type /terms/1/attribute miles/ml"});
    EXPECT_EQ(problems_with(
                  R"({"kind":"band","attribute":"freezing","statistic":"geometric_mean",
                "bands":[{"rate":"0"}]})"),
              Lines{"out_of_range /terms/1/statistic -700"});
}

TEST(CompileTerms, BoundsTextsAndTables) {
    auto terms = terms_of(base);
    terms.terms[0] = {.kind = TermKind::base, .index = std::string(longest_term_text + 1, 'x')};
    EXPECT_EQ(problems_of(terms), Lines{"text_too_long /terms/0/index 60"});
    terms.terms[0].index = "";
    EXPECT_EQ(problems_of(terms), Lines{"text_empty /terms/0/index "});
    terms.terms[0].index = "\xff";
    EXPECT_EQ(problems_of(terms), Lines{"text_not_utf8 /terms/0/index "});
    terms = terms_of(base);
    terms.terms.resize(most_terms + 1, terms.terms.front());
    EXPECT_EQ(problems_of(terms), Lines{"out_of_range /terms 60"});
    terms = terms_of(base +
                     std::string(R"(,{"kind":"band","attribute":"cells","bands":[{"rate":"0"}]})"));
    auto& bands = *terms.terms[1].bands;
    for (std::size_t i = 1; i <= most_rows; ++i) {
        bands.back().to = std::to_string(i);
        bands.push_back({std::to_string(i), {}, {}});
    }
    EXPECT_EQ(problems_of(terms), Lines{"out_of_range /terms/1/bands 100"});
}

TEST(CompileTerms, KnowsWhatTheFactsMustHold) {
    const auto terms = examples::compiled(
        R"({"kind":"base","index":"ice"},{"kind":"base","index":"gloria"},
        {"kind":"premium","certificate":"organic","rate":"0.1"},
            {"kind":"premium","certificate":"tb_free","rate":"0.1"},
        {"kind":"premium","certificate":"organic","rate":"0.2"},
        {"kind":"component","attribute":"fat","rate":"1","missing":"last_three"},
        {"kind":"band","attribute":"cells","statistic":"geometric_mean","bands":[{"rate":"0"}]},
        {"kind":"band","volume":"producer","bands":[{"rate":"0"}]})");
    EXPECT_EQ(terms.indices(), (std::vector<std::string>{"ice", "gloria"}));
    EXPECT_EQ(terms.certificates(), (std::vector<std::string>{"organic", "tb_free"}));
    EXPECT_TRUE(terms.needs(Statistic::sample));
    EXPECT_TRUE(terms.needs(Statistic::last_three));
    EXPECT_TRUE(terms.needs(Statistic::geometric_mean));
    EXPECT_FALSE(terms.needs(Statistic::period_mean));
    EXPECT_TRUE(terms.needs_volume(VolumeOf::producer));
    EXPECT_FALSE(terms.needs_volume(VolumeOf::organisation));
}

}  // namespace
}  // namespace ayni
