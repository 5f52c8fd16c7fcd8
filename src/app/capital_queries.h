#pragma once
// Members' capital: the register of shares, contributions and refunds by hand.

#include "app/capital_contract.h"
#include "app/work.h"
#include "domain/capital/share_register.h"

namespace ayni {

/// The shares with every entry up to a day.
[[nodiscard]] ShareRegister shares_on(const View& view, Date day);
/// Undoes the entry of a contribution or refund by its reversal. Refused, at /entry:
/// `capital_not_enough` when what was paid in was given back by now, `entry_not_by_hand` when what
/// is owed back was paid by now.
[[nodiscard]] Result<void> reverse_capital(Work& work, const Entry& entry,
                                           const std::string& reason);

/// Refused: `unknown_supplier`, `not_a_member` at /member; as `capital_legs`; `day_not_plausible`,
/// `month_closed`; `already_recorded` at /document.
Result<void> contribute_capital(Work& work, const ContributeCapital& command);
/// Refused: as above, but `still_a_member` at /member; `capital_not_enough` at /amount.
Result<void> refund_capital(Work& work, const RefundCapital& command);
/// Refused: `not_found`, `voucher_decided`, `same_person` at /refund; `still_a_member`,
/// `capital_not_enough`.
Result<void> approve_refund(Work& work, const ApproveRefund& command);
Result<void> reject_refund(Work& work, const RejectRefund& command);
Result<CapitalRegisterView> capital_register(const View& view, const CapitalRegisterQuery& query);
Result<CapitalMovementsView> capital_movements(const View& view,
                                               const CapitalMovementsQuery& query);

}  // namespace ayni
