#include "domain/pricing/exact.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>
#include <type_traits>

namespace ayni {
namespace {

static_assert(!std::is_convertible_v<double, Exact> && !std::is_constructible_v<Exact, double>);

TEST(Exact, KeepsFractionsThatDecimalsCannot) {
    const Exact third = Exact{1} / 3;
    EXPECT_EQ(third + third + third, Exact{1});
    EXPECT_EQ(third.printed(4, Rounding::half_up), "0.3333");
    EXPECT_EQ(*Exact::parse("0.1") + *Exact::parse("0.2"), *Exact::parse("0.3"));
    EXPECT_EQ(Exact::of(-125, 3).printed(2, Rounding::half_even), "-0.12");
}

TEST(Exact, ReadsDecimalsOnly) {
    EXPECT_EQ(Exact::parse("1e3").error().reason(), Refusal::not_a_decimal);
    EXPECT_EQ(Exact::parse("0.0000000000001").error().reason(), Refusal::too_many_decimals);
}

TEST(Exact, ComparesByValue) {
    EXPECT_TRUE(Exact{-1} < Exact{0});
    EXPECT_TRUE(Exact{1} / 3 < Exact{1} / 2);
    EXPECT_FALSE(Exact{2} / 4 < Exact{1} / 2);
}

TEST(Exact, DividedByZeroStaysBrokenAndIsRefused) {
    const Exact broken = Exact{1} / 0;
    EXPECT_TRUE(broken.is_broken());
    EXPECT_TRUE((broken + 1 - 1).is_broken());
    EXPECT_TRUE((Exact{0} * broken).is_broken());
    EXPECT_TRUE((Exact{1} / broken).is_broken());
    EXPECT_FALSE(broken < Exact{1});
    EXPECT_EQ(broken.rounded(2, Rounding::down).error().reason(), Refusal::overflow);
}

TEST(Exact, BeyondItsBitsIsBrokenNotWrong) {
    Exact large{std::numeric_limits<std::int64_t>::min()};
    large = large * large * 2;  // 2^127 does not fit any more
    EXPECT_TRUE(large.is_broken());
    const Exact tall{std::numeric_limits<std::int64_t>::max()};
    EXPECT_EQ(tall.rounded(0, Rounding::down), std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(tall.rounded(1, Rounding::down).error().reason(), Refusal::overflow);
}

RC_GTEST_PROP(ExactProperty, UndoesWhatItDid, ()) {
    const auto number = [] {
        return Exact::of(*rc::gen::inRange<std::int64_t>(-1'000'000, 1'000'000), 3);
    };
    const auto a = number(), b = number();
    RC_ASSERT(a + b - b == a);
    RC_ASSERT(a * b == b * a);
    if (!(b == Exact{0})) RC_ASSERT(a / b * b == a);
    RC_ASSERT((a < b) + (b < a) + (a == b) == 1);
}

}  // namespace
}  // namespace ayni
