// Milk: formulas of the laboratory, and tariffs of India and Ireland written as price terms.

#include <gtest/gtest.h>

#include "domain/pricing/milk_formulas.h"
#include "domain/pricing/statistics.h"
#include "domain/pricing/vectors_test.h"

namespace ayni::vectors {
namespace {

using examples::Milk;

std::string component(const char* attribute, const std::string& rate,
                      const std::string& density = "1") {
    return R"({"kind":"component","attribute":")" + std::string(attribute) + R"(","rate":")" +
           rate + R"(","density":")" + density + "\"}";
}
std::string base(const std::string& price) { return R"({"kind":"base","price":")" + price + "\"}"; }

Exact solids_by_bis(const Exact& reading, const Exact& fat) {
    return solids_not_fat({Exact{1} / 4, Exact::of(25, 2), Exact::of(44, 2)}, reading, fat);
}

void m01(const Vector& v) {
    const auto snf = solids_by_bis(v.exact("clr"), v.exact("fat_pct"));
    v.expect_exactly("snf_pct", snf);
    v.expect_exactly("ts_pct", snf + v.exact("fat_pct"));
}

void m02(const Vector& v) {
    v.expect_exactly("snf_pct", solids_not_fat({Exact{1} / 4, Exact::of(2, 1), Exact::of(36, 2)},
                                               v.exact("clr"), v.exact("fat_pct")));
}

void m04(const Vector& v) {
    const LactometerTable table{.temperatures = {v.exact("temp_c")},
                                .fats = {2, 4},
                                .corrections = {{v.exact("corr_2pct"), v.exact("corr_4pct")}}};
    const auto correction = lactometer_correction(table, v.exact("temp_c"), v.exact("fat_pct"));
    ASSERT_TRUE(correction.has_value());
    v.expect_exactly("corr", *correction);
    v.expect_exactly("clr", v.exact("lr") + *correction);
    const auto snf = solids_by_bis(v.exact("lr") + *correction, v.exact("fat_pct"));
    v.expect_exactly("snf_pct_exact", snf);
    v.expect("snf_pct", snf);
}

// Solids-not-fat is priced here as the attribute "solids": a name of its own changes nothing.
Milk fat_and_solids(const Vector& v) {
    return {reading(examples::fat, v.exact("fat_pct")),
            reading(examples::solids, v.exact("snf_pct"))};
}

void m05(const Vector& v) {
    const auto terms = base("0") + "," + component("fat", v.given("rate_fat_per_kg")) + "," +
                       component("solids", v.given("rate_snf_per_kg"));
    v.expect_exactly("price_per_litre", price_by_terms(terms, fat_and_solids(v), "INR"));
}

void m07(const Vector& v) {
    const auto kg = kilograms({v.exact("litres"), v.exact("density")});
    const auto fat = component_kilograms(kg, v.exact("fat_pct")),
               snf = component_kilograms(kg, v.exact("snf_pct"));
    v.expect_exactly("kg", kg);
    v.expect_exactly("fat_kg_exact", fat);
    v.expect_exactly("snf_kg_exact", snf);
    const auto terms = base("0") + "," +
                       component("fat", v.given("rate_fat_per_kg"), v.given("density")) + "," +
                       component("solids", v.given("rate_snf_per_kg"), v.given("density"));
    const auto amount = price_by_terms(terms, fat_and_solids(v), "INR") * v.exact("litres");
    v.expect_exactly("amount_unrounded", amount);
    v.expect("amount", amount);
    const auto grams = [](const Exact& mass) {
        return Exact::of(*mass.rounded(3, Rounding::half_up), 3);
    };
    v.expect("amount_if_kg_components_rounded_3dp",
             grams(fat) * v.exact("rate_fat_per_kg") + grams(snf) * v.exact("rate_snf_per_kg"));
}

void m08(const Vector& v) {
    const Milk milk{reading(examples::fat, v.exact("fat_pct"))};
    v.expect_exactly("price_per_kg",
                     price_by_terms(base("0") + "," + component("fat", v.given("rate_fat_per_kg")),
                                    milk, "INR"));
    v.expect("kg_for_one_kg_fat_4dp", Exact{1} / component_kilograms(1, v.exact("fat_pct")));
}

// (protein A + fat B) x kg per litre - C, as price terms; shares of 1 become percentages.
Exact irish_price(const Vector& v, const std::array<const char*, 4>& names,
                  const std::string& kg_per_litre) {
    const Milk milk{reading(examples::protein, v.exact(names[0]) * 100),
                    reading(examples::fat, v.exact(names[1]) * 100)};
    return price_by_terms(base("-" + v.given("C")) + "," +
                              component("protein", v.given(names[2]), kg_per_litre) + "," +
                              component("fat", v.given(names[3]), kg_per_litre),
                          milk, "EUR");
}

