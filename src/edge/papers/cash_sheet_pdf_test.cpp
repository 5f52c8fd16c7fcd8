#include "edge/papers/cash_sheet_pdf.h"

#include <gtest/gtest.h>

#include "app/sample_statement_test.h"
#include "edge/papers/pdf_reading_test.h"

namespace ayni {
namespace {

std::string pdf_of(const PaymentListView& list, Language language = Language::es) {
    return cash_sheet_pdf(list, "Coop. Manantial de Vida", language, sample_instant());
}

TEST(CashSheet, HasARowForEveryPaymentAndTheGrandTotal) {
    const auto list = sample_payments(3);
    const auto text = text_of_pdf(pdf_of(list));
    if (!text) return;
    for (const auto part :
         {"Planilla de pago en efectivo", "Coop. Manantial de Vida", "1 al 15 de julio de 2025",
          "3 pagos", "P-1", "Ñusta Huamán 1", "133.52", "143.59", "153.66", "S7-P-3", "DNI",
          "Firma o huella", "Total general", "S/ 430.77", "Hoja 1 de 1", "Pagó: nombre y firma"})
        EXPECT_NE(text->find(part), text->npos) << part << "\n" << *text;
    EXPECT_EQ(text->find("Total de esta hoja"), text->npos) << "it would say the same";
}

TEST(CashSheet, AddsUpEachSheetAndAllSoFar) {
    const auto list = sample_payments(60);
    const auto pdf = pdf_of(list);
    expect_pages(pdf, 3, 3);
    const auto text = text_of_pdf(pdf);
    if (!text) return;
    // 22 rows a sheet: 123.45 and 10.07 more for each.
    for (const auto part : {"S/ 5,263.61", "S/ 15,401.10", "S/ 10,137.49", "Suma hasta esta hoja",
                            "Hoja 3 de 3", "S/ 25,835.10", "N.º"})
        EXPECT_NE(text->find(part), text->npos) << part << "\n" << *text;
}

TEST(CashSheet, IsByteForByteTheSameTwice) {
    const auto list = sample_payments(60);
    EXPECT_EQ(pdf_of(list), pdf_of(list));
}

TEST(CashSheet, IsCompleteInEnglish) {
    const auto text = text_of_pdf(pdf_of(sample_payments(1), Language::en));
    if (!text) return;
    for (const auto part :
         {"Cash payment sheet", "1 payment", "Signature or thumb", "Sheet 1 of 1"})
        EXPECT_NE(text->find(part), text->npos) << part << "\n" << *text;
}

TEST(CashSheet, TakesAnEmptyListAndTheLargestAmount) {
    expect_pages(pdf_of(sample_payments(0)), 1, 1);
    auto list = sample_payments(1);
    list.payments[0].amount = list.total = soles(largest_amount);
    const auto text = text_of_pdf(pdf_of(list));
    if (!text) return;
    EXPECT_NE(text->find("100,000,000,000.00"), text->npos);
}

TEST(CashSheetDeathTest, StopsWhenTheSumIsWrong) {
    auto list = sample_payments(2);
    list.total += soles(1);
    EXPECT_DEATH(pdf_of(list), "running == list.total");
}

TEST(CashSheet, TakesEveryNaughtyString) {
    auto list = sample_payments(0);
    for (const auto& string : naughty_strings())
        list.payments.push_back({string, string, soles(0), string, {}, {}});
    expect_pages(pdf_of(list), 20, 40);
}

}  // namespace
}  // namespace ayni
