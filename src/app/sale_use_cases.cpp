#include "app/sale_use_cases.h"

#include "app/register.h"
#include "app/sale_queries.h"

namespace ayni {
namespace {

using enum Role;

void enter_lots(Register& all) {
    all.command<SetSaleTerms>("set_sale_terms", note<SetSaleTerms>, {manager}, set_sale_terms);
    all.command<WithdrawSaleTerms>("withdraw_sale_terms", note<WithdrawSaleTerms>, {manager},
                                   withdraw_sale_terms);
    all.command<DispatchLot>("dispatch_lot", note<DispatchLot>, {manager, accountant, collector},
                             dispatch_lot);
    all.command<AcceptLot>("accept_lot", note<AcceptLot>, {manager, accountant}, accept_lot);
    all.command<RejectLot>("reject_lot", note<RejectLot>, {manager, accountant}, reject_lot);
    all.command<CancelLot>("cancel_lot", note<CancelLot>, {manager, accountant}, cancel_lot);
    all.command<ReopenLot>("reopen_lot", note<ReopenLot>, {manager, accountant}, reopen_lot);
    all.query<LotsQuery, LotsView>(
        "lots", note<LotsView>, {manager, accountant, approver, collector, buyer, auditor}, lots);
    all.query<ArrivalsQuery, ArrivalsView>(
        "arrivals", note<ArrivalsView>, {manager, accountant, approver, collector, buyer, auditor},
        arrivals);
}

void enter_liquidations(Register& all) {
    all.command<ImportLiquidation>("import_liquidation", note<ImportLiquidation>,
                                   {manager, accountant}, import_liquidation);
    all.query<ImportLiquidation, LiquidationView>(
        "preview_liquidation",
        "A buyer's liquidation held against ours, lot by lot, before it is taken in.",
        {manager, accountant}, preview_liquidation);
    all.command<SetInvoice>("set_invoice", note<SetInvoice>, {manager, accountant}, set_invoice);
    all.command<UndoLiquidation>("undo_liquidation", note<UndoLiquidation>, {manager, accountant},
                                 undo_liquidation);
    all.command<SettleDispute>("settle_dispute", note<SettleDispute>, {approver}, settle_dispute,
                               Guard::second_factor);
    all.command<ReopenDispute>("reopen_dispute", note<ReopenDispute>, {approver}, reopen_dispute,
                               Guard::second_factor);
    all.query<LiquidationsQuery, LiquidationsView>("liquidations", note<LiquidationsView>,
                                                   {manager, accountant, approver, buyer, auditor},
                                                   liquidations);
}

void enter_receipts(Register& all) {
    all.command<RecordReceipt>("record_receipt", note<RecordReceipt>, {accountant}, record_receipt);
    all.command<ReverseReceipt>("reverse_receipt", note<ReverseReceipt>, {accountant},
                                reverse_receipt);
    all.query<BuyerAccountQuery, BuyerAccountView>("buyer_account", note<BuyerAccountView>,
                                                   {manager, accountant, approver, buyer, auditor},
                                                   buyer_account);
    all.query<DueCalendarQuery, DueCalendarView>("due_calendar", note<DueCalendarView>,
                                                 {manager, accountant, approver, buyer, auditor},
                                                 due_calendar);
    all.query<DueCalendarQuery, BreachesView>(
        "breaches", note<BreachesView>, {manager, accountant, approver, buyer, auditor}, breaches);
}

}  // namespace

void enter_sale(Register& all) {
    enter_lots(all);
    enter_liquidations(all);
    enter_receipts(all);
}

}  // namespace ayni
