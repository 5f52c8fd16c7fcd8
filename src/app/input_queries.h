#pragma once
// The store of inputs.

#include "app/input_contract.h"
#include "app/work.h"

namespace ayni {

/// Whether the debt came about by goods of the store, with which alone it goes.
[[nodiscard]] bool is_of_goods_sold(const View& view, ObligationNumber obligation);

/// Refused: `unknown_supplier`; `day_not_plausible`, `month_closed`; `quantity_not_positive`;
/// `currencies_differ`, `amount_not_positive` at /cost, /vat; `already_recorded` at /document.
Result<void> receive_inputs(Work& work, const ReceiveInputs& command);
/// Refused: as above, at /price and /instalment; `instalment_above_amount`; `day_not_plausible` at
/// /first_due; `stock_not_enough` at /quantity.
Result<void> sell_inputs(Work& work, const SellInputs& command);
/// Refused: `quantity_not_positive` (below zero); `not_found` at /item; `stock_not_enough` (more
/// left after that day).
Result<void> count_inputs(Work& work, const CountInputs& command);
/// Refused, at /movement: `not_found`; `entry_not_by_hand` when something else of the item came
/// after it; `obligation_settled`.
Result<void> undo_inputs(Work& work, const UndoInputs& command);
Result<InputStockView> input_stock(const View& view, const InputStockQuery& query);
Result<InputMovementsView> input_movements(const View& view, const InputMovementsQuery& query);

}  // namespace ayni
