#include "kernel/xlsx.h"

#include <array>
#include <map>

#include <gtest/gtest.h>

#include "kernel/spreadsheet_value.h"
#include "kernel/xml_pull.h"

namespace ayni {
namespace {

using Cells = std::vector<std::string>;

std::uint32_t crc32(std::string_view bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

std::string little(std::uint64_t value, int bytes) {
    std::string text;
    // Some fields are longer than the number: what is above it is zero.
    for (int i = 0; i < bytes; ++i) text += static_cast<char>(i < 8 ? value >> 8 * i & 0xFF : 0);
    return text;
}

void append(std::string& text, std::initializer_list<std::string_view> parts) {
    for (const auto part : parts) text += part;
}

// A zip file whose parts are stored as they are (APPNOTE 4.3).
std::string zipped(const std::map<std::string, std::string>& parts) {
    std::string files, directory;
    for (const auto& [name, bytes] : parts) {
        std::string common;
        append(common,
               {little(20, 2), little(0, 8), little(crc32(bytes), 4), little(bytes.size(), 4),
                little(bytes.size(), 4), little(name.size(), 2), little(0, 2)});
        append(directory,
               {"PK\x01\x02", little(20, 2), common, little(0, 10), little(files.size(), 4), name});
        append(files, {"PK\x03\x04", common, name, bytes});
    }
    std::string end;
    append(end, {"PK\x05\x06", little(0, 4), little(parts.size(), 2), little(parts.size(), 2),
                 little(directory.size(), 4), little(files.size(), 4), little(0, 2)});
    return files + directory + end;
}

std::map<std::string, std::string> parts_of(const std::string& sheet, bool since_1904 = false) {
    return {{"xl/workbook.xml", std::string("<workbook xmlns:r='r'><workbookPr date1904='") +
                                    (since_1904 ? "1" : "0") +
                                    "'/><sheets><sheet name='Hoja 1' sheetId='1' r:id='rId7'/>"
                                    "<sheet name='b' r:id='rId8'/></sheets></workbook>"},
            {"xl/_rels/workbook.xml.rels",
             "<Relationships><Relationship Id='rId8' Target='worksheets/b.xml'/><Relationship "
             "Id='rId7' Target='worksheets/sheet1.xml'/></Relationships>"},
            {"xl/styles.xml",
             "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy'/></numFmts>"
             "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/>"
             "<xf numFmtId='164'/><xf numFmtId='22'/></cellXfs></styleSheet>"},
            {"xl/sharedStrings.xml",
             "<sst><si><t>lote</t></si><si><r><t>k</t></r><r><t>g &amp; l</t></r>"
             "<rPh><t>x</t></rPh></si></sst>"},
            {"xl/worksheets/sheet1.xml",
             "<?xml version='1.0'?><worksheet><sheetData>" + sheet + "</sheetData></worksheet>"}};
}

Result<std::vector<SheetRow>> read(const std::string& sheet, bool since_1904 = false) {
    return read_xlsx(zipped(parts_of(sheet, since_1904)));
}
Refusal refused(const std::string& sheet) {
    const auto rows = read(sheet);
    EXPECT_FALSE(rows.has_value());
    return rows ? Refusal{} : rows.error().reason();
}
std::string first_cell(const std::string& cell, bool since_1904 = false) {
    return read("<row r='1'>" + cell + "</row>", since_1904).value().at(0).cells.at(0);
}

TEST(Xlsx, ReadsTextsNumbersAndWhatIsInTheCell) {
    const auto rows = read(
        "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='C2' t='s'><v>1</v></c></row>"
        "<row><c t='inlineStr'><is><t>L-1</t></is></c><c><v>10.300000000000001</v></c>"
        "<c t='b'><v>1</v></c><c t='e'><v>#N/A</v></c><c s='1'/></row>");
    ASSERT_TRUE(rows.has_value());
    ASSERT_EQ(rows->size(), 2U);
    EXPECT_EQ(rows->at(0).number, 2);
    EXPECT_EQ(rows->at(0).cells, (Cells{"lote", "", "kg & l"}));
    EXPECT_EQ(rows->at(1).number, 3);
    EXPECT_EQ(rows->at(1).cells, (Cells{"L-1", "10.3", "TRUE", "#N/A"}));
}

TEST(Xlsx, ReadsDaysOfBothCalendars) {
    EXPECT_EQ(first_cell("<c s='1'><v>45717</v></c>"), "2025-03-01");
    EXPECT_EQ(first_cell("<c s='1'><v>44255</v></c>", true), "2025-03-01");
    EXPECT_EQ(first_cell("<c s='2'><v>45717.270833333336</v></c>"), "2025-03-01 06:30:00");
    EXPECT_EQ(first_cell("<c s='0'><v>45717</v></c>"), "45717");
    EXPECT_EQ(spreadsheet_day("1", false), "1900-01-01");
    EXPECT_EQ(spreadsheet_day("59", false), "1900-02-28");
    EXPECT_EQ(spreadsheet_day("60", false), std::nullopt) << "the day that never was";
    EXPECT_EQ(spreadsheet_day("61", false), "1900-03-01");
    EXPECT_EQ(spreadsheet_day("0", false), std::nullopt);
    EXPECT_EQ(spreadsheet_day("0", true), "1904-01-01");
    EXPECT_EQ(spreadsheet_day("45716.9999999999", false), "2025-03-01");
    EXPECT_EQ(spreadsheet_day("-1", true), std::nullopt);
    EXPECT_EQ(spreadsheet_day("999999999", false), std::nullopt);
}

TEST(Xlsx, KnowsWhichFormatsShowADay) {
    for (const auto* day : {"dd/mm/yyyy", "[$-280A]d mmm yy", "yyyy\\-mm"})
        EXPECT_TRUE(shows_day(day)) << day;
    for (const auto* number : {"General", "0.00", "#,##0.00\" d\"", "[Red]0", "hh:mm", "0\\d"})
        EXPECT_FALSE(shows_day(number)) << number;
}

TEST(Xlsx, WritesNumbersAsTheyAreShown) {
    EXPECT_EQ(spreadsheet_number("0.30000000000000004"), "0.3");
    EXPECT_EQ(spreadsheet_number("1.25E-2"), "0.0125");
    EXPECT_EQ(spreadsheet_number("-1200"), "-1200");
    EXPECT_EQ(spreadsheet_number("1e3"), "1000");
    EXPECT_EQ(spreadsheet_number("999999999999999.9"), "1000000000000000");
    EXPECT_EQ(spreadsheet_number("0.000"), "0");
    EXPECT_EQ(spreadsheet_number("-0"), "0");
    for (const auto* nothing : {"", "-", ".", "1e", "1e99", "12a", "1.2.3", "1e-9999"})
        EXPECT_EQ(spreadsheet_number(nothing), std::nullopt) << nothing;
}

TEST(Xlsx, RefusesMergedCellsAndFormulas) {
    EXPECT_EQ(refused("<row r='1'><c r='B1'><f>A1*2</f><v>2</v></c></row>"), Refusal::xlsx_formula);
    auto parts = parts_of("<row r='1'><c><v>1</v></c></row>");
    auto& sheet = parts["xl/worksheets/sheet1.xml"];
    sheet.insert(sheet.rfind("</worksheet>"),
                 "<mergeCells count='1'><mergeCell ref='A1:B1'/></mergeCells>");
    const auto rows = read_xlsx(zipped(parts));
    ASSERT_FALSE(rows.has_value());
    EXPECT_EQ(rows.error().problems.front(),
              (Problem{Refusal::xlsx_merged_cells, "/content", "A1:B1"}));
}

TEST(Xlsx, PassesAMillionEmptyRowsWithoutKeepingThem) {
    std::string sheet = "<row r='1'><c t='s'><v>0</v></c></row>";
    for (int row = 2; row <= 1'000'000; ++row) sheet += row % 2 ? "<row/>" : "<row><c/></row>";
    sheet += "<row r='1048576'><c><v>7</v></c></row>";
    const auto rows = read(sheet);
    ASSERT_TRUE(rows.has_value());
    ASSERT_EQ(rows->size(), 2U);
    EXPECT_EQ(rows->at(1).number, 1'048'576);
}

TEST(Xlsx, ReadsNoMoreThanItsLimits) {
    const std::string cell = "<c><v>1</v></c>";
    const auto with = [&](const std::string& sheet, XlsxLimits limits) {
        const auto rows = read_xlsx(zipped(parts_of(sheet)), limits);
        return rows ? Refusal{} : rows.error().reason();
    };
    EXPECT_EQ(with("<row>" + cell + "</row><row>" + cell + "</row>", {.rows = 1}),
              Refusal::csv_too_large);
    EXPECT_EQ(with("<row>" + cell + cell + "</row>", {.cells = 1}), Refusal::csv_too_large);
    EXPECT_EQ(with("<row><c r='XFD1'><v>1</v></c></row>", {}), Refusal::csv_too_large);
    EXPECT_EQ(with("<row>" + cell + "</row>" + std::string(100'000, ' '), {.bytes = 50'000}),
              Refusal::csv_too_large);
}

TEST(Xlsx, RefusesWhatIsNoWorkbook) {
    for (const auto& bytes :
         {std::string(), std::string("PK\x03\x04 and then nothing"), zipped({{"a.txt", "hello"}})})
        EXPECT_EQ(read_xlsx(bytes).error().reason(), Refusal::file_not_xlsx);
    EXPECT_EQ(refused("<row><c><v>1</v></row>&unknown;"), Refusal::file_not_xlsx);
    auto parts = parts_of("<row><c><v>1</v></c></row>");
    auto& sheet = parts["xl/worksheets/sheet1.xml"];
    sheet = "<!DOCTYPE x [<!ENTITY a 'b'>]>" + sheet;
    EXPECT_EQ(read_xlsx(zipped(parts)).error().reason(), Refusal::file_not_xlsx);
    auto damaged = zipped(parts_of("<row><c><v>1</v></c></row>"));
    damaged[damaged.find("<v>1</v>") + 3] = '2';
    EXPECT_EQ(read_xlsx(damaged).error().reason(), Refusal::file_not_xlsx);
}

TEST(XmlPull, TellsElementsAttributesAndTexts) {
    std::string_view bytes =
        "<?xml version='1.0'?><!-- <x> --><a:b c:d='1 &lt; &#50; >'>t<![CDATA[<&]]><e/></a:b>\n";
    XmlPull xml([&](char* into, std::size_t room) {
        const auto got = bytes.copy(into, std::min<std::size_t>(room, 3));
        bytes.remove_prefix(got);
        return got;
    });
    using Event = XmlPull::Event;
    EXPECT_EQ(xml.next(), Event::start);
    EXPECT_EQ(xml.name(), "b");
    ASSERT_TRUE(xml.attribute("d"));
    EXPECT_EQ(*xml.attribute("d"), "1 < 2 >");
    EXPECT_EQ(xml.next(), Event::text);
    EXPECT_EQ(xml.text(), "t");
    EXPECT_EQ(xml.next(), Event::text);
    EXPECT_EQ(xml.text(), "<&");
    EXPECT_EQ(xml.next(), Event::start);
    EXPECT_EQ(xml.depth(), 2);
    EXPECT_EQ(xml.next(), Event::end);
    EXPECT_EQ(xml.next(), Event::end);
    EXPECT_EQ(xml.next(), Event::done);
}

}  // namespace
}  // namespace ayni
