#include "edge/papers/statement_pdf.h"

#include <gtest/gtest.h>

#include "app/sample_statement_test.h"
#include "edge/papers/pdf_reading_test.h"
#include "edge/papers/statement_check.h"
#include "kernel/decimal.h"

namespace ayni {
namespace {

std::string pdf_of(const StatementView& statement, Language language = Language::es) {
    return statements_pdf({statement}, language, sample_instant());
}

std::size_t times(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
    return count;
}

void expect_all(const std::string& text, std::initializer_list<std::string_view> parts) {
    for (const auto part : parts) EXPECT_NE(text.find(part), text.npos) << part << "\n" << text;
}

TEST(StatementPdf, SaysWhoIsPaidWhatAndWhy) {
    const auto text = text_of_pdf(pdf_of(sample_statement()));
    if (!text) return;
    expect_all(*text, {"Coop. Manantial de Vida",
                       "1 al 15 de julio de 2025 · Leche cruda",
                       "Registrado",
                       "Rosa Huamán Quispe",
                       "M-017 · Socio(a) · Lateral Tres",
                       "Lo que entregó: 420.1 kg",
                       "28 entregas",
                       "Sin entrega: 1 día",
                       "6.5 kg",
                       "Precio base",
                       "596.96",
                       "+ 14.49",
                       "− 12.08",
                       "le queda por pagar S/ 560.00",
                       "pasa al próximo pago S/ 12.79",
                       "Total a su favor",
                       "629.50",
                       "− 102.75",
                       "Boleta y asiento N.º 231",
                       "Hecho el 2025-07-16 15:04 UTC",
                       "Hoja 1 de 1"});
    EXPECT_EQ(times(*text, "S/ 526.75"), 2U) << "large, and under the last rule";
}

TEST(StatementPdf, ListsEveryDeliveryWithItsPrice) {
    const auto statement = sample_statement();
    const auto text = text_of_pdf(pdf_of(statement));
    if (!text) return;
    ASSERT_EQ(statement.priced.size(), 28U);
    for (const auto& delivery : statement.priced) {
        EXPECT_NE(text->find(print(delivery.price)), text->npos) << print(delivery.price);
        EXPECT_NE(text->find(print_decimal(delivery.quantity.thousandths, 3, 1)), text->npos);
    }
}

TEST(StatementPdf, IsCompleteInEnglish) {
    const auto text = text_of_pdf(pdf_of(sample_statement(), Language::en));
    if (!text) return;
    expect_all(*text, {"1–15 July 2025", "Posted", "Member", "You receive", "Why this payment",
                       "still to pay S/ 560.00", "Total deducted", "Each delivery", "Morning",
                       "Statement and entry no. 231", "Sheet 1 of 1"});
}

TEST(StatementPdf, IsByteForByteTheSameTwice) {
    const std::vector statements{sample_statement(1), sample_statement(2, 31)};
    EXPECT_EQ(statements_pdf(statements, Language::es, sample_instant()),
              statements_pdf(statements, Language::es, sample_instant()));
}

TEST(StatementPdf, BeginsEveryProducerOnAPageOfHisOwn) {
    const auto pdf = statements_pdf({sample_statement(1), sample_statement(2)}, Language::es,
                                    sample_instant());
    expect_pages(pdf, 2, 2);
}

TEST(StatementPdf, RunsOnWhenThereAreManyDeductions) {
    auto statement = sample_statement();
    for (int i = 1; i <= 31; ++i)
        statement.lines.push_back(sample_deduction("Vale " + std::to_string(i) + ".", "", 100 + i));
    const auto text = text_of_pdf(pdf_of(statement));
    if (!text) return;
    for (int i = 1; i <= 31; ++i)
        expect_all(*text,
                   {"Vale " + std::to_string(i) + ".", "− 1." + std::to_string(100 + i).substr(1)});
    expect_all(*text, {"Hoja 1 de 2", "Hoja 2 de 2", "M-017 · Rosa Huamán Quispe"});
    EXPECT_EQ(times(*text, "Por qué este pago"), 2U) << "the heading comes again";
}

TEST(StatementPdf, SaysWhichDeliveriesMakeADifference) {
    auto statement = sample_statement();
    auto line = sample_credit("Diferencia", "1-15 jun · +5.000 kg · 23 entregas", 700);
    line.kind = LineKind::late;
    LateView why;
    why.changes = 23;
    why.deliveries.resize(2, {.day = date_of({2025, 6, 2}),
                              .shift = Shift::evening,
                              .quantity_before = {},
                              .value_before = {},
                              .quantity_now = Quantity{5'000},
                              .value_now = soles(700)});
    why.deliveries[1].quantity_before = Quantity{4'500};
    why.deliveries[1].value_before = soles(650);
    line.late = why;
    statement.lines.insert(statement.lines.begin() + 1, line);
    const auto text = text_of_pdf(pdf_of(statement));
    if (!text) return;
    expect_all(*text, {"+5.000 kg", "2/6 Tarde: — → 5.0 kg, 7.00",
                       "2/6 Tarde: 4.5 kg, 6.50 → 5.0 kg, 7.00", "+ 21"});
}

TEST(StatementPdf, ShowsWhatIsNotPaidOrNotYet) {
    auto statement = sample_statement();
    statement.net = soles(-12'345);
    statement.state = SettlementState::withdrawn;
    const auto negative = text_of_pdf(pdf_of(statement));
    statement.net = soles(0);
    statement.entry.reset();
    statement.state = SettlementState::computed;
    const auto zero = text_of_pdf(pdf_of(statement));
    if (!negative || !zero) return;
    expect_all(*negative, {"− S/ 123.45", "Anulado"});
    expect_all(*zero, {"S/ 0.00", "Por aprobar", "Sin número"});
}

TEST(StatementPdf, NeverCutsTheFigureOfALongLine) {
    auto statement = sample_statement();
    for (auto& line : statement.lines) {
        line.label += " " + std::string(200, 'W');
        line.detail += " " + std::string(200, 'w');
    }
    statement.net = soles(largest_amount);
    const auto text = text_of_pdf(pdf_of(statement));
    if (!text) return;
    expect_all(*text, {"S/ 100,000,000,000.00", "− 72.07", "pasa al próximo pago S/ 12.79"});
}

TEST(StatementPdf, TakesAProducerWhoBroughtNothing) {
    auto statement = sample_statement();
    statement.days.clear();
    statement.priced.clear();
    statement.lines.clear();
    statement.quantity = {};
    expect_pages(pdf_of(statement), 1, 1);
}

TEST(StatementPdf, IsAPdfAlsoOfNoStatement) {
    const auto pdf = statements_pdf({}, Language::es, sample_instant());
    expect_pages(pdf, 1, 1);
}

TEST(StatementPdf, TakesEveryNaughtyString) {
    std::vector<StatementView> statements;
    for (const auto& string : naughty_strings()) {
        auto statement = sample_statement(1, 2);
        for (auto* text : {&statement.organisation_name, &statement.supplier, &statement.name,
                           &statement.product, &statement.unit, &statement.lines[0].label,
                           &statement.lines[0].detail})
            *text = string;
        statement.hamlet = string;
        statements.push_back(std::move(statement));
    }
    const auto pdf = statements_pdf(statements, Language::es, sample_instant());
    expect_pages(pdf, std::ssize(statements), 2 * std::ssize(statements));
    const auto text = text_of_pdf(pdf);
    if (!text) return;
    EXPECT_GE(times(*text, "Hoja 1 de "), statements.size());
}

TEST(StatementCheck, DigestsTheFiguresAndNotTheWords) {
    const auto statement = sample_statement();
    const auto digest = statement_digest(statement);
    EXPECT_EQ(digest.size(), 16U);
    auto in_english = statement;
    in_english.lines[0].label = "Base price";
    in_english.text_message = "You receive";
    EXPECT_EQ(statement_digest(in_english), digest);
    auto other = statement;
    other.net += soles(1);
    EXPECT_NE(statement_digest(other), digest);
    other = statement;
    ++other.priced.back().price.millionths;
    EXPECT_NE(statement_digest(other), digest);
    other = statement;
    other.lines.back().carried = soles(1);
    EXPECT_NE(statement_digest(other), digest);
}

TEST(StatementCheck, WritesItsCodeInAscii) {
    auto statement = sample_statement();
    statement.organisation_name = "Asociación de Ganaderos de Ñahuimpuquio y Anexos del Valle";
    EXPECT_EQ(statement_code(statement, "0123456789abcdef"),
              "AYNI Asociacion de Ganaderos de Nahuimpuquio \nLeche cruda 2025-07-01/2025-07-15\n"
              "M-017 PEN 526.75\n#231 0123456789abcdef");
}

}  // namespace
}  // namespace ayni
