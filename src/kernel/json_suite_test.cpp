// The public suite of JSON parsers' tests: y_ must be read, n_ must be refused, i_ is for us to
// decide.

#include <map>

#include <gtest/gtest.h>

#include "kernel/described_json.h"
#include "kernel/shared_data_test.h"
#include "kernel/text.h"

namespace ayni {
namespace {

// RFC 8259 allows a name twice; we refuse it, for two amounts of one name are a trap.
const std::map<std::string, Refusal> stricter{
    {"y_object_duplicated_key_and_value.json", Refusal::json_duplicate_key},
};

// What the standard leaves open. Numbers are kept as text, so that none is too large to be read; a
// member of a described type then refuses it by its range. Text that is not Unicode is refused.
const std::map<std::string, bool> decided{
    {"i_number_double_huge_neg_exp.json", true},
    {"i_number_neg_int_huge_exp.json", true},
    {"i_number_real_neg_overflow.json", true},
    {"i_number_real_underflow.json", true},
    {"i_number_too_big_pos_int.json", true},
    {"i_object_key_lone_2nd_surrogate.json", false},
    {"i_string_1st_valid_surrogate_2nd_invalid.json", false},
    {"i_string_UTF-8_invalid_sequence.json", false},
    {"i_string_incomplete_surrogate_and_escape_valid.json", false},
    {"i_string_incomplete_surrogates_escape_valid.json", false},
    {"i_string_invalid_surrogate.json", false},
    {"i_string_inverted_surrogates_U+1D11E.json", false},
    {"i_string_lone_second_surrogate.json", false},
    {"i_string_not_in_unicode_range.json", false},
    {"i_string_overlong_sequence_6_bytes.json", false},
    {"i_string_truncated-utf-8.json", false},
    {"i_string_utf16LE_no_BOM.json", false},
    {"i_structure_UTF-8_BOM_empty_object.json", false},
};

TEST(JsonSuite, IsReadAndRefusedAsItSays) {
    const auto folder = shared_data("data/badinput/json-parsing");
    if (!folder) return;
    int files = 0;
    for (const auto& file : files_in(*folder)) {
        const auto name = file.filename().string();
        const auto json = parse_json(bytes_of_file(file));
        ++files;
        if (const auto rule = stricter.find(name); rule != stricter.end()) {
            ASSERT_FALSE(json) << name;
            EXPECT_EQ(json.error().reason(), rule->second) << name;
        } else if (name.starts_with("i_")) {
            ASSERT_TRUE(decided.contains(name)) << name << " is not decided";
            EXPECT_EQ(json.has_value(), decided.at(name)) << name;
        } else {
            EXPECT_EQ(json.has_value(), name.starts_with("y_")) << name;
        }
        if (json) {
            EXPECT_EQ(parse_json(print_json(*json)), json) << name;
        }
    }
    EXPECT_GT(files, 150);
    for (const auto& [name, accepted] : decided)
        EXPECT_TRUE(std::filesystem::exists(*folder / name)) << name << " is decided in vain";
}

struct OneText {
    std::string text;
    bool operator==(const OneText&) const = default;
};
BOOST_DESCRIBE_STRUCT(OneText, (), (text))

struct OneNumber {
    std::int64_t number = 0;
    bool operator==(const OneNumber&) const = default;
};
BOOST_DESCRIBE_STRUCT(OneNumber, (), (number))

// The same files one layer up, as the value of a text and of a number: whatever a member accepts
// has a canonical form that reads back as the same value.
TEST(JsonSuite, AsMembersIsReadCanonicallyOrRefused) {
    const auto folder = shared_data("data/badinput/json-parsing");
    if (!folder) return;
    for (const auto& file : files_in(*folder)) {
        const auto json = parse_json(bytes_of_file(file));
        if (!json) continue;
        const auto& value = json->is == Json::Is::list && !json->items.empty() ? json->items[0]
                                                                               : *json;
        if (const auto read = from_json<OneText>(Json::object().with("text", value))) {
            EXPECT_TRUE(is_utf8(read->text)) << file;
            EXPECT_EQ(read->text.find('\0'), std::string::npos) << file;
            EXPECT_EQ(from_json_text<OneText>(to_json_text(*read)), *read) << file;
        }
        if (const auto read = from_json<OneNumber>(Json::object().with("number", value))) {
            EXPECT_EQ(from_json_text<OneNumber>(to_json_text(*read)), *read) << file;
        }
    }
}

}  // namespace
}  // namespace ayni
