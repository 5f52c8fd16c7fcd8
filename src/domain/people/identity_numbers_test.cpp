#include "domain/people/identity_numbers.h"

#include <functional>
#include <map>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "domain/people/tax_unit.h"
#include "kernel/shared_data_test.h"

namespace ayni {
namespace {

std::string digits(int count) {
    return *rc::gen::container<std::string>(static_cast<std::size_t>(count),
                                            rc::gen::inRange('0', char{'9' + 1}));
}

std::string any_dni() {
    auto dni = digits(8);
    if (dni == "00000000") dni.back() = '1';
    return dni;
}

TEST(Ruc, IsElevenDigitsWithAPrefixInUseAndACheckDigit) {
    EXPECT_EQ(read_ruc("20131312955"), "20131312955");
    for (std::string_view text :
         {"", "2013131295", "201313129555", "20131312954", "2013131295X", " 20131312955",
          "20131312955 ", "20-131312955", "11292005483", "00000000000"})
        EXPECT_EQ(read_ruc(text).error().reason(), Refusal::ruc_invalid) << text;
}

RC_GTEST_PROP(Ruc, OfEveryPrefixInUseHasOneCheckDigitThatFits, ()) {
    const auto middle = digits(8);
    for (std::string prefix : {"10", "15", "16", "17", "20", "11", "99"}) {
        int fitting = 0;
        for (char check = '0'; check <= '9'; ++check)
            fitting += read_ruc(prefix + middle + check).has_value();
        RC_ASSERT(fitting == (prefix == "16" || prefix == "11" || prefix == "99" ? 0 : 1));
    }
}

RC_GTEST_PROP(Ruc, NoticesADigitThatIsWrong, ()) {
    const auto ruc = ruc_of_person(any_dni()).value();
    auto slip = ruc;
    auto& digit = slip[*rc::gen::inRange<std::size_t>(2, 11)];
    digit = static_cast<char>('0' + (digit - '0' + *rc::gen::inRange(1, 10)) % 10);
    // Ten check digits stand for eleven remainders: 0 and 10 share the 1. No other slip passes.
    RC_ASSERT(!read_ruc(slip) || ruc.back() == '1');
}

TEST(Dni, IsEightDigitsAndPerhapsACheckCharacter) {
    for (std::string_view text : {"10117410", "10117410-2", "101174102", "10117410-G", "10117410G"})
        EXPECT_EQ(read_dni(text), "10117410") << text;
    for (std::string_view text :
         {"", "1011741", "10117410-", "10117410-3", "101174103", "10117410-H", "10117410-22",
          "1011741O", "10117410 ", "-10117410", "10117410--2", "10.117.410"})
        EXPECT_EQ(read_dni(text).error().reason(), Refusal::dni_invalid) << text;
}

TEST(Dni, IsNotMadeOfZeros) {
    EXPECT_EQ(read_dni("00000000").error().reason(), Refusal::dni_not_plausible);
    EXPECT_EQ(read_dni("00000001"), "00000001");
}

RC_GTEST_PROP(Dni, HasOneDigitAndOneLetterThatFit, ()) {
    const auto dni = any_dni();
    int fitting = 0;
    for (int c = 0; c < 256; ++c) fitting += read_dni(dni + static_cast<char>(c)).has_value();
    RC_ASSERT(fitting == 2);
}

TEST(RucOfPerson, IsMadeOfTheDni) {
    EXPECT_EQ(ruc_of_person("10117410"), "10101174102");
    EXPECT_EQ(ruc_of_person("10117410-2"), "10101174102");
    EXPECT_EQ(ruc_of_person("1011741").error().reason(), Refusal::dni_invalid);
}

RC_GTEST_PROP(RucOfPerson, IsARuc, ()) {
    const auto dni = any_dni();
    const auto ruc = ruc_of_person(dni).value();
    RC_ASSERT(read_ruc(ruc).value() == ruc);
    RC_ASSERT(ruc.substr(2, 8) == dni);
}

// Two published accounts, of which the algorithm was inferred.
TEST(Cci, FitsOrIsWorthAQuestion) {
    EXPECT_TRUE(cci_fits("01136600010003254221"));
    EXPECT_TRUE(cci_fits("01124100019000658270"));
    EXPECT_FALSE(cci_fits("01136600010003254222"));
    EXPECT_FALSE(cci_fits("01136600010003254231"));
    EXPECT_FALSE(cci_fits("0113660001000325422"));
    EXPECT_FALSE(cci_fits("011-366-000100032542-21"));
    EXPECT_FALSE(cci_fits(""));
}

TEST(Nit, AndRutRefuseWhatIsNoNumber) {
    for (std::string_view text : {"", "12345678X", "1234567890123456", "-1", "800.148.312"}) {
        EXPECT_EQ(nit_check_digit(text), std::nullopt) << text;
        EXPECT_EQ(rut_check_character(text), std::nullopt) << text;
    }
}

TEST(Rut, HasElevenCheckCharacters) {
    EXPECT_EQ(rut_check_character("15509661"), '6');
    EXPECT_EQ(rut_check_character("0"), '0');
    EXPECT_EQ(rut_check_character("6"), 'K');
    EXPECT_EQ(rut_check_character("5"), '1');
}

// ---- the worked examples ----

void check_r01(const Json& inputs, const Json& expected) {
    const auto& numbers = inputs.find("ruc")->items;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto& ruc = numbers[i].text;
        const bool valid = expected.find("valid")->items[i].truth;
        EXPECT_EQ(read_ruc(ruc).has_value(), valid) << ruc;
        const auto& sum = expected.find("weighted_sum")->items[i];
        if (valid) {
            EXPECT_EQ((11 - std::stoi(sum.text) % 11) % 10, ruc.back() - '0') << ruc;
        }
    }
}

void check_r02(const Json& inputs, const Json& expected) {
    const auto fits = [&](const char* first_ten, const char* digit) {
        return read_ruc(inputs.find(first_ten)->text + expected.find(digit)->text).has_value();
    };
    EXPECT_TRUE(fits("first10_rem0", "dv_rem0"));
    EXPECT_TRUE(fits("first10_rem1", "dv_rem1"));
}

void check_r04(const Json& inputs, const Json& expected) {
    const auto& numbers = inputs.find("nit")->items;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        EXPECT_EQ(nit_check_digit(numbers[i].text), std::stoi(expected.find("dv")->items[i].text));
}

void check_r05(const Json& inputs, const Json& expected) {
    const auto& numbers = inputs.find("rut")->items;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        EXPECT_EQ(rut_check_character(numbers[i].text), expected.find("dv")->items[i].text.at(0));
}

void check_r07(const Json& inputs, const Json& expected) {
    const auto pen = Currency::known("PEN");
    std::vector<TaxUnit> units;
    const auto& years = inputs.find("years")->items;
    for (std::size_t i = 0; i < years.size(); ++i)
        units.push_back({std::stoi(years[i].text),
                         parse_money(expected.find("uit")->items[i].text, pen).value()});
    EXPECT_EQ(tax_unit_on(parse_date("2026-12-31").value(), units), (Money{5'500'00, pen}));
    EXPECT_EQ(tax_unit_on(parse_date("2019-01-01").value(), units), (Money{4'200'00, pen}));
    EXPECT_EQ(tax_unit_on(parse_date("2018-12-31").value(), units), std::nullopt);
    EXPECT_EQ(tax_unit_on(parse_date("2027-01-01").value(), units), std::nullopt);
    for (const auto& [year, amount] : units)
        EXPECT_EQ(tax_unit_on(date_of({year, 7, 1}), units), amount) << year;
}

TEST(IdentityNumbers, AgreeWithEveryVector) {
    const std::map<std::string, std::function<void(const Json&, const Json&)>> checks{
        {"R01", check_r01},
        {"R02", check_r02},
        {"R04", check_r04},
        {"R05", check_r05},
        {"R07", check_r07}};
    std::size_t checked = 0;
    const auto vectors = domain_vectors("ids");
    for (const auto& vector : vectors) {
        const auto& id = vector.find("id")->text;
        ASSERT_TRUE(checks.contains(id)) << id << " is a vector that this test does not know";
        checks.at(id)(*vector.find("inputs"), *vector.find("expected"));
        ++checked;
    }
    EXPECT_TRUE(vectors.empty() || checked == checks.size()) << "a vector is gone";
}

TEST(Ruc, OfRealOrganisationsAreRead) {
    const auto path = shared_data("data/codes/pe_ruc.json");
    if (!path) return;
    const auto json = parse_json(bytes_of_file(*path)).value();
    for (const auto& ruc : json.find("valid")->items) EXPECT_TRUE(read_ruc(ruc.text)) << ruc.text;
    for (const auto& row : json.find("invalid")->items)
        EXPECT_FALSE(read_ruc(row.find("ruc")->text)) << row.find("ruc")->text;
    for (const auto& row : json.find("synthetic_person")->items)
        EXPECT_EQ(ruc_of_person(row.find("dni")->text), row.find("ruc")->text);
}

}  // namespace
}  // namespace ayni
