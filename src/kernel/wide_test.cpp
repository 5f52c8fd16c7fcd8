#include "kernel/wide.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kernel/arbitrary_test.h"
#include "kernel/decimal.h"
#include "kernel/shared_data_test.h"

namespace ayni {
namespace {

constexpr Rounding modes[] = {Rounding::half_up, Rounding::half_even, Rounding::down};

Wide size_of(Wide value) { return value < 0 ? -value : value; }

// The definition of each mode, by what the rounded value is and not by how it is computed.
bool is_rounded(Wide numerator, Wide denominator, Rounding mode, Wide quotient) {
    const Wide error = size_of(numerator - quotient * denominator);
    const bool shrinks = size_of(quotient * denominator) <= size_of(numerator);
    const bool same_side = quotient == 0 || (quotient < 0) == (numerator < 0);
    if (mode == Rounding::down) return error < denominator && shrinks && same_side;
    if (error * 2 != denominator) return error * 2 < denominator && same_side;
    return mode == Rounding::half_even ? quotient % 2 == 0 : !shrinks && same_side;
}

TEST(Rounding, OfTiesAndNeighboursInEveryMode) {
    struct Row {
        int tenths, half_up, half_even, down;
    };
    for (const auto& row : std::to_array<Row>({
             {4, 0, 0, 0},      {5, 1, 0, 0},      {6, 1, 1, 0},      {10, 1, 1, 1},
             {14, 1, 1, 1},     {15, 2, 2, 1},     {16, 2, 2, 1},     {25, 3, 2, 2},
             {35, 4, 4, 3},     {99, 10, 10, 9},   {-4, 0, 0, 0},     {-5, -1, 0, 0},
             {-6, -1, -1, 0},   {-10, -1, -1, -1}, {-14, -1, -1, -1}, {-15, -2, -2, -1},
             {-16, -2, -2, -1}, {-25, -3, -2, -2}, {-35, -4, -4, -3}, {0, 0, 0, 0},
         })) {
        EXPECT_TRUE(divide(row.tenths, 10, Rounding::half_up) == row.half_up) << row.tenths;
        EXPECT_TRUE(divide(row.tenths, 10, Rounding::half_even) == row.half_even) << row.tenths;
        EXPECT_TRUE(divide(row.tenths, 10, Rounding::down) == row.down) << row.tenths;
    }
}

// Vector X01: decimals of three places, rounded to two.
TEST(Rounding, AgreesWithTheVectors) {
    for (const auto& vector : domain_vectors("rounding")) {
        ASSERT_EQ(vector.find("id")->text, "X01") << "a vector that this test does not know";
        const auto& values = vector.find("inputs")->find("values")->items;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto rounded = [&](Rounding mode) {
                const auto exact = parse_decimal(values[i].text, 3).value();
                return print_decimal(narrow(divide(exact, 10, mode)).value(), 2);
            };
            const auto& expected = *vector.find("expected");
            EXPECT_EQ(rounded(Rounding::half_up), expected.find("half_up")->items[i].text);
            EXPECT_EQ(rounded(Rounding::half_even), expected.find("half_even")->items[i].text);
        }
    }
}

RC_GTEST_PROP(Rounding, IsWhatItsModeSays, ()) {
    const Wide numerator = static_cast<Wide>(*any_number<std::int64_t>()) *
                           *rc::gen::element<std::int64_t>(1, 2, 5, 1'000'000'007, INT64_MAX / 8);
    const Wide denominator = *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(1, 13),
                                             rc::gen::positive<std::int64_t>());
    for (const auto mode : modes)
        RC_ASSERT(is_rounded(numerator, denominator, mode, divide(numerator, denominator, mode)));
}

RC_GTEST_PROP(Rounding, OfHalvesIsSymmetricAroundZero, (std::int32_t halves)) {
    for (const auto mode : modes)
        RC_ASSERT((divide(-Wide{halves}, 2, mode) == -divide(halves, 2, mode)));
}

TEST(Rounding, ByNothingStopsTheProgram) {
    EXPECT_DEATH((void)divide(1, 0, Rounding::down), "broken claim");
    EXPECT_DEATH((void)divide(1, -1, Rounding::down), "broken claim");
}

TEST(Narrow, RefusesWhatLeavesSixtyFourBits) {
    EXPECT_EQ(narrow(INT64_MAX), INT64_MAX);
    EXPECT_EQ(narrow(INT64_MIN), INT64_MIN);
    EXPECT_EQ(narrow(Wide{INT64_MAX} + 1).error().reason(), Refusal::overflow);
    EXPECT_EQ(narrow(Wide{INT64_MIN} - 1).error().reason(), Refusal::overflow);
}

}  // namespace
}  // namespace ayni
