#include "domain/banking/bank_format.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "domain/banking/write_payment_file.h"
#include "kernel/described_json.h"
#include "kernel/shared_data_test.h"

namespace ayni {
namespace {

const Currency pen = Currency::known("PEN");

struct Example {
    FormatKind kind;
    FormatDescription description;
};
BOOST_DESCRIBE_STRUCT(Example, (), (kind, description))

TransferOrder order() {
    return {.message = "AYNI-1-7",
            .payer = "Coop. Manantial de Vida",
            .tax_number = "20512333797",
            .account = "00219100123456789051",
            .day = date_of({2025, 7, 16}),
            .made = {1'752'600'000'000},
            .purpose = "Leche"};
}

std::vector<Transfer> transfers() {
    return {{"S1-1", "Rosa Huamán Ñaupari", "00219100123456789152", {31'245, pen}},
            {"S1-2", "Ana Quispe", "00219100123456789153", {100, pen}}};
}

TEST(BankFormat, ExamplesOfTheHandbookSayAllThatTheirKindNeeds) {
    int seen = 0;
    for (const auto& file : files_in(repository() / "docs/formats")) {
        if (file.extension() != ".json") continue;
        ++seen;
        const auto example = from_json_text<Example>(bytes_of_file(file));
        ASSERT_TRUE(example) << file << code_of(example.error().reason())
                             << example.error().problems.front().where;
        const auto sound = check_format(example->kind, example->description);
        EXPECT_TRUE(sound) << file << code_of(sound.error().reason());
        EXPECT_EQ(file.stem(), std::string(name_of(example->kind)));
    }
    EXPECT_EQ(seen, 4);
}

TEST(BankFormat, FixedRecordsAreAllOfOneWidth) {
    const auto example = from_json_text<Example>(
        bytes_of_file(repository() / "docs/formats/payments_fixed.json"));
    ASSERT_TRUE(example);
    const auto file = write_payment_file(example->kind, example->description, order(), transfers());
    ASSERT_TRUE(file);
    EXPECT_EQ(*file,
              "10021910012345678905120512333797Coop. Manantial de Vida                 "
              "20250716AYNI-1-7            \r\n"
              "200219100123456789152Rosa Huaman Naupari                     000000000031245PEN"
              "S1-1                 \r\n"
              "200219100123456789153Ana Quispe                              000000000000100PEN"
              "S1-2                 \r\n"
              "9000002000000000031345" +
                  std::string(78, ' ') + "\r\n");
}

FormatDescription three_fields(FormatField amount) {
    return {.fields = {
                {.value = BankValue::reference}, std::move(amount), {.value = BankValue::account}}};
}

std::string first_amount(const FormatField& field) {
    const auto file = write_payment_file(FormatKind::payments_csv, three_fields(field), order(),
                                         transfers());
    if (!file) return std::string(code_of(file.error().reason()));
    return file->substr(5, file->find(',', 5) - 5);
}

TEST(BankFormat, WritesAmountsWithAsManyDecimalsAsItSays) {
    EXPECT_EQ(first_amount({.value = BankValue::amount}), "312.45");
    EXPECT_EQ(first_amount({.value = BankValue::amount, .decimals = 4}), "312.4500");
    EXPECT_EQ(first_amount({.value = BankValue::amount, .implied = true}), "31245");
    EXPECT_EQ(first_amount({.value = BankValue::amount, .decimals = 3, .implied = true}), "312450");
    EXPECT_EQ(first_amount({.value = BankValue::amount, .decimals = 1}), "too_many_decimals");
}

TEST(BankFormat, LeavesNoFormulaToASpreadsheet) {
    auto payments = transfers();
    payments[0].name = "-1+1";
    const FormatDescription description{.fields = {{.value = BankValue::name},
                                                   {.value = BankValue::reference},
                                                   {.value = BankValue::amount},
                                                   {.value = BankValue::account}}};
    const auto file = write_payment_file(FormatKind::payments_csv, description, order(), payments);
    ASSERT_TRUE(file);
    EXPECT_TRUE(file->starts_with("'-1+1,S1-1,")) << *file;
}

TEST(BankFormat, CutsNothingThatItMayNotCut) {
    auto description = three_fields({.value = BankValue::amount, .width = 5});
    for (auto& field : description.fields)
        if (!field.width) field.width = 20;
    const auto file = write_payment_file(FormatKind::payments_fixed, description, order(),
                                         transfers());
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().problems.front(),
              (Problem{Refusal::value_does_not_fit, "/transfers/0/amount", "S1-1"}));
}

RC_GTEST_PROP(BankFormat, ReadsEveryDayThatItWrites, ()) {
    const Date day{*rc::gen::inRange(0, 40'000)};
    for (const auto style : {DayStyle::year_first, DayStyle::year_first_plain,
                             DayStyle::day_first_slashed, DayStyle::day_first_plain})
        RC_ASSERT(*read_day(print_day(day, style), style) == day);
}

}  // namespace
}  // namespace ayni
