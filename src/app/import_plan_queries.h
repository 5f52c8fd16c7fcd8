#pragma once
// A file that somebody wants to take in: what it says, row by row, and what is wrong with it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/collection_contract.h"
#include "app/work.h"

namespace ayni {

/// One file as it was read.
struct FilePlan {
    ImportKind kind = ImportKind::deliveries;
    Product product;
    std::string encoding;
    char delimiter = ',';
    std::vector<std::string> header;
    std::vector<ColumnChoice> columns;
    std::vector<Delivery>
        rows;  ///< numbered from 1; an analysis uses producer, day, shift, readings
    std::vector<std::int64_t> lines;   ///< of the rows
    std::vector<std::string> reasons;  ///< of the rows; mostly empty
    std::vector<BadRow> bad;           ///< the first thousand
    std::int64_t bad_count = 0;
    Quantity quantity;            ///< accepted
    bool days_assumed = false;    ///< days as 3/4/2025, and none tells that the day stands first
    std::optional<Rate> density;  ///< by which litres became kilograms, or kilograms litres
};

/// Reads a CSV file of deliveries or analyses as the store stands. Bad rows stand in the plan.
/// Where the cells are not separated by commas, a comma in a number is its decimal point. Days are
/// YYYY-MM-DD or, as spreadsheets of our countries write them, dd/mm/yyyy; 00:00:00 may follow.
/// Blank rows at the end are passed over. Quantities under a title in litres become the product's
/// kilograms by its density, and the other way round.
/// Refused: what `decode_csv` and `CsvReader::open` refuse, `csv_column_missing`,
/// `csv_column_ambiguous`, `csv_no_rows`, `unknown_attribute`.
[[nodiscard]] Result<FilePlan> plan_file(const View& view, ImportKind kind, Product product,
                                         std::string_view bytes,
                                         const std::optional<std::vector<ColumnChoice>>& columns);

}  // namespace ayni
