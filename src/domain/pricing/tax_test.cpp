#include "domain/pricing/tax.h"

#include <gtest/gtest.h>

namespace ayni {
namespace {

const Currency pen = Currency::known("PEN");
const MemberIncomeTax tax_2026{
    .uit = Money{550'000, pen}, .untaxed_uit = 30, .most_uit = 140, .rate = Rate{15'000}};

TEST(MemberIncomeTax, StartsAboveTheUntaxedPartAndEndsAtTheUpperLimit) {
    EXPECT_EQ(member_income_tax(tax_2026, Money{0, pen}), (Money{0, pen}));
    EXPECT_EQ(member_income_tax(tax_2026, Money{16'500'100, pen}),
              (Money{2, pen}));  // 0.015, half-up
    EXPECT_EQ(member_income_tax(tax_2026, Money{77'000'001, pen}).error().reason(),
              Refusal::out_of_range);
}

TEST(MovementTax, IsCutDownToTheStep) {
    const MovementTax itf{.rate = Rate{50}, .step = 5};
    EXPECT_EQ(movement_tax(itf, Money{99'999, pen}), (Money{0, pen}));
    EXPECT_EQ(movement_tax(itf, Money{100'000, pen}), (Money{5, pen}));
    EXPECT_EQ(movement_tax(itf, Money{-1, pen}).error().reason(), Refusal::out_of_range);
}

}  // namespace
}  // namespace ayni
