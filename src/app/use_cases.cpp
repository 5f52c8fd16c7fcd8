#include "app/use_cases.h"

#include "app/banking_use_cases.h"
#include "app/buying_queries.h"
#include "app/payment_queries.h"
#include "app/register.h"
#include "app/register_parts.h"
#include "app/sale_use_cases.h"

namespace ayni {
namespace {

using enum Role;

void enter_people(Register& all) {
    all.command<RegisterOrganisation>("register_organisation", note<RegisterOrganisation>,
                                      {administrator}, register_organisation);
    all.command<RegisterTaxNumber>("register_tax_number", note<RegisterTaxNumber>, {administrator},
                                   register_tax_number);
    all.command<AddUser>("add_user", note<AddUser>, {administrator}, add_user,
                         Guard::second_factor);
    all.command<EndRole>("end_role", note<EndRole>, {administrator}, end_role,
                         Guard::second_factor);
    all.command<RequireSecondFactor>("require_second_factor", note<RequireSecondFactor>,
                                     {administrator}, require_second_factor, Guard::second_factor);
    all.command<AddProduct>("add_product", note<AddProduct>, {administrator, manager}, add_product);
    all.command<AddHousehold>("add_household", note<AddHousehold>, {administrator, manager},
                              add_household);
    all.command<ChangeHousehold>("change_household", note<ChangeHousehold>,
                                 {administrator, manager}, change_household);
    all.query<OrganisationQuery, HouseholdsView>(
        "households", note<HouseholdsView>,
        {administrator, manager, accountant, approver, collector, auditor}, households);
    all.command<AddSupplier>("add_supplier", note<AddSupplier>, {administrator, manager},
                             add_supplier);
    all.command<AddParty>("add_party", note<AddParty>, {administrator, manager, accountant},
                          add_party);
    all.command<ChangeMembership>("change_membership", note<ChangeMembership>,
                                  {administrator, manager}, change_membership);
    all.command<AddCertificate>("add_certificate", note<AddCertificate>, {administrator, manager},
                                add_certificate);
    all.command<WithdrawCertificate>("withdraw_certificate", note<WithdrawCertificate>,
                                     {administrator, manager}, withdraw_certificate);
    all.command<WithdrawMembership>("withdraw_membership", note<WithdrawMembership>,
                                    {administrator, manager}, withdraw_membership);
    all.command<AddIndexValue>("add_index_value", note<AddIndexValue>, {manager, accountant},
                               add_index_value);
    all.query<NoInput, OrganisationsView>("my_organisations", note<OrganisationsView>, {},
                                          my_organisations);
    all.query<OrganisationQuery, ProductsView>(
        "products", note<ProductsView>,
        {administrator, manager, accountant, approver, collector, producer, buyer, auditor},
        products);
    all.query<SuppliersQuery, SuppliersView>(
        "suppliers", note<SuppliersView>,
        {administrator, manager, accountant, approver, collector, producer, auditor}, suppliers);
    all.query<OrganisationQuery, UsersView>("users", note<UsersView>, {administrator, auditor},
                                            users);
}

void enter_collection(Register& all) {
    all.command<RegisterSource>("register_source", note<RegisterSource>, {administrator, manager},
                                register_source);
    all.query<OrganisationQuery, SourcesView>(
        "sources", note<SourcesView>, {administrator, manager, accountant, collector, auditor},
        sources);
    all.command<RecordDelivery>("record_delivery", note<RecordDelivery>,
                                {manager, accountant, collector}, record_delivery);
    all.command<RecordAnalysis>("record_analysis", note<RecordAnalysis>, {manager, accountant},
                                record_analysis);
    all.command<CorrectDelivery>("correct_delivery", note<CorrectDelivery>, {manager, accountant},
                                 correct_delivery);
    all.command<WithdrawDelivery>("withdraw_delivery", note<WithdrawDelivery>,
                                  {manager, accountant}, withdraw_delivery);
    all.command<WithdrawAnalysis>("withdraw_analysis", note<WithdrawAnalysis>,
                                  {manager, accountant}, withdraw_analysis);
    all.command<ImportFile>("import_file", note<ImportFile>, {manager, accountant}, import_file);
    all.prepared_by<ImportFile>("import_file", stage_import);
    all.command<UndoImport>("undo_import", note<UndoImport>, {manager, accountant}, undo_import);
    all.query<PreviewFile, PreviewView>("preview_import", note<PreviewFile>, {manager, accountant},
                                        preview_import);
    all.query<OrganisationQuery, ImportsView>("imports", note<ImportsView>,
                                              {manager, accountant, approver, auditor}, imports);
    all.query<DeliveriesQuery, DeliveriesView>(
        "deliveries", note<DeliveriesView>,
        {manager, accountant, approver, collector, producer, auditor}, deliveries);
    all.query<DaysQuery, DaysView>("days", note<DaysView>,
                                   {manager, accountant, approver, collector, producer, auditor},
                                   days);
    all.query<AnalysesQuery, AnalysesView>(
        "analyses", note<AnalysesView>,
        {manager, accountant, approver, collector, producer, auditor}, analyses);
}

void enter_terms(Register& all) {
    all.command<SignAgreement>("sign_agreement", note<SignAgreement>, {manager}, sign_agreement);
    all.command<SetPurchaseTerms>("set_purchase_terms", note<SetPurchaseTerms>, {manager},
                                  set_purchase_terms);
    all.command<WithdrawTerms>("withdraw_terms", note<WithdrawTerms>, {manager}, withdraw_terms);
    all.command<WithdrawAgreement>("withdraw_agreement", note<WithdrawAgreement>, {manager},
                                   withdraw_agreement);
    all.command<SetBuyingPolicy>("set_buying_policy", note<SetBuyingPolicy>, {accountant},
                                 set_buying_policy);
    all.query<OrganisationQuery, BuyingPoliciesView>("buying_policies", note<BuyingPoliciesView>,
                                                     {manager, accountant, approver, auditor},
                                                     buying_policies);
    all.query<CheckTerms, CheckedTerms>("check_terms", note<CheckTerms>,
                                        {manager, accountant, approver}, check_terms);
    all.query<TermsQuery, TermsListView>("terms", note<TermsListView>,
                                         {manager, accountant, approver, auditor}, terms);
    all.query<CompareOffers, OffersView>("compare_offers", note<CompareOffers>,
                                         {manager, accountant, approver}, compare_offers);
    all.query<MilkToPrice, PastMilk>("milk_to_price", note<PastMilk>,
                                     {manager, accountant, approver}, milk_to_price);
    all.command<AddObligation>("add_obligation", note<AddObligation>, {manager, accountant},
                               add_obligation);
    all.command<CancelObligation>("cancel_obligation", note<CancelObligation>,
                                  {manager, accountant}, cancel_obligation);
    all.query<ObligationsQuery, ObligationsView>("obligations", note<ObligationsView>,
                                                 {manager, accountant, approver, producer, auditor},
                                                 obligations);
}

void enter_settlement(Register& all) {
    all.command<ComputeSettlement>("compute_settlement", note<ComputeSettlement>,
                                   {manager, accountant}, compute_settlement);
    all.prepared_by<ComputeSettlement>("compute_settlement", prepare_beside);
    all.command<ApproveSettlement>("approve_settlement", note<ApproveSettlement>, {approver},
                                   approve_settlement, Guard::second_factor);
    all.command<SettlementRefusal>("discard_settlement",
                                   "Gives up a settlement that is not posted: its days are free.",
                                   {manager, accountant}, discard_settlement);
    all.command<SettlementRefusal>("reject_settlement",
                                   "Sends a computed or approved settlement back, with a reason.",
                                   {approver}, reject_settlement);
    all.command<SettlementCommand>("post_settlement",
                                   "Writes an approved settlement into the books, once.",
                                   {manager, accountant}, post_settlement, Guard::second_factor);
    all.command<SettlementRefusal>(
        "withdraw_settlement", "Takes a posted, unpaid settlement back by reversing its entries.",
        {approver}, withdraw_settlement, Guard::second_factor);
    all.query<SettlementsQuery, SettlementsView>("settlements", note<SettlementsView>,
                                                 {manager, accountant, approver, producer, auditor},
                                                 settlements);
    all.query<SettlementCommand, SettlementView>(
        "settlement", note<SettlementView>, {manager, accountant, approver, auditor}, settlement);
    all.query<WhatIfQuery, WhatIfView>("what_if", note<WhatIfView>, {manager, accountant, approver},
                                       what_if);
    all.query<StatementQuery, StatementView>("statement", note<StatementView>,
                                             {manager, accountant, approver, producer, auditor},
                                             statement);
    all.query<SettlementCommand, StatementsView>(
        "statements", note<StatementsView>, {manager, accountant, approver, auditor}, statements);
    all.query<SettlementCommand, PaymentListView>("payment_list", note<PaymentListView>,
                                                  {manager, accountant, approver, auditor},
                                                  payment_list);
}

void enter_books(Register& all) {
    all.command<AccrueMilk>("accrue_milk", note<AccrueMilk>, {accountant}, accrue_milk);
    all.command<RecordStock>("record_stock", note<RecordStock>, {accountant}, record_stock);
    all.command<ReleaseStock>("release_stock", note<ReleaseStock>, {accountant}, release_stock);
    all.command<RecordOpening>("record_opening", note<RecordOpening>, {accountant}, record_opening);
    all.command<RecordPremium>("record_premium", note<RecordPremium>, {manager, accountant},
                               record_premium);
    all.command<ReverseEntry>("reverse_entry", note<ReverseEntry>, {accountant}, reverse_entry);
    all.command<PlaceHold>("place_hold", note<PlaceHold>, {manager, accountant}, place_hold);
    all.command<ReleaseHold>("release_hold", note<ReleaseHold>, {manager, accountant},
                             release_hold);
    all.query<OrganisationQuery, HoldsView>("holds", note<HoldsView>,
                                            {manager, accountant, approver, auditor}, holds);
    all.query<JournalQuery, JournalView>("journal", note<JournalView>,
                                         {manager, accountant, approver, auditor}, journal);
    all.query<OpenItemsQuery, OpenItemsView>("open_items", note<OpenItemsView>,
                                             {manager, accountant, approver, auditor}, open_items);
    all.query<BalancesQuery, BalancesView>("balances", note<BalancesView>,
                                           {manager, accountant, approver, auditor}, balances);
    all.query<OrganisationQuery, HomeView>(
        "home", note<HomeView>,
        {administrator, manager, accountant, approver, collector, producer, buyer, auditor}, home);
    all.query<OrganisationQuery, SessionsView>("sessions", note<SessionsView>,
                                               {administrator, auditor}, sessions);
    all.command<EndSessions>("end_sessions", note<EndSessions>, {administrator}, end_sessions);
    all.query<LogQuery, LogListView>("log", note<LogListView>, {administrator, auditor},
                                     log_records);
}

void enter_payments(Register& all) {
    all.command<SetPayAccount>("set_pay_account", note<SetPayAccount>, {manager, accountant},
                               set_pay_account, Guard::second_factor);
    all.command<OrderPayments>("order_payments", note<OrderPayments>, {manager, accountant},
                               order_payments);
    all.command<SendPayments>("send_payments", note<SendPayments>, {approver}, send_payments,
                              Guard::second_factor);
    all.command<CancelPayments>("cancel_payments", note<CancelPayments>,
                                {manager, accountant, approver}, cancel_payments);
    all.command<RecordPayment>("record_payment", note<RecordPayment>, {accountant}, record_payment);
    all.command<TakeBackPayment>("take_back_payment", note<TakeBackPayment>, {accountant},
                                 take_back_payment);
    all.command<RecordOrderPaid>("record_order_paid", note<RecordOrderPaid>, {accountant},
                                 record_order_paid);
    all.query<PaymentsQuery, PaymentsView>("payments", note<PaymentsView>,
                                           {manager, accountant, approver, auditor}, payments);
    all.query<OrganisationQuery, PaymentOrdersView>("payment_orders", note<PaymentOrdersView>,
                                                    {manager, accountant, approver, auditor},
                                                    payment_orders);
}

void enter_accounting(Register& all) {
    all.command<ProposeVoucher>("propose_voucher", note<ProposeVoucher>, {manager, accountant},
                                propose_voucher);
    all.command<ApproveVoucher>("approve_voucher", note<ApproveVoucher>, {approver},
                                approve_voucher, Guard::second_factor);
    all.command<RejectVoucher>("reject_voucher", note<RejectVoucher>, {approver}, reject_voucher);
    all.query<VouchersQuery, VouchersView>("vouchers", note<VouchersView>,
                                           {manager, accountant, approver, auditor}, vouchers);
    all.command<CloseMonth>("close_month", note<CloseMonth>, {accountant}, close_month);
    all.command<ReopenMonth>("reopen_month", note<ReopenMonth>, {approver}, reopen_month);
    all.query<OrganisationQuery, ClosingsView>("closings", note<ClosingsView>,
                                               {manager, accountant, approver, auditor}, closings);
    all.query<ChartReportQuery, TrialBalanceView>("trial_balance", note<TrialBalanceView>,
                                                  {manager, accountant, approver, auditor},
                                                  trial_balance);
    all.query<ReportQuery, IncomeView>("income_statement", note<IncomeView>,
                                       {manager, accountant, approver, auditor}, income_statement);
    all.query<PositionQuery, PositionView>("position", note<PositionView>,
                                           {manager, accountant, approver, auditor}, position);
    all.query<ChartReportQuery, JournalFileView>("journal_file", note<JournalFileView>,
                                                 {manager, accountant, approver, auditor},
                                                 journal_file);
    all.query<ReportQuery, CashFlowView>("cash_flow", note<CashFlowView>,
                                         {manager, accountant, approver, auditor}, cash_flow);
}

}  // namespace

const Register& the_register() {
    static const Register all = [] {
        Register entered;
        enter_people(entered);
        enter_collection(entered);
        enter_terms(entered);
        enter_settlement(entered);
        enter_books(entered);
        enter_payments(entered);
        enter_accounting(entered);
        enter_sale(entered);
        enter_banking(entered);
        enter_people_views(entered);
        enter_capital(entered);
        enter_charts(entered);
        enter_assets(entered);
        enter_inputs(entered);
        enter_health(entered);
        return entered;
    }();
    return all;
}

}  // namespace ayni
