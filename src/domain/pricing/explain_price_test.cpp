#include <gtest/gtest.h>

#include "domain/pricing/examples_test.h"

namespace ayni {
namespace {

using examples::compiled;
using examples::Milk;

// One line as a statement shows it: kind, what, value, standard, statistic, effect, price.
std::string print_line(const PriceLine& line) {
    std::string text = std::to_string(line.term) + " " + std::string(name_of(line.kind));
    for (const auto& part : {line.attribute, line.value, line.standard})
        text += " " + part.value_or("-");
    text += " " + std::string(line.statistic ? name_of(*line.statistic) : "-");
    return text + (line.missing ? " missing " : " ") + print(line.effect) + " " + print(line.price);
}
std::vector<std::string> explained(std::string_view terms, const Milk& milk) {
    const auto lines = explain(compiled(terms), milk.facts());
    std::vector<std::string> texts;
    if (!lines) return {std::string(code_of(lines.error().reason()))};
    for (const auto& line : *lines) texts.push_back(print_line(line));
    return texts;
}
using Lines = std::vector<std::string>;

TEST(Explain, SaysWhatEachKindOfTermWentBy) {
    Milk milk{{examples::fat, 365}, {examples::grade, 2}};
    milk.period.geometric_mean[examples::cells - 1] = Mean{250'500'000};
    milk.producer_volume = {412'500};
    milk.indices = {Price{1'400'000}};
    milk.held[0] = true;
    EXPECT_EQ(explained(
                  R"({"kind":"base","index":"gloria","differential":"0.05"},
                {"kind":"base","price":"0.01"},
        {"kind":"per_point","attribute":"fat","standard":"3.40","point":"0.01","rate":"0.002"},
        {"kind":"band","attribute":"cells","statistic":"geometric_mean","bands":[{"to":"200",
            "rate":"0.05"},
            {"from":"200","to":"400","rate":"0.01"},{"from":"400","rate":"-0.08"}]},
        {"kind":"band","volume":"producer","bands":[{"to":"300","rate":"0"},
            {"from":"300","rate":"0.015"}]},
        {"kind":"component","attribute":"fat","rate":"0.5"},
        {"kind":"grade","attribute":"grade","grades":[{"grade":1,"rate":"0.2"},
            {"grade":2,"rate":"0.1"},{"grade":3,"rate":"0"}]},
        {"kind":"premium","certificate":"organic","rate":"0.3"},
            {"kind":"premium","certificate":"tb_free","rate":"0.1"},
        {"kind":"floor","price":"1"},{"kind":"ceiling","price":"1.9"})",
                  milk),
              (Lines{"0 base gloria 1.40 - - 1.45 1.45", "1 base - - - - 0.01 1.46",
                     "2 per_point fat 3.65 3.40 sample 0.05 1.51",
                     "3 band cells 250.5 200..400 geometric_mean 0.01 1.52",
                     "4 band - 412.500 300.. - 0.015 1.535",
                     "5 component fat 3.65 - sample 0.01825 1.55325",
                     "6 grade grade 2 - sample 0.10 1.65325",
                     "7 premium organic - - - 0.30 1.95325", "8 premium tb_free - - - 0.00 1.95325",
                     "9 floor - - 1.00 - 0.00 1.95325", "10 ceiling - - 1.90 - -0.05325 1.90"}));
}

TEST(Explain, SaysWhenAnAnalysisWasMissingAndWhatStoodIn) {
    Milk milk;
    milk.last_three[examples::fat - 1] = Mean{353'333'333};
    EXPECT_EQ(explained(R"({"kind":"base","price":"1"},
        {"kind":"component","attribute":"fat","rate":"1"},
        {"kind":"component","attribute":"fat","rate":"1","missing":"standard","standard":"3.20"},
        {"kind":"component","attribute":"fat","rate":"1","missing":"last_three"},
        {"kind":"component","attribute":"solids","rate":"1","missing":"last_three"},
        {"kind":"band","attribute":"cells","bands":[{"rate":"0.1"}]},
        {"kind":"band","attribute":"cells","missing":"standard","standard":"5",
            "bands":[{"rate":"0.1"}]})",
                        milk),
              (Lines{"0 base - - - - 1.00 1.00", "1 component fat - - sample missing 0.00 1.00",
                     "2 component fat 3.20 - sample missing 0.032 1.032",
                     "3 component fat 3.53333333 - last_three missing 0.035333 1.067333",
                     "4 component solids - - sample missing 0.00 1.067333",
                     "5 band cells - - sample missing 0.00 1.067333",
                     "6 band cells 5 .. sample missing 0.10 1.167333"}));
}

TEST(Explain, AddsUpToTheRoundedPriceThoughEachEffectIsShort) {
    // Three times 0.0000004: each rounds to nothing, together they are a millionth.
    const auto lines = explained(R"({"kind":"base","price":"1"},
        {"kind":"component","attribute":"protein","rate":"0.00001"},
            {"kind":"component","attribute":"protein","rate":"0.00001"},
        {"kind":"component","attribute":"protein","rate":"0.00001"})",
                                 {{examples::protein, 4'000}});
    EXPECT_EQ(lines,
              (Lines{"0 base - - - - 1.00 1.00", "1 component protein 4.000 - sample 0.00 1.00",
                     "2 component protein 4.000 - sample 0.000001 1.000001",
                     "3 component protein 4.000 - sample 0.00 1.000001"}));
}

TEST(Explain, RefusesWhatPriceRefuses) {
    EXPECT_EQ(explained(
                  R"({"kind":"base","price":"1"},{"kind":"component","attribute":"fat","rate":"1",
                "missing":"refuse"})",
                  {}),
              Lines{"analysis_missing"});
    EXPECT_EQ(explained(R"({"kind":"base","price":"0"})", {}), Lines{"price_not_positive"});
}

}  // namespace
}  // namespace ayni
