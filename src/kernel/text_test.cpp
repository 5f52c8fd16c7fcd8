#include "kernel/text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kernel/arbitrary_test.h"

namespace ayni {
namespace {

TEST(Utf8, IsRecognised) {
    for (std::string_view text :
         {"", "leche", "ñandú", "Hualgayoc", "日本", "\xF0\x9F\x90\x84", "\x7F", "\xC2\x80",
          "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xEF\xBF\xBF",
          "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"})
        EXPECT_TRUE(is_utf8(text)) << text;
    EXPECT_TRUE(is_utf8(std::string_view("a\0b", 3)));
}

TEST(Utf8, IsRefusedWhereItIsOverlongCutOrASurrogate) {
    for (std::string_view text : {"\x80",
                                  "\xBF",
                                  "\xC0\x80",
                                  "\xC1\xBF",
                                  "\xC2",
                                  "\xC2 ",
                                  "\xE0\x9F\xBF",
                                  "\xE0\xA0",
                                  "\xED\xA0\x80",
                                  "\xED\xBF\xBF",
                                  "\xF0\x8F\xBF\xBF",
                                  "\xF0\x90\x80",
                                  "\xF4\x90\x80\x80",
                                  "\xF5\x80\x80\x80",
                                  "\xFE",
                                  "\xFF",
                                  "\xF8\x88\x80\x80\x80",
                                  "a\xF1z",
                                  "\xC2\xC2\x80",
                                  "\xE1\x80\xC0",
                                  "cami\xF3n"})
        EXPECT_FALSE(is_utf8(text)) << text;
    EXPECT_FALSE(is_utf8(std::string_view("\xC2\0", 2)));
}

// Every sequence of up to three bytes, against the definition by code points.
TEST(Utf8, IsExactlyWhatEncodesACodePoint) {
    const auto encodes = [](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
        if ((b & 0xC0U) != 0x80 || (c & 0xC0U) != 0x80 || (a & 0xF0U) != 0xE0) return false;
        const auto point = (a & 15U) << 12 | (b & 63U) << 6 | (c & 63U);
        return point >= 0x800 && (point < 0xD800 || point > 0xDFFF);
    };
    for (std::uint32_t a = 0xE0; a < 0x100; ++a)
        for (std::uint32_t b = 0; b < 0x100; ++b)
            for (std::uint32_t c = 0x70; c < 0xD0; ++c) {
                const char bytes[] = {static_cast<char>(a), static_cast<char>(b),
                                      static_cast<char>(c)};
                if (is_utf8({bytes, 3}) != encodes(a, b, c)) FAIL() << a << ' ' << b << ' ' << c;
            }
}

RC_GTEST_PROP(Utf8, IsAnyRowOfLetters, ()) {
    const auto text = *any_text();
    RC_ASSERT(is_utf8(text));
    RC_ASSERT(!is_utf8(text + '\xC3'));
    RC_ASSERT(!is_utf8('\x80' + text));
}

TEST(Utf8, IsWrittenForEachCodePoint) {
    std::string text;
    for (const std::uint32_t point :
         {0x41U, 0x7FU, 0xF1U, 0x7FFU, 0x800U, 0x20ACU, 0xFFFFU, 0x10000U, 0x1F404U, 0x10FFFFU})
        append_utf8(text, point);
    EXPECT_EQ(text, "A\x7F\u00F1\u07FF\u0800\u20AC\uFFFF\U00010000\U0001F404\U0010FFFF");
}

TEST(Digits, AreTheTenOnly) {
    EXPECT_TRUE(all_digits("0123456789"));
    EXPECT_TRUE(all_digits(""));
    for (std::string_view text : {"-1", "1.0", "1 ", "1a", "/", ":", "\u0661"})
        EXPECT_FALSE(all_digits(text)) << text;
}

TEST(Letters, CountsCodePoints) {
    EXPECT_EQ(letters(""), 0U);
    EXPECT_EQ(letters("señal"), 5U);
    EXPECT_EQ(letters("\xF0\x9F\x90\x84 y €"), 5U);
}

TEST(Trimmed, LosesTheBlanksAtBothEnds) {
    EXPECT_EQ(trimmed("  Rosa Huamán\r\n"), "Rosa Huamán");
    EXPECT_EQ(trimmed("\t "), "");
    EXPECT_EQ(trimmed(""), "");
    EXPECT_EQ(trimmed("a  b"), "a  b");
}

}  // namespace
}  // namespace ayni
