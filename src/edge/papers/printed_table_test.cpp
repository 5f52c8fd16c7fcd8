#include "edge/papers/printed_table.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/sample_statement_test.h"
#include "edge/papers/pdf_reading_test.h"
#include "edge/papers/print_answer.h"
#include "kernel/csv.h"
#include "kernel/shared_data_test.h"
#include "kernel/xlsx.h"

namespace ayni {
namespace {

const auto pen = Currency::known("PEN");

PrintedHead sample_head(Language language = Language::es) {
    return {.organisation = "Coop. Manantial de Vida",
            .title = language == Language::es ? "Registro de pruebas" : "Register of tests",
            .about = {"Del 1 al 31 de julio de 2025 · PEN"},
            .currency = pen,
            .language = language,
            .dated = parse_instant("2025-07-31T00:00:00.000Z").value()};
}

PrintedPart sample_part() {
    return {.title = {},
            .columns = {{"Nombre", CellKind::text},
                        {"Fecha", CellKind::day},
                        {"Importe", CellKind::money},
                        {"Cantidad", CellKind::number},
                        {"N.º", CellKind::whole}}};
}

PrintedRow sample_row(std::string name, std::string amount, Currency currency = pen) {
    return {RowKind::line,
            {{.text = std::move(name)},
             {CellKind::day, "2025-07-16"},
             {CellKind::money, std::move(amount), currency},
             {CellKind::number, "10.300"},
             {CellKind::whole, "7"}}};
}

std::string file_of(std::unique_ptr<TableWriter> writer, const std::vector<PrintedRow>& rows) {
    writer->part(sample_part());
    for (const auto& row : rows) writer->row(row);
    return writer->finish().value();
}

// The rows below the heads of the columns.
std::vector<SheetRow> rows_in(const std::string& xlsx) {
    auto sheet = read_xlsx(xlsx).value();
    const auto heads = std::ranges::find_if(
        sheet, [](const SheetRow& row) { return row.cells.front() == "Nombre"; });
    return {std::next(heads), sheet.end()};
}

const std::vector<std::string>& formulas() {
    static const std::vector<std::string> all{"=1+1",
                                              "+1",
                                              "-1",
                                              "@SUM(A1)",
                                              "=cmd|' /C calc'!A0",
                                              "=HYPERLINK(\"http://x\")",
                                              "http://example.com/",
                                              "{=A1}",
                                              "_x0041_",
                                              "'=1"};
    return all;
}

TEST(XlsxTable, IsReadBackAsItWasPrinted) {
    const auto rows = rows_in(file_of(
        xlsx_table(sample_head()),
        {sample_row("Ñusta Huamán", "-1234.50"), sample_row("x", "0.05", Currency::known("USD"))}));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].cells,
              (std::vector<std::string>{"Ñusta Huamán", "2025-07-16", "-1234.5", "10.3", "7"}));
    EXPECT_EQ(rows[1].cells[2], "0.05");
}

TEST(XlsxTable, SaysAboveTheColumnsWhatItIs) {
    const auto sheet = read_xlsx(file_of(xlsx_table(sample_head()), {})).value();
    ASSERT_EQ(sheet.size(), 4U);
    EXPECT_EQ(sheet[0].cells.front(), "Coop. Manantial de Vida");
    EXPECT_EQ(sheet[1].cells.front(), "Registro de pruebas");
    EXPECT_EQ(sheet[3].number, 5);
}

TEST(XlsxTable, HoldsNoFormulaWhateverATextSays) {
    std::vector<PrintedRow> printed;
    for (const auto& text : formulas()) printed.push_back(sample_row(text, "1.00"));
    const auto rows = rows_in(
        file_of(xlsx_table(sample_head()), printed));  // A formula is refused.
    ASSERT_EQ(rows.size(), formulas().size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        // Our reader leaves the sign of ECMA-376 for "_" as it stands.
        const auto expected = formulas()[i] == "_x0041_" ? "_x005F_x0041_" : formulas()[i];
        EXPECT_EQ(rows[i].cells.front(), expected);
    }
}

TEST(XlsxTable, KeepsAnAmountThatABinaryNumberWouldRound) {
    const auto rows = rows_in(file_of(
        xlsx_table(sample_head()),
        {sample_row("most", "9999999999999.99"), sample_row("more", "92233720368547758.07")}));
    EXPECT_EQ(rows[0].cells[2], "9999999999999.99");
    EXPECT_EQ(rows[1].cells[2], "92233720368547758.07");
}

RC_GTEST_PROP(XlsxTable, GivesEveryAmountBackToTheCentimo, ()) {
    const auto minor = *rc::gen::inRange<std::int64_t>(-largest_amount, largest_amount);
    const Money amount{minor, pen};
    const auto rows = rows_in(
        file_of(xlsx_table(sample_head()), {sample_row("x", print_amount(amount))}));
    RC_ASSERT(parse_money(rows.front().cells[2], pen).value() == amount);
}

