#include "domain/people/totp.h"

#include <array>
#include <utility>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ayni {
namespace {

constexpr std::string_view rfc_secret = "12345678901234567890";
constexpr std::int64_t second = 1'000;

// RFC 6238, appendix B, mode SHA1: eight digits, of which a telephone shows the last six.
TEST(Totp, GivesTheNumbersOfTheStandard) {
    constexpr std::array<std::pair<std::int64_t, std::uint32_t>, 6> vectors{
        {{59, 94'287'082},
         {1'111'111'109, 7'081'804},
         {1'111'111'111, 14'050'471},
         {1'234'567'890, 89'005'924},
         {2'000'000'000, 69'279'037},
         {20'000'000'000, 65'353'130}}};
    for (const auto& [seconds, number] : vectors) {
        const auto step = totp_step(Instant{seconds * second});
        EXPECT_EQ(totp_number(rfc_secret, step) % 100'000'000, number) << seconds;
    }
    EXPECT_EQ(totp_code(rfc_secret, totp_step(Instant{59 * second})), "287082");
    EXPECT_EQ(totp_code(rfc_secret, totp_step(Instant{1'111'111'109 * second})), "081804");
}

// RFC 4226, appendix D: the first ten counts of the same secret.
TEST(Totp, CountsAsItsOlderSister) {
    constexpr std::array<std::string_view, 10> codes{"755224", "287082", "359152", "969429",
                                                     "338314", "254676", "287922", "162583",
                                                     "399871", "520489"};
    for (std::size_t count = 0; count < codes.size(); ++count)
        EXPECT_EQ(totp_code(rfc_secret, static_cast<std::int64_t>(count)), codes[count]);
}

TEST(Totp, ACodeIsGoodForOneStepBeforeAndAfterItsOwn) {
    const auto code = totp_code(rfc_secret, 1'000);
    const auto at = [&](std::int64_t seconds) {
        return accepted_step(rfc_secret, code, Instant{seconds * second}, 0);
    };
    EXPECT_EQ(at(999 * 30 - 1), std::nullopt);
    EXPECT_EQ(at(999 * 30), 1'000);
    EXPECT_EQ(at(1'000 * 30), 1'000);
    EXPECT_EQ(at(1'002 * 30 - 1), 1'000);
    EXPECT_EQ(at(1'002 * 30), std::nullopt);
}

TEST(Totp, ACodeIsNeverGoodTwice) {
    const Instant now{1'000 * 30 * second};
    EXPECT_EQ(accepted_step(rfc_secret, totp_code(rfc_secret, 1'000), now, 1'000), std::nullopt);
    EXPECT_EQ(accepted_step(rfc_secret, totp_code(rfc_secret, 999), now, 1'000), std::nullopt);
    EXPECT_EQ(accepted_step(rfc_secret, totp_code(rfc_secret, 1'001), now, 1'000), 1'001);
}

TEST(Totp, WhatIsNoCodeOfSixDigitsIsRefused) {
    const Instant now{1'000 * 30 * second};
    const auto code = totp_code(rfc_secret, 1'000);
    for (const auto& wrong : {std::string(), code.substr(1), code + "0", std::string("      ")})
        EXPECT_EQ(accepted_step(rfc_secret, wrong, now, 0), std::nullopt) << wrong;
}

// RFC 4648, section 10, without its padding.
TEST(Totp, SecretsAreWrittenInBase32) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> vectors{
        {{"", ""},
         {"f", "MY"},
         {"fo", "MZXQ"},
         {"foo", "MZXW6"},
         {"foob", "MZXW6YQ"},
         {"fooba", "MZXW6YTB"},
         {"foobar", "MZXW6YTBOI"}}};
    for (const auto& [bytes, text] : vectors) EXPECT_EQ(base32(bytes), text);
}

TEST(Totp, TheAddressHoldsAnyLogin) {
    EXPECT_EQ(otpauth_address("rosa", "foobar"),
              "otpauth://totp/Ayni:rosa?secret=MZXW6YTBOI&issuer=Ayni");
    EXPECT_EQ(otpauth_address("a&b ñ", "f"),
              "otpauth://totp/Ayni:a%26b%20%C3%B1?secret=MY&issuer=Ayni");
}

RC_GTEST_PROP(Totp, ACodeIsTheSameHoweverItIsGrouped, (const std::string& bytes)) {
    RC_ASSERT(ungrouped(grouped(base32(bytes))) == base32(bytes));
}

TEST(Totp, SmallLettersAndBlanksDoNotMatter) {
    EXPECT_EQ(ungrouped(" mzxw-6ytb oi"), "MZXW6YTBOI");
    EXPECT_EQ(grouped("MZXW6YTBOI"), "MZXW-6YTB-OI");
}

}  // namespace
}  // namespace ayni
