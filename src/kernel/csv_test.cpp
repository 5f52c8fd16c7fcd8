#include "kernel/csv.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kernel/arbitrary_test.h"
#include "kernel/shared_data_test.h"

namespace ayni {
namespace {

using Row = std::vector<std::string>;
using Rows = std::vector<Row>;

struct Read {
    CsvTable table;
    Rows rows;                          // the good ones
    std::vector<std::string> problems;  // "line: reason"
};

Read read(const CsvText& text, CsvLimits limits = {}) {
    auto reader = CsvReader::open(text, limits).value();
    Read found{reader.table(), {}, {}};
    while (reader.next()) {
        if (const auto problem = reader.problem())
            found.problems.push_back(std::to_string(reader.line()) + ": " +
                                     std::string(code_of(*problem)));
        else
            found.rows.emplace_back(reader.row().begin(), reader.row().end());
    }
    EXPECT_FALSE(reader.next()) << "the end stays the end";
    return found;
}

Read read(const std::string& utf8, CsvLimits limits = {}) {
    return read(CsvText{utf8, "utf-8"}, limits);
}

Refusal refused(const std::string& utf8, CsvLimits limits = {}) {
    const CsvText text{utf8, "utf-8"};
    const auto reader = CsvReader::open(text, limits);
    EXPECT_FALSE(reader) << utf8;
    return reader ? Refusal{} : reader.error().reason();
}

std::string written(const Rows& rows, char delimiter, std::string_view line_end) {
    std::string text;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) text += delimiter;
            text += csv_cell(row[i]);
        }
        text += line_end;
    }
    return text;
}

TEST(CsvReader, ReadsRowsOfCells) {
    const auto found = read("a,b,c\n1,2,3\n,,\nx,\"\",z");
    EXPECT_EQ(found.table.header, (Row{"a", "b", "c"}));
    EXPECT_EQ(found.rows, (Rows{{"1", "2", "3"}, {"", "", ""}, {"x", "", "z"}}));
    EXPECT_EQ(found.problems, Row{});
}

TEST(CsvReader, FindsTheDelimiterInTheHeader) {
    EXPECT_EQ(read("a;b\n1,5;2\n").rows, (Rows{{"1,5", "2"}}));
    EXPECT_EQ(read("a\tb\n1;x\t2,y\n").rows, (Rows{{"1;x", "2,y"}}));
    EXPECT_EQ(read("\"a,b,c\";d\n1;2\n").rows, (Rows{{"1", "2"}}));
    EXPECT_EQ(read("one column\n1\n").rows, (Rows{{"1"}}));
    EXPECT_EQ(read("a;b\n1;2\n").table.delimiter, ';');
}

TEST(CsvReader, UndoesQuotes) {
    const auto found = read(
        "a,b\n\"x, y\",\"he said "
        "\"\"no\"\"\"\n\"line\r\nbreak\",\"\"\"\"\n\"a\"\"b\",\"c\"\"d\"\"\"\n");
    EXPECT_EQ(found.rows,
              (Rows{{"x, y", "he said \"no\""}, {"line\r\nbreak", "\""}, {"a\"b", "c\"d\""}}));
    EXPECT_EQ(found.problems, Row{});
}

TEST(CsvReader, TakesEveryLineEndAndSkipsEmptyLines) {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        const auto found = read(end + end + "a,b" + end + end + "1,2" + end + end + end + "3,4" +
                                end);
        EXPECT_EQ(found.rows, (Rows{{"1", "2"}, {"3", "4"}}));
    }
}

TEST(CsvReader, CountsLinesAsAnEditorDoes) {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        const CsvText text{"a,b" + end + end + "1,\"x" + end + "y\"" + end + "2,3" + end + "4",
                           "utf-8"};
        auto reader = CsvReader::open(text).value();
        ASSERT_TRUE(reader.next());
        EXPECT_EQ(reader.line(), 3U);
        EXPECT_EQ(reader.last_line(), 4U);
        ASSERT_TRUE(reader.next());
        EXPECT_EQ(reader.line(), 5U);
        EXPECT_EQ(reader.last_line(), 5U);
        ASSERT_TRUE(reader.next());
        EXPECT_EQ(reader.line(), 6U);
        EXPECT_EQ(reader.last_line(), 6U);
        EXPECT_EQ(reader.problem(), Refusal::csv_ragged_row);
        EXPECT_FALSE(reader.next());
    }
}

