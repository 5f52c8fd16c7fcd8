// Coffee, grain and plantain.

#include <gtest/gtest.h>

#include "domain/pricing/coffee_formulas.h"
#include "domain/pricing/vectors_test.h"
#include "kernel/allocate.h"

namespace ayni::vectors {
namespace {

using examples::Milk;

void c01(const Vector& v) {
    const auto factor = yield_factor({v.exact("sample_g"), v.exact("excelso_g")}, 70);
    v.expect("factor_4dp", factor);
    v.expect("factor_1dp", factor);
}

void c03(const Vector& v) {
    v.expect("pay_cop", carga_value({.parchment_kilograms = v.exact("kg_parchment"),
                                     .carga_kilograms = 125,
                                     .price_per_carga = v.exact("price_per_carga"),
                                     .base_factor = v.exact("fr_base"),
                                     .factor = v.exact("fr")}));
}

void c04(const Vector& v) {
    // Cents a pound, as the exchange quotes them: an index with a differential.
    const auto cents = v.exact("c_cents_lb") + v.exact("diff_cents_lb");
    v.expect_exactly("cents_lb", cents);
    const auto dollars = cents / 100;
    v.expect("usd_per_46kg", value_by_pound(dollars, 46));
    v.expect_exactly("usd_per_100lb", value_by_pound(dollars, kilograms_per_pound() * 100));
    v.expect("usd_per_tonne", value_by_pound(dollars, 1'000));
}

// The market with its differential or the minimum, whichever is more; organic on top, the premium
// always. In cents a pound, as contracts are.
constexpr auto market = R"({"kind":"base","index":"ice_c","differential":")";
constexpr auto fairtrade =
    R"("},{"kind":"floor","price":"180"},{"kind":"premium","certificate":"organic","rate":"40"})";
constexpr auto premium = R"(,{"kind":"premium","certificate":"fairtrade","rate":"20"})";

Milk coffee(const std::string& quotation, bool organic) {
    Milk lot;
    lot.indices = {*parse_price(quotation)};
    lot.held[0] = organic;
    lot.held[1] = true;
    return lot;
}

void c06(const Vector& v) {
    const auto lot = coffee(v.given("c"), Vector::member(v.in, "organic").truth);
    const auto price_only = market + v.given("diff") + fairtrade;
    const auto cents = price_by_terms(price_only, lot, "USD");
    const auto total = price_by_terms(price_only + premium, lot, "USD");
    v.expect_exactly("price_cents_lb", cents);
    v.expect_exactly("premium_cents_lb", total - cents);
    v.expect_exactly("total_cents_lb", total);
}

TEST(Fairtrade, PaysTheMinimumWhenTheMarketIsBelowIt) {
    const auto terms = market + std::string("-3.00") + fairtrade + premium;
    EXPECT_EQ(price_by_terms(terms, coffee("150.00", true), "USD"), Exact{240});
    EXPECT_EQ(price_by_terms(terms, coffee("150.00", false), "USD"), Exact{200});
}

void c07(const Vector& v) {
    const auto green = green_kilograms(v.exact("parchment_kg"), {Exact::of(552, 1), 46});
    v.expect_exactly("green_kg", green);
    v.expect_exactly("qq", green / 46);
    v.expect("yield_pct", green / v.exact("parchment_kg") * 100);
}

void c09(const Vector& v) {
    v.expect("net_kg", dried_kilograms(v.exact("kg"), {v.exact("m_obs"), v.exact("m_ref")}));
}

void defects(const Vector& v) {
    std::vector<DefectCount> counts;
    for (const auto& [code, beans] : v.in.members)
        counts.push_back({code, *parse_decimal(beans.text, 0)});
    const auto full = count_defects(sca_washed_arabica(), counts);
    ASSERT_TRUE(full.has_value());
    EXPECT_EQ(std::to_string(full->category_1), v.expected("cat1_full"));
    EXPECT_EQ(std::to_string(full->category_2), v.expected("cat2_full"));
    EXPECT_EQ(std::to_string(full->total()), v.expected("total_full"));
    EXPECT_EQ(is_specialty(*full, 5), Vector::member(v.out, "specialty_green").truth);
}

void c13(const Vector& v) {
    std::vector<std::int64_t> weights;
    for (const auto& quintals : Vector::member(v.in, "qq").items)
        weights.push_back(parse_quantity(quintals.text)->thousandths);
    const auto shares = allocate(money(v.given("pool")), weights);
    const auto& expected = Vector::member(v.out, "shares").items;
    ASSERT_EQ(shares.size(), expected.size());
    auto sum = money("0");
    for (std::size_t i = 0; i < shares.size(); ++i) {
        EXPECT_EQ(print_amount(shares[i]), expected[i].text);
        sum += shares[i];
    }
    EXPECT_EQ(print_amount(sum), v.expected("sum"));
}

// A lot in three grades is three deliveries under one grade table.
void p01(const Vector& v) {
    const auto& grades = Vector::member(v.in, "grades").items;
    const auto& lines = Vector::member(v.out, "lines").items;
    std::string rows;
    for (std::size_t i = 0; i < grades.size(); ++i)
        rows += (i == 0 ? "" : ",") + (R"({"grade":)" + std::to_string(i + 1)) + R"(,"rate":")" +
                grades[i].items[2].text + "\"}";
    const auto terms =
        R"({"kind":"base","price":"0"},{"kind":"grade","attribute":"grade","grades":[)" + rows +
        "]}";
    Exact total;
    for (std::size_t i = 0; i < grades.size(); ++i) {
        const Milk lot{{examples::grade, static_cast<std::int32_t>(i + 1)}};
        const auto value = price_by_terms(terms, lot, "COP") * v.exact("kg") *
                           Vector::number(grades[i].items[1].text);
        EXPECT_EQ(value.printed(2, Rounding::half_up), lines[i].items[1].text);
        total = total + value;
    }
    v.expect_exactly("total", total);
}

}  // namespace

const Checks& crop_checks() {
    static const Checks checks{{"C01", c01}, {"C03", c03}, {"C04", c04},     {"C06", c06},
                               {"C07", c07}, {"C09", c09}, {"C10", defects}, {"C12", defects},
                               {"C13", c13}, {"P01", p01}};
    return checks;
}

}  // namespace ayni::vectors
