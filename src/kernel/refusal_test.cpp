#include "kernel/refusal.h"

#include <set>

#include <gtest/gtest.h>

#include "kernel/result.h"
#include "kernel/text.h"

namespace ayni {
namespace {

TEST(Refusal, SpeaksBothLanguages) {
    for (std::size_t i = 0; i < refusal_count(); ++i) {
        const auto reason = static_cast<Refusal>(i);
        const auto spanish = text_of(reason, Language::es), english = text_of(reason, Language::en);
        EXPECT_NE(spanish, english) << code_of(reason);
        for (const auto text : {spanish, english}) {
            EXPECT_TRUE(is_utf8(text)) << text;
            EXPECT_EQ(trimmed(text), text);
            EXPECT_GT(text.size(), 8U) << code_of(reason);
            EXPECT_TRUE(text.ends_with('.')) << "not a sentence: " << text;
        }
    }
}

TEST(Refusal, HasACodeOfItsOwn) {
    std::set<std::string_view> codes, spanish, english;
    for (std::size_t i = 0; i < refusal_count(); ++i) {
        const auto reason = static_cast<Refusal>(i);
        const auto code = code_of(reason);
        EXPECT_TRUE(codes.insert(code).second) << code;
        EXPECT_TRUE(spanish.insert(text_of(reason, Language::es)).second) << code;
        EXPECT_TRUE(english.insert(text_of(reason, Language::en)).second) << code;
        EXPECT_EQ(code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_"), code.npos);
        EXPECT_EQ(refusal_of(code), reason);
    }
    EXPECT_EQ(refusal_of("no_such_reason"), std::nullopt);
    EXPECT_EQ(refusal_of(""), std::nullopt);
}

// Clients rely on these: a reason may be added behind them, never renamed or moved.
TEST(Refusal, KeepsItsFirstRows) {
    EXPECT_EQ(code_of(static_cast<Refusal>(0)), "json_malformed");
    EXPECT_EQ(code_of(Refusal::number_for_text), "number_for_text");
}

TEST(Refuse, CarriesReasonPlaceAndDetail) {
    const Result<int> result = refuse(Refusal::overflow, "/terms/2/rate", "1e99");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().reason(), Refusal::overflow);
    EXPECT_EQ(result.error().problems,
              (std::vector<Problem>{{Refusal::overflow, "/terms/2/rate", "1e99"}}));
}

}  // namespace
}  // namespace ayni
