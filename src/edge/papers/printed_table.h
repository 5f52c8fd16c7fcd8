#pragma once
// A table as it is printed, whatever kind of file it becomes: its head, its columns, its rows.

#include <memory>
#include <string>
#include <vector>

#include "kernel/currency.h"
#include "kernel/date.h"
#include "kernel/refusal.h"
#include "kernel/result.h"

namespace ayni {

enum class CellKind { text, day, money, number, whole };

struct PrintedColumn {
    std::string head;
    CellKind kind = CellKind::text;
};

/// What stands in a cell, exact: a day is YYYY-MM-DD, an amount and a number decimal text. Nothing:
/// the cell is empty.
struct PrintedCell {
    CellKind kind = CellKind::text;
    std::string text = {};
    Currency currency = {};  ///< of money
};

enum class RowKind {
    line,
    heading,  ///< names the lines below it, in the first column
    sum,      ///< of the lines above it
    total,    ///< what the report is about
};

/// As many cells as the part has columns.
struct PrintedRow {
    RowKind kind = RowKind::line;
    std::vector<PrintedCell> cells;
};

/// Rows under the same columns.
struct PrintedPart {
    std::string title;  ///< none, where there is but one
    std::vector<PrintedColumn> columns;
};

/// What stands above everything.
struct PrintedHead {
    std::string organisation, title;
    std::vector<std::string> about;  ///< of which days, of whom
    Currency currency;               ///< of the organisation: its amounts stand without a name
    Language language = Language::es;
    std::string time_zone = {};  ///< of IANA, in which times are told; none: UTC
    Instant dated;  ///< which the file names as its own time, so that the same table is the same
                    ///< bytes
};

/// Takes a table part by part and row by row, and makes a file of it. The same table gives the same
/// bytes.
class TableWriter {
public:
    virtual ~TableWriter() = default;
    TableWriter(const TableWriter&) = delete;
    TableWriter& operator=(const TableWriter&) = delete;

    virtual void part(const PrintedPart& part) = 0;
    virtual void row(const PrintedRow& row) = 0;
    /// The file. Refused: `csv_too_large` (more rows than such a file takes), `disk_full`.
    [[nodiscard]] virtual Result<std::string> finish() = 0;

protected:
    TableWriter() = default;
};

/// Text with commas, in UTF-8 with its mark; no spreadsheet takes a name in it for a formula.
[[nodiscard]] std::unique_ptr<TableWriter> csv_table();
/// A workbook with a sheet for each part: amounts are numbers, days are days, and no cell is ever a
/// formula. Rows wait on the disk, not in memory.
[[nodiscard]] std::unique_ptr<TableWriter> xlsx_table(const PrintedHead& head);
/// Paper, upright or across, as the columns need it; at most `most_printed_rows`.
[[nodiscard]] std::unique_ptr<TableWriter> pdf_table(const PrintedHead& head);
inline constexpr std::size_t most_printed_rows = 20'000;

/// How many decimals an exact decimal text has.
[[nodiscard]] int decimals_in(std::string_view decimal) noexcept;

}  // namespace ayni
