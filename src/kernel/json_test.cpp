#include "kernel/json.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kernel/arbitrary_test.h"

namespace ayni {
namespace {

Problem refused(std::string_view text) {
    const auto json = parse_json(text);
    EXPECT_FALSE(json) << text << " was read";
    return json ? Problem{} : json.error().problems.at(0);
}

std::string nested(int levels) {
    return std::string(static_cast<std::size_t>(levels), '[') +
           std::string(static_cast<std::size_t>(levels), ']');
}

Json any_json(int levels) {
    const int kind = *rc::gen::inRange(0, levels > 0 ? 6 : 4);
    if (kind == 0) return Json{};
    if (kind == 1) return Json::of_truth(*rc::gen::arbitrary<bool>());
    if (kind == 2) return Json::of_number(*any_number<std::int64_t>());
    if (kind == 3) return Json::of_text(*any_text());
    auto json = kind == 4 ? Json::list() : Json::object();
    for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
        if (kind == 4)
            json.items.push_back(any_json(levels - 1));
        else
            json.with(std::to_string(i) + *any_text(), any_json(levels - 1));
    }
    return json;
}

RC_GTEST_PROP(Json, ReadsBackWhatItPrints, ()) {
    const auto json = any_json(4);
    RC_ASSERT((parse_json(print_json(json)).value() == json));
}

RC_GTEST_PROP(Json, RefusesOrReadsAnyBytesAndNeverStops, (const std::string& bytes)) {
    if (const auto json = parse_json(bytes))
        RC_ASSERT((parse_json(print_json(*json)).value() == *json));
}

TEST(Json, KeepsNumbersAsTheyWereWritten) {
    for (std::string_view number : {"0", "-0", "1.10", "0.1", "1E5", "1e+5", "-1.50e-07",
                                    "123456789012345678901234567890", "0.30000000000000004"})
        EXPECT_EQ(parse_json(number).value().text, number);
    EXPECT_EQ(print_json(parse_json("[1.10, -0, 1E5]").value()), "[1.10,-0,1E5]");
}

TEST(Json, IsReadWithBlanksAndEscapes) {
    const auto json =
        parse_json(" {\"a\\u00f1o\" : [ true , null , \"\\ud83d\\udc04\\n\\/\" ] }\r\n\t").value();
    ASSERT_NE(json.find("año"), nullptr);
    EXPECT_EQ(print_json(json), "{\"año\":[true,null,\"\xF0\x9F\x90\x84\\n/\"]}");
}

TEST(Json, EscapesOnlyWhatMustBe) {
    std::string out;
    append_quoted(out, std::string_view("\"\\/\b\x1f\x7f\0ñ\n\r\t", 12));
    EXPECT_EQ(out, "\"\\\"\\\\/\\u0008\\u001f\x7f\\u0000ñ\\n\\u000d\\u0009\"");
}

TEST(Json, DeeperThan32LevelsIsRefused) {
    EXPECT_TRUE(parse_json(nested(32)));
    EXPECT_EQ(refused(nested(33)).reason, Refusal::json_too_deep);
    EXPECT_EQ(refused(nested(100'000)).reason, Refusal::json_too_deep);
    EXPECT_EQ(refused(std::string(100'000, '[')).reason, Refusal::json_too_deep);
    std::string objects;
    for (int i = 0; i < 33; ++i) objects += "{\"a\":";
    EXPECT_EQ(refused(objects).reason, Refusal::json_too_deep);
}

TEST(Json, WithAMemberTwiceIsRefusedAndSaysWhich) {
    EXPECT_EQ(refused(R"({"a":1,"a":1})"), (Problem{Refusal::json_duplicate_key, "/a", {}}));
    EXPECT_EQ(refused(R"({"b":[0,{"x":{"c/d~e":1,"c/d~e":2}}]})"),
              (Problem{Refusal::json_duplicate_key, "/b/1/x/c~1d~0e", {}}));
    EXPECT_EQ(refused(R"({"a":1,"\u0061":2})").reason, Refusal::json_duplicate_key);
    EXPECT_EQ(refused(R"({"":1,"":2})"), (Problem{Refusal::json_duplicate_key, "/", {}}));
    EXPECT_EQ(refused(R"([[{"k":0}],[{"k":0,"l":0,"k":0}]])").where, "/1/0/k");
    EXPECT_TRUE(parse_json(R"({"a":{"a":{"a":1}},"b":{"a":1}})"));
}

// In the time of its length: in that of its square, nobody would wait for this test.
TEST(Json, OfVeryManyMembersIsRead) {
    std::string text = "{";
    for (int i = 0; i < 300'000; ++i) text += (i > 0 ? ",\"" : "\"") + std::to_string(i) + "\":0";
    EXPECT_EQ(parse_json(text + '}').value().members.size(), 300'000U);
    EXPECT_EQ(refused(text + ",\"7\":0}").where, "/7");
}

TEST(Json, ThatIsNotJsonIsRefused) {
    for (std::string_view text : {"",
                                  " ",
                                  "{",
                                  "}",
                                  "[1,]",
                                  "[,1]",
                                  "{\"a\"}",
                                  "{\"a\":1,}",
                                  "{a:1}",
                                  "{'a':1}",
                                  "01",
                                  "1.",
                                  ".5",
                                  "+1",
                                  "NaN",
                                  "Infinity",
                                  "tru",
                                  "nul",
                                  "\"",
                                  "\"\n\"",
                                  "\"\\x\"",
                                  "\"\\u12\"",
                                  "// c",
                                  "[1]//c",
                                  "/**/1",
                                  "1 2",
                                  "[1] x",
                                  "\"\\ud800\"",
                                  "\"\\udc04\"",
                                  "\"\\ud83d\\u0041\"",
                                  "\"\xC3\"",
                                  "\"\xED\xA0\x80\"",
                                  "\xEF\xBB\xBF{}",
                                  "\"\x01\"",
                                  "1e",
                                  "-"})
        EXPECT_EQ(refused(text).reason, Refusal::json_malformed) << text;
    EXPECT_EQ(refused(std::string_view("[\"\0\"]", 5)).reason, Refusal::json_malformed);
    EXPECT_EQ(refused(std::string_view("1\0", 2)).reason, Refusal::json_malformed);
}

TEST(JsonPointer, EscapesTildeAndSlash) {
    EXPECT_EQ(pointer_step("a/b~c"), "a~1b~0c");
    EXPECT_EQ(pointer_step("~1"), "~01");
    EXPECT_EQ(pointer_step(""), "");
}

}  // namespace
}  // namespace ayni
