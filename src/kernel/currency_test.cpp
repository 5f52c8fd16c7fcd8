#include "kernel/currency.h"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "kernel/shared_data_test.h"

namespace ayni {
namespace {

TEST(Currency, OwnsItsDecimals) {
    EXPECT_EQ(Currency::known("PEN").decimals(), 2);
    EXPECT_EQ(Currency::known("CLP").decimals(), 0);
    EXPECT_EQ(Currency::known("KWD").decimals(), 3);
    EXPECT_EQ(Currency::known("CLF").decimals(), 4);
    EXPECT_EQ(Currency::known("PEN").number(), 604);
}

TEST(Currency, WithoutACodeIsNone) {
    EXPECT_TRUE(Currency{}.is_none());
    EXPECT_EQ(Currency{}.code(), "");
    EXPECT_EQ(Currency{}.number(), 0);
    EXPECT_FALSE(Currency::known("PEN").is_none());
}

TEST(Currency, ThatNobodyKnowsIsRefused) {
    for (std::string_view code : {"", "pen", "PE", "PENS", "XXX", "S/", "000", "ZZZ", "AAA"})
        EXPECT_EQ(Currency::of(code).error().reason(), Refusal::unknown_currency) << code;
    EXPECT_TRUE(Currency::numbered(1).is_none());
    EXPECT_TRUE(Currency::numbered(-604).is_none());
    EXPECT_DEATH((void)Currency::known("XXX"), "broken claim");
}

TEST(Currency, IsFoundByCodeAndByNumber) {
    int found = 0;
    for (int number = 1; number <= 999; ++number) {
        const auto currency = Currency::numbered(number);
        if (currency.is_none()) continue;
        ++found;
        EXPECT_EQ(currency.number(), number);
        EXPECT_EQ(Currency::of(currency.code()), currency);
    }
    EXPECT_GT(found, 150);
}

// Withdrawn since the list of 2024: the peso convertible, the Antillean guilder, the lev.
const std::set<std::string> withdrawn{"CUC", "ANG", "BGN"};

// Every row of the standard's list: code, number and minor units.
TEST(Currency, IsAsInTheListOfIso4217) {
    const auto path = shared_data("data/codes/iso4217_six_list_one.xml");
    if (!path) return;
    const auto text = bytes_of_file(*path);
    int compared = 0;
    const auto inside = [](const std::string& entry, const std::string& tag) {
        const auto from = entry.find('<' + tag + '>'), to = entry.find("</" + tag + '>');
        if (from == entry.npos || to == entry.npos) return std::string{};
        return entry.substr(from + tag.size() + 2, to - from - tag.size() - 2);
    };
    for (auto at = text.find("<CcyNtry>"); at != text.npos; at = text.find("<CcyNtry>", at + 1)) {
        const auto entry = text.substr(at, text.find("</CcyNtry>", at) - at);
        const auto units = inside(entry, "CcyMnrUnts");
        const auto currency = Currency::of(inside(entry, "Ccy"));
        if (units.find_first_not_of("0123456789") != units.npos || units.empty()) continue;
        ++compared;
        EXPECT_NE(currency.has_value(), withdrawn.contains(inside(entry, "Ccy")))
            << inside(entry, "Ccy");
        if (!currency) continue;
        EXPECT_EQ(currency->decimals(), std::stoi(units)) << currency->code();
        EXPECT_EQ(currency->number(), std::stoi(inside(entry, "CcyNbr"))) << currency->code();
    }
    EXPECT_GT(compared, 200);
}

}  // namespace
}  // namespace ayni
