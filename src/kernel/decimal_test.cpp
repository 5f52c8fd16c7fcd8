#include "kernel/decimal.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kernel/arbitrary_test.h"

namespace ayni {
namespace {

Refusal refusal_of_decimal(std::string_view text, int places) {
    const auto value = parse_decimal(text, places);
    EXPECT_FALSE(value) << text << " was read as " << *value;
    return value ? Refusal{} : value.error().reason();
}

TEST(Decimal, ReadsWhatItSays) {
    EXPECT_EQ(parse_decimal("0", 2), 0);
    EXPECT_EQ(parse_decimal("-0", 2), 0);
    EXPECT_EQ(parse_decimal("12.34", 2), 1234);
    EXPECT_EQ(parse_decimal("-12.3", 2), -1230);
    EXPECT_EQ(parse_decimal("007", 0), 7);
    EXPECT_EQ(parse_decimal("1.2300000000000000000000000000", 2), 123);
    EXPECT_EQ(parse_decimal("9223372036854775807", 0), INT64_MAX);
    EXPECT_EQ(parse_decimal("-9223372036854775808", 0), INT64_MIN);
    EXPECT_EQ(parse_decimal("-9223372036854.775808", 6), INT64_MIN);
}

TEST(Decimal, RefusesEverythingElse) {
    for (std::string_view text : {"",     "-",   ".",   "-.",    "1.", ".5",    "+1",       "--1",
                                  "1e2",  "1E2", "0x1", " 1",    "1 ", "1,5",   "1,000.00", "1.2.3",
                                  "1.-2", "NaN", "inf", "1'000", "١٢", "1.5\n", "½"})
        EXPECT_EQ(refusal_of_decimal(text, 2), Refusal::not_a_decimal) << text;
    EXPECT_EQ(refusal_of_decimal(std::string_view("1\0", 2), 2), Refusal::not_a_decimal);
    EXPECT_EQ(refusal_of_decimal("1.001", 2), Refusal::too_many_decimals);
    EXPECT_EQ(refusal_of_decimal("1.1", 0), Refusal::too_many_decimals);
    EXPECT_EQ(refusal_of_decimal("9223372036854775808", 0), Refusal::overflow);
    EXPECT_EQ(refusal_of_decimal("92233720368547758.08", 2), Refusal::overflow);
    EXPECT_EQ(refusal_of_decimal("-9223372036854775809", 0), Refusal::overflow);
    EXPECT_EQ(refusal_of_decimal("99999999999999999999", 18), Refusal::overflow);
    EXPECT_EQ(refusal_of_decimal(std::string(500, '9'), 2), Refusal::overflow);
    for (std::size_t digits = 20; digits < 60; ++digits)
        for (int places : {0, 2, 6, 18})
            EXPECT_EQ(refusal_of_decimal('1' + std::string(digits, '0'), places),
                      Refusal::overflow);
    // Two to the 64th, to the 128th: 0 in a register that is too short.
    EXPECT_EQ(refusal_of_decimal("18446744073709551616", 0), Refusal::overflow);
    EXPECT_EQ(refusal_of_decimal("340282366920938463463374607431768211456", 0), Refusal::overflow);
}

TEST(Decimal, PrintsAtLeastThePlacesThatWereAsked) {
    EXPECT_EQ(print_decimal(0, 0), "0");
    EXPECT_EQ(print_decimal(0, 2), "0.00");
    EXPECT_EQ(print_decimal(-5, 2), "-0.05");
    EXPECT_EQ(print_decimal(1'450'000, 6, 2), "1.45");
    EXPECT_EQ(print_decimal(1'400'000, 6, 2), "1.40");
    EXPECT_EQ(print_decimal(1'800, 6, 2), "0.0018");
    EXPECT_EQ(print_decimal(2'000'000, 6, 0), "2");
    EXPECT_EQ(print_decimal(INT64_MIN, 6), "-9223372036854.775808");
    EXPECT_EQ(print_decimal(INT64_MIN, 18), "-9.223372036854775808");
}

RC_GTEST_PROP(Decimal, ReadsBackWhatItPrints, ()) {
    const auto value = *any_number<std::int64_t>();
    const int places = *rc::gen::inRange(0, 19);
    const int least = *rc::gen::inRange(-1, places + 1);
    const auto text = print_decimal(value, places, least);
    RC_ASSERT(parse_decimal(text, places).value() == value);
    const auto dot = text.find('.');
    const auto written = dot == text.npos ? 0 : static_cast<int>(text.size() - dot) - 1;
    RC_ASSERT(written >= (least < 0 ? places : least));
    RC_ASSERT(written <= places);
}

RC_GTEST_PROP(Decimal, RefusesOrReadsAnyTextAndNeverStops, (const std::string& text)) {
    const auto value = parse_decimal(text, 6);
    if (value) RC_ASSERT(parse_decimal(print_decimal(*value, 6), 6).value() == *value);
}

TEST(Decimal, KnowsPowersOfTen) {
    EXPECT_EQ(power_of_ten(0), 1);
    EXPECT_EQ(power_of_ten(18), 1'000'000'000'000'000'000);
    EXPECT_DEATH((void)power_of_ten(19), "broken claim");
    EXPECT_DEATH((void)power_of_ten(-1), "broken claim");
}

}  // namespace
}  // namespace ayni
