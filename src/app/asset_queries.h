#pragma once
// Assets and their depreciation.

#include "app/asset_contract.h"
#include "app/work.h"

namespace ayni {

/// Whether the entry brought something that stands in the register of assets.
[[nodiscard]] bool brought_assets(const View& view, EntryNumber entry);
/// Undoes depreciation or a disposal by its reversal. Refused: `entry_not_by_hand` at /entry when
/// it is depreciation of an asset that is gone by now.
[[nodiscard]] Result<void> reverse_depreciation(Work& work, const Entry& entry);

/// What each asset has still to lose by the end of that month.
[[nodiscard]] std::vector<Depreciated> not_depreciated(const View& view, Date month_end);

/// Refused: `not_found` at /entry; `currencies_differ`; as `check_asset`; `amounts_differ` at /cost
/// (the entry brought less that is no asset yet); `day_not_plausible` at /day.
Result<void> acquire_asset(Work& work, const AcquireAsset& command);
/// Refused: `not_found`, `asset_disposed` at /asset; `entry_not_by_hand` (it is depreciated).
Result<void> withdraw_asset(Work& work, const WithdrawAsset& command);
/// Refused: `not_a_month_end`, `period_not_ended`, `month_closed` at /month_end;
/// `nothing_to_depreciate`.
Result<void> depreciate(Work& work, const Depreciate& command);
/// Refused: `not_found`, `asset_disposed` at /asset; `day_not_plausible`, `month_closed`,
/// `dates_reversed` at /day; `currencies_differ`, `amount_not_positive` at /proceeds;
/// `field_missing`, `not_a_choice` at /into.
Result<void> dispose_asset(Work& work, const DisposeAsset& command);
Result<AssetsView> assets(const View& view, const AssetsQuery& query);

}  // namespace ayni
