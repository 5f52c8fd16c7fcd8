#pragma once
// A file that is a table with titles, whatever program wrote it.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/result.h"

namespace ayni {

/// CSV or XLSX as rows of texts, as they stand there. Every row has as many cells as there are
/// titles.
struct TableFile {
    struct Row {
        std::int64_t line = 0;  ///< in the file, from 1
        std::vector<std::string> cells;
    };
    std::vector<std::string> titles;
    std::vector<Row> rows;        ///< those that are not blank
    bool comma_is_point = false;  ///< cells are not parted by commas: "10,5" is a number
};

/// Refused: as `decode_csv`, `CsvReader` and `read_xlsx`; `csv_no_rows` at /content, and
/// `csv_too_large` there beyond 2,000 rows.
[[nodiscard]] Result<TableFile> read_table(std::string_view bytes);

}  // namespace ayni