TEST(XlsxTable, TakesEveryNaughtyString) {
    std::vector<PrintedRow> printed;
    for (const auto& text : naughty_strings())
        if (!text.empty()) printed.push_back(sample_row(text, "1.00"));
    EXPECT_EQ(rows_in(file_of(xlsx_table(sample_head()), printed)).size(), printed.size());
}

TEST(PrintedTable, IsTheSameBytesTwiceAndInAnotherTimeZone) {
    const std::vector<PrintedRow> rows(60, sample_row("Ñusta", "12.50"));
    const auto before = std::getenv("TZ") ? std::string(std::getenv("TZ")) : std::string();
    const auto xlsx = file_of(xlsx_table(sample_head()), rows),
               pdf = file_of(pdf_table(sample_head()), rows);
    setenv("TZ", "Asia/Tokyo", 1);
    tzset();
    EXPECT_EQ(file_of(xlsx_table(sample_head()), rows), xlsx);
    EXPECT_EQ(file_of(pdf_table(sample_head()), rows), pdf);
    EXPECT_EQ(file_of(csv_table(), rows), file_of(csv_table(), rows));
    if (before.empty())
        unsetenv("TZ");
    else
        setenv("TZ", before.c_str(), 1);
    tzset();
}

TEST(PrintAnswer, TellsATimeByTheClocksOfTheOrganisation) {
    auto head = sample_head();
    const auto told = [&] {
        const auto at = Json::of_text("2025-07-17T03:04:05.678Z");
        return cell_of(shape_of<Instant>(), &at, head).text;
    };
    EXPECT_EQ(told(), "2025-07-17 03:04 UTC");
    head.time_zone = "America/Lima";
    EXPECT_EQ(told(), "2025-07-16 22:04");
}

TEST(CsvTable, NeutralisesFormulasAndKeepsNumbers) {
    const auto text = file_of(csv_table(), {sample_row("=1+1", "-12.50"), sample_row("", "")});
    EXPECT_EQ(text,
              "\xEF\xBB\xBFNombre,Fecha,Importe,Cantidad,N.º\r\n"
              "'=1+1,2025-07-16,-12.50,10.300,7\r\n,2025-07-16,,10.300,7\r\n");
}

TEST(PdfTable, RepeatsItsHeadsAndCountsItsPages) {
    const auto pdf = file_of(pdf_table(sample_head()),
                             std::vector<PrintedRow>(120, sample_row("Ñusta Huamán", "-1234.50")));
    expect_pages(pdf, 3, 3);
    const auto text = text_of_pdf(pdf);
    if (!text) return;
    for (const auto part : {"Registro de pruebas", "Coop. Manantial de Vida", "Página 1 de 3",
                            "Página 3 de 3", "Importe", "−1,234.50", "16/07/2025", "10.300"})
        EXPECT_NE(text->find(part), text->npos) << part << "\n" << *text;
    EXPECT_NE(text->find("Importe", text->find("Página 2 de 3")), text->npos);
}

TEST(PdfTable, IsCompleteInEnglishAndSaysThatThereIsNothing) {
    const auto text = text_of_pdf(file_of(pdf_table(sample_head(Language::en)), {}));
    if (!text) return;
    for (const auto part : {"Register of tests", "Page 1 of 1", "There are no rows."})
        EXPECT_NE(text->find(part), text->npos) << part << "\n" << *text;
}

TEST(PdfTable, NeverCutsANumber) {
    const auto text = text_of_pdf(file_of(
        pdf_table(sample_head()),
        {sample_row(std::string(400, 'W') + " " + std::string(300, 'x'), "9999999999999.99"),
         sample_row("x", "-92233720368547758.07", Currency::known("USD"))}));
    if (!text) return;
    EXPECT_NE(text->find("9,999,999,999,999.99"), text->npos) << *text;
    EXPECT_NE(text->find("USD −92,233,720,368,547,758.07"), text->npos) << *text;
}

TEST(PdfTable, TakesEveryNaughtyString) {
    std::vector<PrintedRow> rows;
    for (const auto& text : naughty_strings()) rows.push_back(sample_row(text, "1.00"));
    expect_pages(file_of(pdf_table(sample_head()), rows), 5, 40);
}

TEST(PdfTable, RefusesMoreThanAnybodyPrints) {
    auto writer = pdf_table(sample_head());
    writer->part(sample_part());
    for (std::size_t i = 0; i <= most_printed_rows; ++i) writer->row(sample_row("x", "1.00"));
    EXPECT_EQ(writer->finish().error().reason(), Refusal::csv_too_large);
}

}  // namespace
}  // namespace ayni
