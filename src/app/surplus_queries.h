#pragma once
// The surplus of a year, as the assembly resolves: to the reserve, and to the members by volume.

#include "app/capital_contract.h"
#include "app/work.h"

namespace ayni {

/// Whether a sharing of the year's surplus is posted.
[[nodiscard]] bool is_surplus_decided(const View& view, std::int32_t year);
/// Whether one is proposed, and not decided yet.
[[nodiscard]] bool is_surplus_proposed(const View& view, std::int32_t year);
/// Undoes the entry of a sharing by its reversal. Refused: `entry_not_by_hand` at /entry when some
/// of it was paid, or is under way.
[[nodiscard]] Result<void> reverse_surplus(Work& work, const Entry& entry,
                                           const std::string& reason);

/// Refused: `year_not_closed`, `surplus_decided`, `surplus_proposed` at /year; `dates_reversed`
/// (the day is of the year itself), `day_not_plausible`, `month_closed` at /day;
/// `currencies_differ`, `amount_not_positive`, `unknown_product`, `duplicate_row`,
/// `nothing_to_settle` (no member delivered any) at /to_members/N; `surplus_not_enough` at
/// /reserve.
Result<void> propose_surplus(Work& work, const ProposeSurplus& command);
/// Refused: `not_found`, `voucher_decided`, `same_person` at /share, and as above.
Result<void> approve_surplus(Work& work, const ApproveSurplus& command);
Result<void> reject_surplus(Work& work, const RejectSurplus& command);
Result<SurplusPreviewView> surplus_preview(const View& view, const PreviewSurplus& query);
Result<SurplusSharesView> surplus_shares(const View& view, const OrganisationQuery& query);

}  // namespace ayni
