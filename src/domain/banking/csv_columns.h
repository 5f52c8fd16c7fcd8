#pragma once

#include "domain/banking/bank_format.h"
#include "kernel/csv.h"

namespace ayni {

/// The rows of a bank's CSV, cell by cell as the format names its columns.
class CsvColumns {
public:
    /// Refused: `csv_column_missing` at /content, with the title; what `CsvReader::open` refuses.
    [[nodiscard]] static Result<CsvColumns> open(const CsvText& text,
                                                 const FormatDescription& format);

    /// Goes to the next row. Refused: what is wrong with it as such, at /rows/N.
    [[nodiscard]] Result<bool> next();
    /// Where the row is, for what is wrong in it: "/rows/3".
    [[nodiscard]] std::string where() const;
    /// The cell without blanks at its ends; empty where the format names no such column.
    [[nodiscard]] std::string_view text(BankValue value) const;
    /// A day as the format writes it. Refused: `not_a_date`, `field_missing`.
    [[nodiscard]] Result<Date> day(BankValue value) const;
    /// An amount as the format writes it, of any sign; an empty cell is zero. Refused: what
    /// `parse_money` refuses.
    [[nodiscard]] Result<Money> amount(BankValue value, Currency currency) const;
    /// Whether the format names such a column.
    [[nodiscard]] bool has(BankValue value) const;

private:
    CsvColumns(CsvReader reader, const FormatDescription& format)
        : reader_(std::move(reader)), format_(&format) {}

    CsvReader reader_;
    const FormatDescription* format_;
    std::vector<std::pair<BankValue, std::size_t>> columns_;
    std::size_t row_ = 0;
};

}  // namespace ayni
