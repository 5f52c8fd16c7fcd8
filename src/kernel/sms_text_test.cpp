#include "kernel/sms_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kernel/arbitrary_test.h"
#include "kernel/shared_data_test.h"
#include "kernel/text.h"

namespace ayni {
namespace {

constexpr std::string_view alphabet =
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

TEST(GsmText, KeepsTheLettersOfTheNetwork) {
    EXPECT_EQ(letters(alphabet), 127U) << "128 places, one of them the escape";
    EXPECT_EQ(gsm_text(alphabet), alphabet);
    EXPECT_EQ(gsm_length(alphabet), 127);
}

TEST(GsmText, WritesSpanishPlainlyWhereItMust) {
    EXPECT_EQ(gsm_text("áéíóú ÁÉÍÓÚ ñÑ üÜ ¿qué? ¡sí!"), "aéiou AÉIOU ñÑ üÜ ¿qué? ¡si!");
    EXPECT_EQ(gsm_text("Rosa Huamán: “S/ 14,42” — N° 5…"), "Rosa Huaman: \"S/ 14,42\" - No 5...");
    EXPECT_EQ(gsm_text("1½ l × 2, 5ª vez"), "11/2 l x 2, 5a vez");
    EXPECT_EQ(gsm_text("çãõâê œuvre"), "caoae oeuvre");
    EXPECT_EQ(gsm_text("p’unchay sut’i"), "p'unchay sut'i");
    EXPECT_EQ(gsm_text("a\u00A0b\tc"), "a b c");
}

TEST(GsmText, ComposesAccentsThatWereTypedApart) {
    EXPECT_EQ(gsm_text("man\u0303ana que\u0301 agu\u0308ero"), "mañana qué agüero");
    EXPECT_EQ(gsm_text("Huama\u0301n"), "Huaman");
}

TEST(GsmText, HasAQuestionMarkForWhatItCannotWrite) {
    EXPECT_EQ(gsm_text("日本"), "??");
    EXPECT_EQ(gsm_text("\xF0\x9F\x90\x84"), "?");
    EXPECT_EQ(gsm_text("a\u200Bb\uFEFFc\u00ADd"), "abcd");
    EXPECT_EQ(gsm_text("\x1B\x01"), "??") << "an escape would turn the next letter into another";
    EXPECT_EQ(gsm_text("\xF1 \xC3"), "? ?") << "bytes that are no letter";
}

TEST(GsmLength, CountsTheExtensionTwice) {
    EXPECT_EQ(gsm_length(""), 0);
    EXPECT_EQ(gsm_length("€"), 2);
    EXPECT_EQ(gsm_length("^{}\\[~]|\f"), 18);
    EXPECT_EQ(gsm_length("ñandú"), 5);
    EXPECT_EQ(gsm_length(std::string(longest_sms, 'x')), longest_sms);
}

RC_GTEST_PROP(GsmText, IsAlwaysInTheAlphabetAndStaysAsItIs, ()) {
    const auto text = *rc::gen::oneOf(any_text(), rc::gen::arbitrary<std::string>());
    const auto plain = gsm_text(text);
    RC_ASSERT(is_utf8(plain));
    RC_ASSERT(gsm_text(plain) == plain);
    RC_ASSERT(gsm_length(plain) >= static_cast<int>(letters(plain)));
}

TEST(GsmText, TakesEveryNaughtyString) {
    const auto path = shared_data("data/badinput/blns.json");
    if (!path) return;
    const auto strings = parse_json(bytes_of_file(*path)).value();
    for (const auto& string : strings.items) {
        const auto plain = gsm_text(string.text);
        EXPECT_TRUE(is_utf8(plain));
        EXPECT_EQ(gsm_text(plain), plain);
    }
}

}  // namespace
}  // namespace ayni
