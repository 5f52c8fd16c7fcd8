#include "kernel/money.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kernel/arbitrary_test.h"
#include "kernel/measure.h"

namespace ayni {
namespace {

static_assert(!std::is_convertible_v<double, Money>);
static_assert(!std::is_constructible_v<Money, double, Currency>);
static_assert(!std::is_constructible_v<Money, float, Currency>);
static_assert(!std::is_convertible_v<std::int64_t, Money>);
static_assert(!std::is_convertible_v<Price, Money> && !std::is_convertible_v<Quantity, Money>);

const Currency pen = Currency::known("PEN"), usd = Currency::known("USD");

RC_GTEST_PROP(Money, ReadsBackWhatItPrints, ()) {
    const Money amount{*number_within(largest_amount), *any_currency()};
    RC_ASSERT(parse_money(print_amount(amount), amount.currency).value() == amount);
}

TEST(Money, IsWrittenWithTheDecimalsOfItsCurrency) {
    EXPECT_EQ(print_amount({123'45, pen}), "123.45");
    EXPECT_EQ(print_amount({-5, pen}), "-0.05");
    EXPECT_EQ(print_amount({12'345, Currency::known("CLP")}), "12345");
    EXPECT_EQ(print_amount({12'345, Currency::known("KWD")}), "12.345");
    EXPECT_EQ(print_amount({INT64_MIN, pen}), "-92233720368547758.08");
}

TEST(Money, IsReadExactlyOrRefused) {
    const auto clp = Currency::known("CLP");
    EXPECT_EQ(parse_money("1.5", pen), (Money{150, pen}));
    EXPECT_EQ(parse_money("1.500", pen), (Money{150, pen}));
    EXPECT_EQ(parse_money("100", clp), (Money{100, clp}));
    EXPECT_EQ(parse_money("1.505", pen).error().reason(), Refusal::too_many_decimals);
    EXPECT_EQ(parse_money("100.5", clp).error().reason(), Refusal::too_many_decimals);
    EXPECT_EQ(parse_money("S/ 10", pen).error().reason(), Refusal::not_a_decimal);
    EXPECT_EQ(parse_money("100000000000.00", pen), (Money{largest_amount, pen}));
    EXPECT_EQ(parse_money("100000000000.01", pen).error().reason(), Refusal::out_of_range);
    EXPECT_EQ(parse_money("-100000000000.01", pen).error().reason(), Refusal::out_of_range);
    EXPECT_EQ(parse_money("1000000000000000000", pen).error().reason(), Refusal::overflow);
}

RC_GTEST_PROP(Money, AddsAndSubtracts, ()) {
    const auto currency = *any_currency();
    const Money a{*number_within(largest_amount), currency};
    const Money b{*number_within(largest_amount), currency};
    RC_ASSERT(a + b - b == a);
    RC_ASSERT(a + b == b + a);
    RC_ASSERT(-(a - b) == b - a);
    RC_ASSERT(least(a, b) == (a.minor < b.minor ? a : b));
    Money sum = a;
    sum += b;
    sum -= a;
    RC_ASSERT(sum == b);
}

TEST(Money, OfTwoCurrenciesOrBeyondSixtyFourBitsStopsTheProgram) {
    const Money most{INT64_MAX, pen}, least_of_all{INT64_MIN, pen}, one{1, pen};
    EXPECT_DEATH((void)(one + Money{1, usd}), "broken claim");
    EXPECT_DEATH((void)(one - Money{1, usd}), "broken claim");
    EXPECT_DEATH((void)(one < Money{1, usd}), "broken claim");
    EXPECT_DEATH((void)(most + one), "broken claim");
    EXPECT_DEATH((void)(least_of_all - one), "broken claim");
    EXPECT_DEATH((void)-least_of_all, "broken claim");
    EXPECT_FALSE(one == (Money{1, usd}));
}

}  // namespace
}  // namespace ayni