TEST(CsvReader, NamesRaggedRowsAndReadsTheOthers) {
    const auto found = read("a,b\n1,2\n3\n4,5,6\n7,8\n9,10,\n");
    EXPECT_EQ(found.rows, (Rows{{"1", "2"}, {"7", "8"}}));
    EXPECT_EQ(found.problems, (Row{"3: csv_ragged_row", "4: csv_ragged_row", "6: csv_ragged_row"}));
}

TEST(CsvReader, NamesBadQuotesAndReadsOnAtTheNextLine) {
    // Never closed; closed too early; a quote inside a cell; closed by a later row's quote.
    EXPECT_EQ(read("a,b\n1,\"x\n2,3\n4,5\n").problems, (Row{"2: csv_bad_quotes"}));
    EXPECT_EQ(read("a,b\n1,\"x\n2,3\n4,5\n").rows, (Rows{{"2", "3"}, {"4", "5"}}));
    EXPECT_EQ(read("a,b\n\"x\"y,2\n2,3\n").problems, (Row{"2: csv_bad_quotes"}));
    EXPECT_EQ(read("a,b\n\"x\"y,2\n2,3\n").rows, (Rows{{"2", "3"}}));
    EXPECT_EQ(read("a,b\nx\"y,2\n2,3").problems, (Row{"2: csv_bad_quotes"}));
    EXPECT_EQ(read("a,b\n\"1,2\n3,4\n\"5\",6\n").problems, (Row{"2: csv_bad_quotes"}));
    EXPECT_EQ(read("a,b\n\"1,2\n3,4\n\"5\",6\n").rows, (Rows{{"3", "4"}, {"5", "6"}}));
    EXPECT_EQ(read("a,b\n1,2\n3,\"").problems, (Row{"3: csv_bad_quotes"}));
    EXPECT_EQ(read("a,b\n\"1\n2,3\n4\",5,6\n").rows, (Rows{{"2", "3"}}));
    EXPECT_EQ(read("a,b\r\n1,\"x\r\n2,\"y\"\"\r\n3,4").problems,
              (Row{"2: csv_bad_quotes", "3: csv_bad_quotes"}));
}

TEST(CsvReader, RefusesAFileWithoutAHeader) {
    EXPECT_EQ(refused(""), Refusal::csv_no_rows);
    EXPECT_EQ(refused("\n\r\n\r"), Refusal::csv_no_rows);
    EXPECT_EQ(refused("sep=;\r\n\r\n"), Refusal::csv_no_rows);
    EXPECT_EQ(refused(",,\n1,2,3\n"), Refusal::csv_no_header);
    EXPECT_EQ(refused("a,\"b\n1,2\n"), Refusal::csv_bad_quotes);
    EXPECT_EQ(refused("a\"b\n"), Refusal::csv_bad_quotes);
}

TEST(CsvReader, TakesTheDelimiterThatTheFirstLineNames) {
    const auto found = read("sep=;\r\na,b,c;d\r\n1;2\r\n1\r\n");
    EXPECT_EQ(found.table.delimiter, ';');
    EXPECT_EQ(found.table.header, (Row{"a,b,c", "d"}));
    EXPECT_EQ(found.rows, (Rows{{"1", "2"}}));
    EXPECT_EQ(found.problems, (Row{"4: csv_ragged_row"}));
    EXPECT_EQ(read("SEP=\t\na\tb\n").table.header, (Row{"a", "b"}));
    EXPECT_EQ(read("sep=x\n1\n").table.header, Row{"sep=x"}) << "that is no delimiter";
    EXPECT_EQ(read("sep=;b\n1;2\n").table.header, (Row{"sep=", "b"})) << "that is a title";
}

TEST(CsvReader, StopsAtItsLimits) {
    EXPECT_EQ(refused("a,b\n1,2\n", {.rows = 10, .bytes = 7}), Refusal::csv_too_large);
    EXPECT_EQ(read("a\n1\n2\n", {.rows = 2}).problems, Row{});
    const auto found = read("a\n1\n2\n3\n4\n", {.rows = 2});
    EXPECT_EQ(found.rows, (Rows{{"1"}, {"2"}}));
    EXPECT_EQ(found.problems, (Row{"4: csv_too_large"}));
}

