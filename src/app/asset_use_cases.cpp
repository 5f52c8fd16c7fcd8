#include "app/asset_queries.h"
#include "app/input_queries.h"
#include "app/register.h"
#include "app/register_parts.h"

namespace ayni {

using enum Role;

void enter_assets(Register& all) {
    all.command<AcquireAsset>("acquire_asset", note<AcquireAsset>, {accountant}, acquire_asset);
    all.command<WithdrawAsset>("withdraw_asset", note<WithdrawAsset>, {accountant}, withdraw_asset);
    all.command<Depreciate>("depreciate", note<Depreciate>, {accountant}, depreciate);
    // Whoever keeps the books does not make things disappear from them.
    all.command<DisposeAsset>("dispose_asset", note<DisposeAsset>, {approver}, dispose_asset,
                              Guard::second_factor);
    all.query<AssetsQuery, AssetsView>("assets", note<AssetsView>,
                                       {manager, accountant, approver, auditor}, assets);
}

void enter_inputs(Register& all) {
    all.command<ReceiveInputs>("receive_inputs", note<ReceiveInputs>, {manager, accountant},
                               receive_inputs);
    all.command<SellInputs>("sell_inputs", note<SellInputs>, {manager, accountant}, sell_inputs);
    all.command<CountInputs>("count_inputs", note<CountInputs>, {manager, accountant},
                             count_inputs);
    all.command<UndoInputs>("undo_inputs", note<UndoInputs>, {manager, accountant}, undo_inputs);
    all.query<InputStockQuery, InputStockView>(
        "input_stock", note<InputStockView>, {manager, accountant, approver, auditor}, input_stock);
    all.query<InputMovementsQuery, InputMovementsView>("input_movements", note<InputMovementsView>,
                                                       {manager, accountant, approver, auditor},
                                                       input_movements);
}

}  // namespace ayni
