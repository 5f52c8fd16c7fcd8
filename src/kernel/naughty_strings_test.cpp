// The big list of naughty strings, through every form in which we write a text and back.

#include <gtest/gtest.h>

#include "kernel/described_json.h"
#include "kernel/every_kind_test.h"
#include "kernel/packed.h"
#include "kernel/shared_data_test.h"

namespace ayni {
namespace {

TEST(NaughtyStrings, ComeBackByteForByte) {
    const auto path = shared_data("data/badinput/blns.json");
    if (!path) return;
    const auto strings = parse_json(bytes_of_file(*path)).value();
    EXPECT_GT(strings.items.size(), 500U);
    EveryKind all;
    all.name = "Rosa";
    all.money.currency = all.currency = Currency::known("PEN");
    for (const auto& string : strings.items) {
        auto value = all;
        value.text = string.text;
        const auto json = from_json_text<EveryKind>(to_json_text(value));
        ASSERT_TRUE(json) << string.text;
        EXPECT_EQ(json->text, string.text);
        EXPECT_EQ(unpack<EveryKind>(pack(value)).value().text, string.text);
        all.texts.push_back(string.text);
    }
    EXPECT_EQ(from_json_text<EveryKind>(to_json_text(all)).value(), all);
    EXPECT_EQ(unpack<EveryKind>(pack(all)).value(), all);
    EXPECT_EQ(parse_json(print_json(strings)).value(), strings);
}

}  // namespace
}  // namespace ayni