RC_GTEST_PROP(CsvReader, ReadsBackWhatIsWritten, ()) {
    const auto columns = *rc::gen::inRange<std::size_t>(1, 5);
    Rows rows;
    for (int i = *rc::gen::inRange(1, 6); i > 0; --i)
        rows.push_back(*rc::gen::container<Row>(columns, any_text()));
    const char delimiter = *rc::gen::element(',', ';', '\t');
    Row header;
    for (std::size_t i = 0; i < columns; ++i) header.push_back("c" + std::to_string(i));
    Rows file{header};
    file.insert(file.end(), rows.begin(), rows.end());
    const CsvText text{
        written(file, columns > 1 ? delimiter : ',', *rc::gen::element("\n", "\r\n", "\r")),
        "utf-8"};
    auto found = read(text);
    for (auto& row : found.rows)
        for (auto& cell : row) cell = std::string(unneutralised(cell));
    RC_ASSERT(found.problems.empty());
    RC_ASSERT(found.table.header == header);
    RC_ASSERT(found.rows == rows);
}

// A quote left open in the last cell is not among these: with another one it makes a right cell.
RC_GTEST_PROP(CsvReader, LosesNoGoodRowForABadOne, ()) {
    const Row good{"g", "1"};
    const auto bad = *rc::gen::element<std::string>("\"x,1", "x\",1", "\"x\"y,1", "1", "1,2,3",
                                                    "\"\"\"");
    Rows expected;
    std::string text = "a,b\n";
    int bad_rows = 0;
    for (int i = *rc::gen::inRange(1, 20); i > 0; --i) {
        if (*rc::gen::arbitrary<bool>()) {
            text += "g,1\n";
            expected.push_back(good);
        } else {
            text += bad + '\n';
            ++bad_rows;
        }
    }
    const auto found = read(text);
    RC_ASSERT(static_cast<int>(found.problems.size()) == bad_rows);
    RC_ASSERT(found.rows == expected);
}

RC_GTEST_PROP(CsvReader, NeverStopsOnAnyText, ()) {
    const auto text = *rc::gen::container<std::string>(
        rc::gen::element('a', '"', ',', ';', '\n', '\r', '1'));
    const CsvText decoded{text, "utf-8"};
    auto reader = CsvReader::open(decoded);
    if (!reader) return;
    std::size_t last = 0;
    while (reader->next()) {
        RC_ASSERT(reader->line() > last);
        RC_ASSERT(reader->last_line() >= reader->line());
        last = reader->line();
        RC_ASSERT(reader->problem().has_value() ||
                  reader->row().size() == reader->table().header.size());
    }
}

// ---- files of others ----

TEST(CsvReader, AgreesWithTheSpectrum) {
    const auto folder = shared_data("data/badinput/csv-spectrum");
    if (!folder) return;
    int compared = 0;
    for (const auto& file : files_in(*folder)) {
        const auto name = file.filename().string();
        if (!name.starts_with("csvs_")) continue;
        const auto expected = parse_json(
            bytes_of_file(*folder / ("json_" + file.stem().string().substr(5) + ".json")));
        auto bytes = bytes_of_file(file);
        // Copies that went through a version control system may have lost what they are about.
        if (name.ends_with("_crlf.csv") && bytes.find('\r') == bytes.npos)
            for (auto at = bytes.find('\n'); at != bytes.npos; at = bytes.find('\n', at + 2))
                bytes.insert(at, 1, '\r');
        const auto text = decode_csv(bytes).value();
        const auto found = read(text);
        EXPECT_EQ(found.problems, Row{}) << name;
        auto rows = Json::list();
        for (const auto& row : found.rows) {
            auto object = Json::object();
            for (std::size_t i = 0; i < row.size(); ++i)
                object.with(found.table.header[i], Json::of_text(row[i]));
            rows.items.push_back(std::move(object));
        }
        EXPECT_EQ(print_json(rows), print_json(expected.value())) << name;
        ++compared;
    }
    EXPECT_EQ(compared, 11);
}

