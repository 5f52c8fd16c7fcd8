#pragma once
// A buyer's liquidation as his file says it, before it is held against ours.

#include <optional>
#include <string_view>
#include <vector>

#include "app/collection_contract.h"
#include "app/work.h"
#include "domain/sale/reconcile_lot.h"

namespace ayni {

/// A row of his, and the lot of ours that it is about.
struct BuyersRow {
    Lot lot;
    Readings readings;
    BuyersLot figures;
};

/// Reads his file: a row for each lot, with the titles of either language (lot, quantity, price,
/// amount, inputs, penalty, and the codes of the product's attributes) or the columns that are
/// chosen. An amount that he does not give is his price x his weight, rounded half-even. Refused:
/// as `read_table`; `csv_column_missing`, `csv_column_ambiguous`, `unknown_attribute` at /columns;
/// `import_has_bad_rows`, with a problem for each of them at /content/LINE (the first thousand):
/// `not_found` of the lot or of another buyer, `lot_not_accepted`, `lot_liquidated`,
/// `duplicate_row`, or what a number refuses.
[[nodiscard]] Result<std::vector<BuyersRow>> plan_liquidation(
    const View& view, const Product& product, PartyId buyer, std::string_view bytes,
    const std::optional<std::vector<ColumnChoice>>& columns);

}  // namespace ayni
