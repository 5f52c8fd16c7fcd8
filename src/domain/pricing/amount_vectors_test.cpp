// Taxes and the rounding of money.

#include <gtest/gtest.h>

#include "domain/pricing/tax.h"
#include "domain/pricing/vectors_test.h"

namespace ayni::vectors {
namespace {

TaxLimits limits(const std::string& uit) {
    return limits_of({.uit = money(uit), .untaxed_uit = 30, .most_uit = 140, .rate = Rate{15'000}});
}

void t01(const Vector& v) {
    const auto& expected = Vector::member(v.out, "limits").items;
    EXPECT_EQ(limits(v.given("uit")),
              (TaxLimits{money(expected[0].text), money(expected[1].text)}));
    const auto& of_2023 = Vector::member(v.out, "check_2023_limits").items;
    EXPECT_EQ(limits("4950"), (TaxLimits{money(of_2023[0].text), money(of_2023[1].text)}));

    const MemberIncomeTax tax{
        .uit = money(v.given("uit")), .untaxed_uit = 30, .most_uit = 140, .rate = Rate{15'000}};
    const auto& incomes = Vector::member(v.in, "incomes").items;
    const auto& taxes = Vector::member(v.out, "tax").items;
    for (std::size_t i = 0; i < incomes.size(); ++i)
        EXPECT_EQ(member_income_tax(tax, money(incomes[i].text)), money(taxes[i].text));
}

void t03(const Vector& v) {
    const MovementTax itf{.rate = Rate{50}, .step = 5};
    const auto& amounts = Vector::member(v.in, "amounts").items;
    const auto& raw = Vector::member(v.out, "raw").items;
    const auto& taxes = Vector::member(v.out, "itf").items;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        EXPECT_EQ(Vector::number(amounts[i].text) * Exact::of(itf.rate.millionths, 6),
                  Vector::number(raw[i].text));
        EXPECT_EQ(movement_tax(itf, money(amounts[i].text)), money(taxes[i].text));
    }
}

void x01(const Vector& v) {
    const auto& values = Vector::member(v.in, "values").items;
    for (const auto& [mode, name] :
         {std::pair{Rounding::half_up, "half_up"}, std::pair{Rounding::half_even, "half_even"}})
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto billionths = parse_decimal(values[i].text, 9);
            ASSERT_TRUE(billionths.has_value());
            const auto rounded = round_value(*billionths, Currency::known("PEN"), mode);
            EXPECT_EQ(print_amount(*rounded), Vector::member(v.out, name).items[i].text);
            EXPECT_EQ(Vector::number(values[i].text).printed(2, mode),
                      Vector::member(v.out, name).items[i].text);
        }
}

}  // namespace

const Checks& amount_checks() {
    static const Checks checks{{"T01", t01}, {"T03", t03}, {"X01", x01}};
    return checks;
}

}  // namespace ayni::vectors