TEST(CsvReader, ReadsFilesOfFieldForms) {
    const auto folder = shared_data("data/badinput/csv-spectrum");
    if (!folder) return;
    const auto of = [&](const std::string& name) {
        return read(
            decode_csv(bytes_of_file(*folder / ("javarosa_external-secondary-" + name + ".csv")))
                .value());
    };
    const auto bom = of("csv-bom");
    EXPECT_EQ(bom.table.header.at(0), "name") << "without the byte-order mark";
    EXPECT_EQ(bom.rows.at(0).at(5), "testé");
    EXPECT_EQ(bom.rows.size(), 2U);
    const auto comma = of("comma-complex"), semicolon = of("semicolon-complex");
    EXPECT_EQ(semicolon.table.delimiter, ';');
    EXPECT_EQ(comma.rows, semicolon.rows);
    EXPECT_EQ(comma.problems, semicolon.problems);
    EXPECT_EQ(comma.problems, (Row{"4: csv_ragged_row", "7: csv_ragged_row"}));
    EXPECT_EQ(comma.rows.at(4), (Row{"121 Main St, NE", "main", "m"}));
}

// ---- writing ----

TEST(CsvCell, IsQuotedOnlyWhereItMustBe) {
    EXPECT_EQ(csv_cell("Rosa Huamán"), "Rosa Huamán");
    EXPECT_EQ(csv_cell("Huamán, Rosa"), "\"Huamán, Rosa\"");
    EXPECT_EQ(csv_cell("the \"best\""), "\"the \"\"best\"\"\"");
    EXPECT_EQ(csv_cell("a\nb"), "\"a\nb\"");
    EXPECT_EQ(csv_cell(""), "\"\"");
}

TEST(CsvCell, IsNeverAFormula) {
    for (std::string start : {"=", "+", "-", "@", "＝", "＋", "－", "＠"})
        EXPECT_EQ(csv_cell(start + "1"), "'" + start + "1");
    EXPECT_EQ(csv_cell("\t=1"), "\"'\t=1\"");
    EXPECT_EQ(csv_cell("\r=1"), "\"'\r=1\"");
    EXPECT_EQ(csv_cell(std::string("\0=1", 3)), std::string("'\0=1", 4));
    EXPECT_EQ(csv_cell("'=1"), "''=1") << "or it would read back as =1";
    EXPECT_EQ(csv_cell("'tis"), "'tis");
    EXPECT_EQ(unneutralised("'tis"), "'tis");
    EXPECT_EQ(unneutralised("''=1"), "'=1");
    EXPECT_EQ(unneutralised("'"), "'");
}

TEST(CsvNumber, StaysANumber) {
    for (const char* number : {"0", "-12.50", "10.300", "007"})
        EXPECT_EQ(csv_number(number), number);
    EXPECT_EQ(csv_number("+5"), "'+5");
    EXPECT_EQ(csv_number("-5+cmd"), "'-5+cmd");
    EXPECT_EQ(csv_number("-"), "'-");
    EXPECT_EQ(csv_number("1,5"), "\"1,5\"");
    EXPECT_EQ(csv_number("5."), "5.");
    EXPECT_EQ(csv_number("-.5"), "'-.5");
}

TEST(CsvCell, TakesTheSpreadsheetAttacksApart) {
    const auto path = shared_data("data/badinput/csv-injection-payloads.txt");
    if (!path) return;
    const auto text = bytes_of_file(*path);
    for (std::string_view rest = text; !rest.empty();) {
        const auto payload = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), payload.size() + 1));
        if (payload.empty()) continue;
        const auto found = read("a,b\n" + csv_cell(payload) + ",1\n");
        const auto& cell = found.rows.at(0).at(0);
        EXPECT_EQ(std::string_view("=+-@\t\r\n").find(cell[0]), std::string_view::npos) << cell;
        EXPECT_EQ(unneutralised(cell), payload);
    }
}

TEST(CsvCell, BringsNaughtyStringsBackByteForByte) {
    const auto path = shared_data("data/badinput/blns.json");
    if (!path) return;
    const auto strings = parse_json(bytes_of_file(*path)).value();
    std::string all = "text,number\n";
    for (const auto& string : strings.items) {
        const auto row = csv_cell(string.text) + ",-1.5\n";
        const auto alone = decode_csv("text,number\n" + row);
        ASSERT_TRUE(alone) << string.text;
        EXPECT_EQ(unneutralised(read(*alone).rows.at(0).at(0)), string.text);
        all += row;
    }
    const auto text = decode_csv(all).value();
    const auto found = read(text);
    ASSERT_EQ(found.rows.size(), strings.items.size());
    for (std::size_t i = 0; i < found.rows.size(); ++i)
        EXPECT_EQ(unneutralised(found.rows[i][0]), strings.items[i].text);
}

}  // namespace
}  // namespace ayni