void m10(const Vector& v) {
    auto in = v.in;
    in.with("C", Json::of_text(v.given("C_per_litre")));
    const auto price = irish_price({in, v.out}, {"protein", "fat", "A_per_kg", "B_per_kg"},
                                   v.given("kg_per_litre"));
    v.expect_exactly("eur_per_litre_exact", price);
    v.expect("eur_per_litre", price);
}

void m11(const Vector& v) {
    const auto kg = kilograms({v.exact("litres"), Exact::of(10297, 4)});
    const auto protein = component_kilograms(kg, v.exact("protein") * 100),
               fat = component_kilograms(kg, v.exact("fat") * 100);
    v.expect_exactly("milk_kg", kg);
    v.expect_exactly("protein_kg", protein);
    v.expect_exactly("fat_kg", fat);
    v.expect("net_exact",
             irish_price(v, {"protein", "fat", "A", "B"}, "1.0297") * v.exact("litres"));
    const auto whole = [](const Exact& mass) { return Exact{*mass.rounded(0, Rounding::half_up)}; };
    v.expect("net_with_kg_rounded_to_units", whole(protein) * v.exact("A") +
                                                 whole(fat) * v.exact("B") -
                                                 v.exact("litres") * v.exact("C"));
}

std::int32_t count(const Json& number) {
    return static_cast<std::int32_t>(*parse_decimal(number.text, 0));
}
Exact exact_mean(const std::optional<Mean>& mean) {
    return mean ? Exact::of(mean->millionths, 6) : Exact{};
}

void m13(const Vector& v) {
    const auto result = [&](const char* name) { return count(Vector::member(v.in, name)); };
    v.expect_exactly("weighted",
                     exact_mean(smoothed_mean(
                         {result("x_latest"), result("x_prev"), result("x_prev2")}, {60, 30, 10})));
}

void m14(const Vector& v) {
    std::vector<std::int32_t> counts;
    RunningMean arithmetic;
    for (const auto& each : Vector::member(v.in, "counts").items) {
        counts.push_back(count(each));
        arithmetic.add(counts.back(), 1);
    }
    const auto geometric = exact_mean(geometric_mean(counts));
    v.expect("geomean_0dp", geometric);
    v.expect("geomean_4dp", geometric);
    v.expect_exactly("arithmetic_mean", exact_mean(arithmetic.value()));
    EXPECT_EQ(geometric < Exact{100'000}, Vector::member(v.out, "passes_100000").truth);
}

void m17(const Vector& v) {
    v.expect_exactly("added_water_pct", added_water_percent({v.exact("t_ref"), v.exact("t_obs")}));
}

void m19(const Vector& v) {
    v.expect_exactly("kg", kilograms({v.exact("litres"), v.exact("density")}));
}

// The handbook's other milk examples, which the file does not hold.
TEST(MilkTariffs, OfTheHandbook) {
    const auto two_axis = base("0") + "," + component("fat", "190") + "," +
                          component("solids", "158");
    EXPECT_EQ(price_by_terms(two_axis, Milk{{examples::fat, 350}, {examples::solids, 850}}, "INR"),
              Exact::of(2008, 2));
    const auto irish = base("-0.04") + "," + component("protein", "5.90", "1.0297") + "," +
                       component("fat", "3.605", "1.0297");
    EXPECT_EQ(price_by_terms(irish, Milk{{examples::protein, 3'300}, {examples::fat, 360}}, "EUR")
                  .printed(4, Rounding::half_up),
              "0.2941");
}

// Base, whole tenths of solids, cells by their geometric mean, and two certificates that are worth
// something each by itself: the parametric Peruvian tariff.
TEST(MilkTariffs, OfPeruInItsShape) {
    const std::string terms = base("1.45") + R"(,
        {"kind":"per_point","attribute":"solids","standard":"11.40","point":"0.10",
            "whole_points":true,"rate":"0.008"},
        {"kind":"band","attribute":"cells","statistic":"geometric_mean","bands":[{"to":"200",
            "rate":"0.05"},
            {"from":"200","to":"400","rate":"0.02"},{"from":"400","rate":"-0.08"}]},
        {"kind":"premium","certificate":"tb_free","rate":"0.02"},
            {"kind":"premium","certificate":"brucellosis_free","rate":"0.02"})";
    Milk milk{{examples::solids, 1'259}};
    milk.period.geometric_mean[examples::cells - 1] = geometric_mean(std::vector{150, 300});
    milk.held[1] = true;
    EXPECT_EQ(price_by_terms(terms, milk, "PEN"), Exact::of(1'578, 3));
}

}  // namespace

const Checks& milk_checks() {
    static const Checks checks{{"M01", m01}, {"M02", m02}, {"M04", m04}, {"M05", m05},
                               {"M07", m07}, {"M08", m08}, {"M10", m10}, {"M11", m11},
                               {"M13", m13}, {"M14", m14}, {"M17", m17}, {"M19", m19}};
    return checks;
}

}  // namespace ayni::vectors
