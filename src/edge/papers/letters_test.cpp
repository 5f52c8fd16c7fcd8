#include "edge/papers/letters.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "edge/papers/qr_code.h"
#include "kernel/arbitrary_test.h"
#include "kernel/text.h"

namespace ayni {
namespace {

TEST(Letters, AreDrawnComposedAndOnOneLine) {
    EXPECT_EQ(drawable("Rosa Huama\u0301n"), "Rosa Huamán");
    EXPECT_EQ(drawable("q'illu t’anta"), "q'illu t’anta");
    EXPECT_EQ(drawable("a\nb\tc\u2028d"), "a b c d");
    EXPECT_EQ(drawable("\xFFx"), "\uFFFDx");
    EXPECT_EQ(drawable("\uFFFE\uFDD0\U0010FFFF."), "\uFFFD\uFFFD\uFFFD.");
}

TEST(Letters, DoNotTurnTheTextAround) {
    EXPECT_EQ(drawable("Rosa \u202E05.145\u2066"), "Rosa  05.145 ");
}

TEST(Letters, AreWrittenAsAsciiWithoutTheirAccents) {
    EXPECT_EQ(ascii_letters("Cooperativa Ñahui Ltda."), "Cooperativa Nahui Ltda.");
    EXPECT_EQ(ascii_letters("Huama\u0301n"), "Huaman");
    EXPECT_EQ(ascii_letters("日 t’anta"), "? t?anta");
    EXPECT_EQ(ascii_letters("a\nb"), "a?b");
}

RC_GTEST_PROP(Letters, AreDrawableAndAsciiWhateverTheyWere, ()) {
    const auto text = *rc::gen::oneOf(any_text(), rc::gen::arbitrary<std::string>());
    const auto drawn = drawable(text);
    RC_ASSERT(is_utf8(drawn));
    RC_ASSERT(drawable(drawn) == drawn);
    for (const char c : ascii_letters(text)) RC_ASSERT(c >= ' ' && c <= '~');
}

TEST(QrCode, HasTheThreeCornersOfItsKind) {
    const auto code = qr_code("AYNI");
    ASSERT_EQ(code.side, 21U);
    const auto dark = [&](std::size_t x, std::size_t y) { return code.dark[y * code.side + x]; };
    using Corner = std::pair<std::size_t, std::size_t>;
    for (const auto& [x, y] : {Corner{0, 0}, Corner{14, 0}, Corner{0, 14}}) {
        EXPECT_TRUE(dark(x, y) && dark(x + 6, y + 6) && dark(x + 3, y + 3));
        EXPECT_FALSE(dark(x + 1, y + 1) || dark(x + 5, y + 5));
    }
}

TEST(QrCode, IsNotMadeOfWhatNoCodeCanHold) {
    EXPECT_GT(qr_code(std::string(2'331, 'x')).side, 0U);
    EXPECT_EQ(qr_code(std::string(2'332, 'x')).side, 0U);
}

}  // namespace
}  // namespace ayni
