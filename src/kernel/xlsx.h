#pragma once
// A workbook (XLSX, ECMA-376) as rows of texts: its first sheet, as a person sees it there.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/result.h"

namespace ayni {

/// One row that is not empty; behind its last cell that holds something there is none.
struct SheetRow {
    std::int64_t number = 0;  ///< from 1, as the spreadsheet counts
    std::vector<std::string> cells;
};

/// How much is read of one workbook.
struct XlsxLimits {
    std::size_t rows = 200'000;  ///< that are not empty
    std::size_t cells = 2'000'000;
    std::size_t columns = 256;
    std::size_t bytes = 256'000'000;  ///< unpacked
};

/// The first sheet. Numbers are decimals (`spreadsheet_number`), days YYYY-MM-DD
/// (`spreadsheet_day`), by the format of their cell. Empty rows cost nothing, however many there
/// are. Refused, at /content: `file_not_xlsx`, `csv_too_large`, `xlsx_merged_cells` and
/// `xlsx_formula` (with the first such cells).
[[nodiscard]] Result<std::vector<SheetRow>> read_xlsx(std::string_view bytes,
                                                      XlsxLimits limits = {});

/// Whether the bytes begin as a workbook does (and any other zip file).
[[nodiscard]] bool begins_as_xlsx(std::string_view bytes) noexcept;

}  // namespace ayni
