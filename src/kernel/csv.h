#pragma once
// CSV as farms and spreadsheets write it, read strictly and row by row; and written so that no
// spreadsheet takes a name for a formula. Own code: no CSV library of Debian names every bad row
// by its line, reads on after it, and keeps up with an import.

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/csv_encoding.h"
#include "kernel/result.h"

namespace ayni {

/// What a file is: its columns, its encoding, and ',' ';' or tab between cells.
struct CsvTable {
    std::vector<std::string> header;
    std::string encoding;
    char delimiter = ',';
};

/// How much is read of one file.
struct CsvLimits {
    std::size_t rows = 5'000'000;  ///< without the header
    std::size_t bytes = 512'000'000;
};

/// Reads a file row by row (RFC 4180; lines end in LF, CRLF or CR, also inside quotes). Nothing is
/// copied but cells that hold a doubled quote. The text must outlive the reader.
class CsvReader {
public:
    /// Finds the delimiter and reads the header, the first line that is not empty; "sep=;" before
    /// it names the delimiter. Refused: `csv_too_large`, `csv_no_rows` (nothing but empty lines),
    /// `csv_no_header`, `csv_bad_quotes` (of the header).
    [[nodiscard]] static Result<CsvReader> open(const CsvText& text, CsvLimits limits = {});
    static Result<CsvReader> open(CsvText&&, CsvLimits = {}) = delete;

    [[nodiscard]] const CsvTable& table() const noexcept { return table_; }

    /// Goes to the next row; false at the end. Empty lines are passed over. After a row whose
    /// quotes are wrong reading goes on at its next line, so that no other row is lost with it.
    [[nodiscard]] bool next();
    /// The cells of the row, valid until `next`; as many as the header has, unless `problem` says
    /// otherwise. None when its quotes are wrong.
    [[nodiscard]] std::span<const std::string_view> row() const noexcept { return cells_; }
    /// What is wrong with the row as such: `csv_ragged_row`, `csv_bad_quotes`, or `csv_too_large`,
    /// which is the last one.
    [[nodiscard]] std::optional<Refusal> problem() const noexcept { return problem_; }
    /// The line on which the row begins, counted from 1, and the one on which it ends.
    [[nodiscard]] std::size_t line() const noexcept { return line_; }
    [[nodiscard]] std::size_t last_line() const noexcept { return next_line_ - 1; }

private:
    // A cell whose quotes were undone, at a place in `undoubled_`.
    struct Undoubled {
        std::size_t cell, start, size;
    };

    CsvTable table_;
    const char* at_ = nullptr;
    const char* end_ = nullptr;
    std::size_t rows_left_ = 0, line_ = 0, next_line_ = 1;
    std::array<bool, 256> stops_{};  // characters at which a cell without quotes may end
    std::vector<std::string_view> cells_;
    std::string undoubled_;
    std::vector<Undoubled> undoubled_cells_;
    std::optional<Refusal> problem_;

    void pass_empty_lines();
    void pass_line_end();
    void recover(const char* start);
    [[nodiscard]] bool read_row();
    [[nodiscard]] bool read_quoted_cell();
};

/// A text as a cell: quoted where it must be, and with a ' before what a spreadsheet would take for
/// a formula (= + - @ and their full-width forms, tab, line ends, NUL at the start).
[[nodiscard]] std::string csv_cell(std::string_view text);
/// A decimal number as a cell, as it is: "-12.50" stays a number. Anything else becomes a text.
[[nodiscard]] std::string csv_number(std::string_view number);
/// The text that `csv_cell` was given, from the cell that the reader read.
[[nodiscard]] std::string_view unneutralised(std::string_view cell) noexcept;

}  // namespace ayni
