// Any bytes as a CSV file: every line is accounted for, and what was read can be written and read
// again byte for byte.
#include "kernel/csv.h"

#include "fuzzed.h"
#include "kernel/text.h"

namespace ayni {
namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string written(const Rows& rows) {
    std::string text;
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            text += csv_cell(row[i]) + (i + 1 < row.size() ? "," : "\r\n");
    return text;
}

// The header and the good rows.
Rows good_rows(CsvReader& reader) {
    Rows rows{reader.table().header};
    std::size_t last = 0;
    while (reader.next()) {
        CHECK(reader.line() > last && reader.last_line() >= reader.line());
        last = reader.last_line();
        if (reader.problem()) continue;
        CHECK(reader.row().size() == reader.table().header.size());
        rows.emplace_back(reader.row().begin(), reader.row().end());
    }
    return rows;
}

}  // namespace

void fuzz(Fuzzed& fuzzed) {
    const auto text = decode_csv(std::string(fuzzed.rest()));
    if (!text) return;
    CHECK(is_utf8(text->utf8) && text->utf8.find('\0') == std::string::npos);
    auto reader = CsvReader::open(*text);
    if (!reader) return;
    const auto rows = good_rows(*reader);
    const CsvText copy{written(rows), "utf-8"};
    auto again = CsvReader::open(copy).value();
    auto same = good_rows(again);
    for (auto& row : same)
        for (auto& cell : row) cell = std::string(unneutralised(cell));
    CHECK(same == rows);
}

}  // namespace ayni
