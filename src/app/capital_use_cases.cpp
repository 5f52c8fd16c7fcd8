#include "app/capital_queries.h"
#include "app/register.h"
#include "app/register_parts.h"
#include "app/surplus_queries.h"

namespace ayni {

void enter_capital(Register& all) {
    using enum Role;
    all.command<ContributeCapital>("contribute_capital", note<ContributeCapital>,
                                   {manager, accountant}, contribute_capital);
    all.command<RefundCapital>("refund_capital", note<RefundCapital>, {manager, accountant},
                               refund_capital);
    all.command<ApproveRefund>("approve_refund", note<ApproveRefund>, {approver}, approve_refund,
                               Guard::second_factor);
    all.command<RejectRefund>("reject_refund", note<RejectRefund>, {approver}, reject_refund);
    all.query<CapitalRegisterQuery, CapitalRegisterView>(
        "capital_register", note<CapitalRegisterView>,
        {manager, accountant, approver, producer, auditor}, capital_register);
    all.query<CapitalMovementsQuery, CapitalMovementsView>(
        "capital_movements", note<CapitalMovementsView>, {manager, accountant, approver, auditor},
        capital_movements);
    all.command<ProposeSurplus>("propose_surplus", note<ProposeSurplus>, {manager, accountant},
                                propose_surplus);
    all.command<ApproveSurplus>("approve_surplus", note<ApproveSurplus>, {approver},
                                approve_surplus, Guard::second_factor);
    all.command<RejectSurplus>("reject_surplus", note<RejectSurplus>, {approver}, reject_surplus);
    all.query<PreviewSurplus, SurplusPreviewView>("surplus_preview", note<SurplusPreviewView>,
                                                  {manager, accountant, approver, auditor},
                                                  surplus_preview);
    all.query<OrganisationQuery, SurplusSharesView>("surplus_shares", note<SurplusSharesView>,
                                                    {manager, accountant, approver, auditor},
                                                    surplus_shares);
}

}  // namespace ayni
