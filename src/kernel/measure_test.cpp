#include "kernel/measure.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kernel/arbitrary_test.h"

namespace ayni {
namespace {

static_assert(!std::is_convertible_v<Price, Rate> && !std::is_convertible_v<Rate, Price>);
static_assert(!std::is_convertible_v<Quantity, Price>);

const Currency pen = Currency::known("PEN");

RC_GTEST_PROP(Quantity, ReadsBackWhatItPrints, ()) {
    const Quantity quantity{*number_within(largest_quantity)};
    RC_ASSERT(parse_quantity(print(quantity)).value() == quantity);
}

RC_GTEST_PROP(Price, ReadsBackWhatItPrints, ()) {
    const Price price{*number_within(largest_price)};
    RC_ASSERT(parse_price(print(price)).value() == price);
}

RC_GTEST_PROP(Rate, ReadsBackWhatItPrints, ()) {
    const Rate rate{*number_within(largest_rate)};
    RC_ASSERT(parse_rate(print(rate)).value() == rate);
}

TEST(Measure, IsWrittenAsPeopleWriteIt) {
    EXPECT_EQ(print(Quantity{10'300}), "10.300");
    EXPECT_EQ(print(Price{1'450'000}), "1.45");
    EXPECT_EQ(print(Price{-18'500}), "-0.0185");
    EXPECT_EQ(print(Rate{400'000}), "0.40");
    EXPECT_EQ(print(Rate{1'000'000}), "1.00");
}

TEST(Measure, BeyondTheLargestIsRefused) {
    EXPECT_EQ(parse_quantity("1000000000.000"), Quantity{largest_quantity});
    EXPECT_EQ(parse_quantity("1000000000.001").error().reason(), Refusal::out_of_range);
    EXPECT_EQ(parse_quantity("-1000000000.001").error().reason(), Refusal::out_of_range);
    EXPECT_EQ(parse_price("1000000.000001").error().reason(), Refusal::out_of_range);
    EXPECT_EQ(parse_rate("1000000.000001").error().reason(), Refusal::out_of_range);
    EXPECT_EQ(parse_quantity("0.0001").error().reason(), Refusal::too_many_decimals);
    EXPECT_EQ(parse_price("0.0000001").error().reason(), Refusal::too_many_decimals);
    EXPECT_EQ(parse_rate("1e3").error().reason(), Refusal::not_a_decimal);
}

TEST(ValueOf, IsRoundedOnceByTheModeThatIsNamed) {
    const Quantity half_kilo{500};
    EXPECT_EQ(value_of({10'300}, {1'400'000}, pen, Rounding::half_even), (Money{14'42, pen}));
    EXPECT_EQ(value_of(half_kilo, {10'000}, pen, Rounding::half_up), (Money{1, pen}));
    EXPECT_EQ(value_of(half_kilo, {10'000}, pen, Rounding::half_even), (Money{0, pen}));
    EXPECT_EQ(value_of(half_kilo, {30'000}, pen, Rounding::half_even), (Money{2, pen}));
    EXPECT_EQ(value_of(half_kilo, {30'000}, pen, Rounding::down), (Money{1, pen}));
    EXPECT_EQ(value_of(half_kilo, {-10'000}, pen, Rounding::half_up), (Money{-1, pen}));
    EXPECT_EQ(value_of(half_kilo, {-10'000}, pen, Rounding::half_even), (Money{0, pen}));
}

RC_GTEST_PROP(ValueOf, IsWithinHalfAMinorUnitInEveryCurrency, ()) {
    const Quantity quantity{*number_within(largest_quantity)};
    const Price price{*number_within(largest_price)};
    const auto currency = *any_currency();
    const auto value = value_of(quantity, price, currency, Rounding::half_even);
    Wide unit = 1'000'000'000;
    for (int i = 0; i < currency.decimals(); ++i) unit /= 10;
    const Wide exact = unrounded_value(quantity, price);
    if (!value) {
        RC_ASSERT(value.error().reason() == Refusal::overflow);
        RC_ASSERT((exact / unit > INT64_MAX - 1 || exact / unit < INT64_MIN + 1));
        return;
    }
    const Wide error = exact - value->minor * unit;
    RC_ASSERT((error * 2 <= unit && -error * 2 <= unit));
}

TEST(ShareOf, RoundsOnceAndRefusesOverflow) {
    EXPECT_EQ(share_of({1'00, pen}, {15'000}, Rounding::half_up), (Money{2, pen}));
    EXPECT_EQ(share_of({1'00, pen}, {15'000}, Rounding::down), (Money{1, pen}));
    EXPECT_EQ(share_of({-1'00, pen}, {15'000}, Rounding::half_up), (Money{-2, pen}));
    EXPECT_EQ(share_of({1'00, pen}, {25'000}, Rounding::half_even), (Money{2, pen}));
    EXPECT_EQ(share_of({INT64_MAX, pen}, {1'000'001}, Rounding::down).error().reason(),
              Refusal::overflow);
    EXPECT_EQ(share_of({INT64_MAX, pen}, {1'000'000}, Rounding::down), (Money{INT64_MAX, pen}));
}

}  // namespace
}  // namespace ayni
