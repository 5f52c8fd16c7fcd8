#include "kernel/described_json.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kernel/arbitrary_test.h"
#include "kernel/text.h"

namespace ayni {
namespace {

// A right value of every kind, whose members a test replaces one by one.
std::string good_text() {
    EveryKind value;
    value.name = "Rosa";
    value.currency = Currency::known("PEN");
    value.money = {14'42, value.currency};
    return to_json_text(value);
}

std::string with(const std::string& member, const std::string& json) {
    const auto text = parse_json(good_text()).value();
    auto changed = Json::object();
    for (const auto& [name, value] : text.members)
        if (name != member) changed.with(name, value);
    if (!json.empty()) changed.with(member, parse_json(json).value());
    return print_json(changed);
}

// "reason where" of every problem, in order.
std::vector<std::string> problems_of(const std::string& text) {
    std::vector<std::string> found;
    const auto value = from_json_text<EveryKind>(text);
    if (value) return found;
    for (const auto& problem : value.error().problems)
        found.push_back(std::string(code_of(problem.reason)) + ' ' + problem.where);
    return found;
}

using Problems = std::vector<std::string>;

RC_GTEST_PROP(DescribedJson, ReadsBackWhatItPrints, ()) {
    const auto value = any_of_every_kind();
    const auto text = to_json_text(value);
    const auto again = from_json_text<EveryKind>(text);
    if (!again) RC_FAIL(text + again.error().problems[0].where);
    RC_ASSERT((*again == value));
    RC_ASSERT(to_json_text(*again) == text);
    RC_ASSERT(print_json(parse_json(text).value()) == text);
}

TEST(DescribedJson, IsWrittenInTheOrderOfTheDescription) {
    EXPECT_EQ(
        good_text(),
        R"({"truth":false,"count":0,"number":0,"small":0,"text":"","name":"Rosa","colour":"white",)"
        R"("quantity":"0.000","price":"0.00","rate":"0.00","date":"1970-01-01",)"
        R"("instant":"1970-01-01T00:00:00.000Z","currency":"PEN","readings":"","bytes":"",)"
        R"("money":{"amount":"14.42","currency":"PEN"},"can":{"id":0,"quantity":"0.000"},)"
        R"("cans":[],"texts":[]})");
}

TEST(DescribedJson, TellsEveryProblemAtOnceWithItsPath) {
    const auto problems = problems_of(R"({
        "truth": 1, "count": 1001, "number": 1.5, "small": 256, "text": null, "name": "",
        "colour": "blue", "quantity": 10.3, "price": "1,45", "rate": "0.0000001",
        "date": "2025-02-30", "instant": "now", "currency": "XXX", "readings": "1:5 1:6",
        "bytes": "0g", "money": {"amount": 5, "currency": "PEN", "tax/igv~18": "0"},
        "can": {"id": 1, "colour": 3},
        "cans": [{"id": 1, "quantity": "1"}, {"quantity": "x", "id": "1"}],
        "texts": ["", "a\u0000b"], "advance": {"amount": "1"}, "numbers": [1, 9223372036854775808],
        "spare": [], "a/b~c": 0})");
    EXPECT_EQ(problems, (Problems{"wrong_type /truth",
                                  "out_of_range /count",
                                  "not_an_integer /number",
                                  "not_an_integer /small",
                                  "wrong_type /text",
                                  "text_empty /name",
                                  "not_a_choice /colour",
                                  "number_for_text /quantity",
                                  "not_a_decimal /price",
                                  "too_many_decimals /rate",
                                  "not_a_date /date",
                                  "not_an_instant /instant",
                                  "unknown_currency /currency",
                                  "wrong_type /readings",
                                  "wrong_type /bytes",
                                  "field_unknown /money/tax~1igv~018",
                                  "number_for_text /money/amount",
                                  "field_missing /can/quantity",
                                  "number_for_text /can/colour",
                                  "wrong_type /cans/1/id",
                                  "not_a_decimal /cans/1/quantity",
                                  "text_has_nul /texts/1",
                                  "currency_missing /advance/currency",
                                  "not_an_integer /numbers/1",
                                  "wrong_type /spare",
                                  "field_unknown /a~1b~0c"}));
}

TEST(DescribedJson, NeedsEveryMemberThatIsNotOptional) {
    const auto problems = problems_of("{}");
    EXPECT_EQ(problems.size(), 19U);
    for (const auto& problem : problems)
        EXPECT_TRUE(problem.starts_with("field_missing /")) << problem;
    EXPECT_EQ(problems_of(good_text()), Problems{});
    EXPECT_EQ(problems_of(with("advance", "null")), Problems{});
    EXPECT_EQ(problems_of(with("money", "null")), Problems{"wrong_type /money"});
}

TEST(DescribedJson, TakesMoneyOnlyAsExactTextWithItsCurrency) {
    const auto given = [](const std::string& json) { return problems_of(with("money", json)); };
    EXPECT_EQ(given(R"({"amount":"1.5","currency":"PEN"})"), Problems{});
    EXPECT_EQ(given("123.45"), Problems{"number_for_text /money"});
    EXPECT_EQ(given(R"("123.45")"), Problems{"wrong_type /money"});
    EXPECT_EQ(given(R"({"amount":123.45,"currency":"PEN"})"),
              Problems{"number_for_text /money/amount"});
    EXPECT_EQ(given(R"({"amount":"123.45"})"), Problems{"currency_missing /money/currency"});
    EXPECT_EQ(given(R"({"currency":"PEN"})"), Problems{"field_missing /money/amount"});
    EXPECT_EQ(given("{}"),
              (Problems{"field_missing /money/amount", "currency_missing /money/currency"}));
    EXPECT_EQ(given(R"({"amount":"1","currency":"pen"})"),
              Problems{"unknown_currency /money/currency"});
    EXPECT_EQ(given(R"({"amount":"1.005","currency":"PEN"})"),
              Problems{"too_many_decimals /money/amount"});
    EXPECT_EQ(given(R"({"amount":"1.5","currency":"CLP"})"),
              Problems{"too_many_decimals /money/amount"});
    EXPECT_EQ(given(R"({"amount":"100000000000.01","currency":"PEN"})"),
              Problems{"out_of_range /money/amount"});
    EXPECT_EQ(given(R"({"amount":"99999999999999999999","currency":"PEN"})"),
              Problems{"overflow /money/amount"});
    EXPECT_EQ(given(R"({"amount":null,"currency":604})"), Problems{"wrong_type /money/amount"});
}

TEST(DescribedJson, TakesIntegersOnlyWithinTheirRange) {
    const auto given = [](const std::string& json) { return problems_of(with("count", json)); };
    EXPECT_EQ(given("-5"), Problems{});
    EXPECT_EQ(given("-6"), Problems{"out_of_range /count"});
    for (const auto* number : {"1.0", "1e2", "99999999999999999999", "0.5"})
        EXPECT_EQ(given(number), Problems{"not_an_integer /count"}) << number;
    EXPECT_EQ(given("\"5\""), Problems{"wrong_type /count"});
    EXPECT_EQ(problems_of(with("small", "-1")), Problems{"not_an_integer /small"});
}

TEST(DescribedJson, CountsLettersNotBytes) {
    const auto name = [](const std::string& text) {
        return problems_of(with("name", '"' + text + '"'));
    };
    EXPECT_EQ(name("ññññññññññ"), Problems{});
    EXPECT_EQ(name("ñññññññññññ"), Problems{"text_too_long /name"});
    EXPECT_EQ(name(""), Problems{"text_empty /name"});
    for (const auto* blanks : {" ", "\\t", " \\r\\n "})
        EXPECT_EQ(name(blanks), Problems{"text_empty /name"}) << "no more than blanks";
    EXPECT_EQ(name("a\\u0000"), Problems{"text_has_nul /name"});
}

TEST(DescribedJson, RepeatsWhatWasGivenButNeverHalfALetter) {
    std::string letters_of_three_bytes = "x";
    for (int i = 0; i < 100; ++i) letters_of_three_bytes += "€";
    const auto value = from_json_text<EveryKind>(
        with("colour", '"' + letters_of_three_bytes + '"'));
    const auto& detail = value.error().problems[0].detail;
    EXPECT_TRUE(is_utf8(detail));
    EXPECT_EQ(detail.size(), 79U);
    EXPECT_EQ(from_json_text<EveryKind>(with("colour", "\"blue\"")).error().problems[0].detail,
              "blue");
}

TEST(DescribedJson, ThatIsNotJsonOrNoObjectIsRefused) {
    EXPECT_EQ(problems_of("{"), Problems{"json_malformed "});
    EXPECT_EQ(problems_of("[]"), Problems{"wrong_type "});
    EXPECT_EQ(problems_of(R"({"can":{"id":1,"id":2}})"), Problems{"json_duplicate_key /can/id"});
}

TEST(ConcealedJson, HoldsNoPersonalAndNoBulkyText) {
    EveryKind value;
    value.name = "Rosa Huamán";
    value.secret = "40404040";
    value.text = "public";
    value.texts = {"short", std::string(5'000, 'x')};
    value.currency = Currency::known("PEN");
    std::vector<std::string> seen;
    const auto conceal = [&](const std::string& path, std::string_view text, const FieldNote&) {
        seen.push_back(path + '=' + std::string(text));
        return "digest" + std::to_string(seen.size());
    };
    std::string out;
    append_concealed(out, shape_of<EveryKind>(), &value, conceal);
    EXPECT_EQ(seen, (std::vector<std::string>{"/name=Rosa Huamán", "/texts/0=short",
                                              "/texts/1=" + value.texts[1], "/secret=40404040"}));
    EXPECT_EQ(out.find("Rosa"), out.npos);
    EXPECT_EQ(out.find("4040"), out.npos);
    EXPECT_NE(out.find(R"("name":{"sha256":"digest1"})"), out.npos);
    EXPECT_NE(out.find(R"("secret":{"sha256":"digest4"})"), out.npos);
    EXPECT_NE(out.find(R"("texts":[{"sha256":"digest2"},{"sha256":"digest3"}])"), out.npos);
    EXPECT_NE(out.find(R"("text":"public")"), out.npos);
}

}  // namespace
}  // namespace ayni
