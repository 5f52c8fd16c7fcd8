#include "app/table_file.h"

#include <algorithm>

#include "kernel/csv.h"
#include "kernel/text.h"
#include "kernel/xlsx.h"

namespace ayni {
namespace {

constexpr std::size_t most_rows = 2000;

bool is_blank(const std::vector<std::string>& cells) {
    return std::ranges::all_of(cells, [](const auto& each) { return trimmed(each).empty(); });
}

std::unexpected<Refused> refuse_line(Refusal reason, std::size_t line) {
    return refuse(reason, "/content/" + std::to_string(line));
}

Result<TableFile> read_csv(std::string_view bytes) {
    const auto text = decode_csv(std::string(bytes));
    if (!text) return std::unexpected(text.error());
    auto reader = CsvReader::open(*text);
    if (!reader) return std::unexpected(reader.error());
    TableFile table{reader->table().header, {}, reader->table().delimiter != ','};
    while (reader->next()) {
        std::vector<std::string> cells(reader->row().begin(), reader->row().end());
        if (reader->problem() && (cells.empty() || !is_blank(cells)))
            return refuse_line(*reader->problem(), reader->line());
        if (table.rows.size() == most_rows) return refuse(Refusal::csv_too_large, "/content");
        if (!is_blank(cells))
            table.rows.push_back({static_cast<std::int64_t>(reader->line()), std::move(cells)});
    }
    return table;
}

Result<TableFile> read_workbook(std::string_view bytes) {
    auto rows = read_xlsx(bytes, {.rows = most_rows + 1});
    if (!rows) return std::unexpected(rows.error());
    if (rows->empty()) return refuse(Refusal::csv_no_rows, "/content");
    TableFile table{std::move(rows->front().cells), {}, false};
    for (auto row = rows->begin() + 1; row != rows->end(); ++row) {
        if (is_blank(row->cells)) continue;
        if (row->cells.size() > table.titles.size())
            return refuse_line(Refusal::csv_ragged_row, static_cast<std::size_t>(row->number));
        row->cells.resize(table.titles.size());
        table.rows.push_back({row->number, std::move(row->cells)});
    }
    return table;
}

}  // namespace

Result<TableFile> read_table(std::string_view bytes) {
    auto table = begins_as_xlsx(bytes) ? read_workbook(bytes) : read_csv(bytes);
    if (table && table->rows.empty()) return refuse(Refusal::csv_no_rows, "/content");
    return table;
}

}  // namespace ayni
