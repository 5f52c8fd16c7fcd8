#pragma once
// Every use case by its function; `use_cases.cpp` enters them into the register.

#include "app/accounting_contract.h"
#include "app/books_contract.h"
#include "app/collection_contract.h"
#include "app/offers_contract.h"
#include "app/payment_contract.h"
#include "app/people_contract.h"
#include "app/settlement_contract.h"
#include "app/work.h"

namespace ayni {

Result<void> register_organisation(Work& work, const RegisterOrganisation& command);
Result<void> register_tax_number(Work& work, const RegisterTaxNumber& command);
Result<void> add_user(Work& work, const AddUser& command);
Result<void> require_second_factor(Work& work, const RequireSecondFactor& command);
Result<void> end_role(Work& work, const EndRole& command);
Result<void> add_product(Work& work, const AddProduct& command);
Result<void> add_household(Work& work, const AddHousehold& command);
Result<void> change_household(Work& work, const ChangeHousehold& command);
Result<HouseholdsView> households(const View& view, const OrganisationQuery& query);
Result<void> add_supplier(Work& work, const AddSupplier& command);
Result<void> add_party(Work& work, const AddParty& command);
Result<void> change_membership(Work& work, const ChangeMembership& command);
Result<void> add_certificate(Work& work, const AddCertificate& command);
Result<void> withdraw_certificate(Work& work, const WithdrawCertificate& command);
Result<void> withdraw_membership(Work& work, const WithdrawMembership& command);
Result<void> add_index_value(Work& work, const AddIndexValue& command);
Result<OrganisationsView> my_organisations(const View& view, const NoInput& query);
Result<ProductsView> products(const View& view, const OrganisationQuery& query);
Result<SuppliersView> suppliers(const View& view, const SuppliersQuery& query);
Result<UsersView> users(const View& view, const OrganisationQuery& query);

Result<void> register_source(Work& work, const RegisterSource& command);
Result<SourcesView> sources(const View& view, const OrganisationQuery& query);
Result<void> record_delivery(Work& work, const RecordDelivery& command);
Result<void> record_analysis(Work& work, const RecordAnalysis& command);
Result<void> correct_delivery(Work& work, const CorrectDelivery& command);
Result<void> withdraw_delivery(Work& work, const WithdrawDelivery& command);
Result<void> withdraw_analysis(Work& work, const WithdrawAnalysis& command);
Result<void> import_file(Work& work, const ImportFile& command);
/// Reads the file, as `import_file` would, so that its rows can be written in slices.
std::shared_ptr<Prepared> stage_import(const View& view, const ImportFile& command);
Result<void> undo_import(Work& work, const UndoImport& command);
Result<PreviewView> preview_import(const View& view, const PreviewFile& query);
Result<ImportsView> imports(const View& view, const OrganisationQuery& query);
Result<DeliveriesView> deliveries(const View& view, const DeliveriesQuery& query);
Result<DaysView> days(const View& view, const DaysQuery& query);
Result<AnalysesView> analyses(const View& view, const AnalysesQuery& query);

Result<void> sign_agreement(Work& work, const SignAgreement& command);
Result<void> set_purchase_terms(Work& work, const SetPurchaseTerms& command);
Result<void> withdraw_terms(Work& work, const WithdrawTerms& command);
Result<void> withdraw_agreement(Work& work, const WithdrawAgreement& command);
Result<CheckedTerms> check_terms(const View& view, const CheckTerms& query);
Result<TermsListView> terms(const View& view, const TermsQuery& query);
Result<PastMilk> milk_to_price(const View& view, const MilkToPrice& query);
Result<OffersView> compare_offers(const View& view, const CompareOffers& query);
Result<void> add_obligation(Work& work, const AddObligation& command);
Result<void> cancel_obligation(Work& work, const CancelObligation& command);
Result<ObligationsView> obligations(const View& view, const ObligationsQuery& query);

Result<void> compute_settlement(Work& work, const ComputeSettlement& command);
/// What `compute_settlement` would write, made on a snapshot; null where it would refuse.
std::shared_ptr<Prepared> prepare_beside(const View& view, const ComputeSettlement& command);
Result<void> approve_settlement(Work& work, const ApproveSettlement& command);
Result<void> discard_settlement(Work& work, const SettlementRefusal& command);
Result<void> reject_settlement(Work& work, const SettlementRefusal& command);
Result<void> post_settlement(Work& work, const SettlementCommand& command);
Result<void> withdraw_settlement(Work& work, const SettlementRefusal& command);
Result<SettlementsView> settlements(const View& view, const SettlementsQuery& query);
Result<SettlementView> settlement(const View& view, const SettlementCommand& query);
Result<WhatIfView> what_if(const View& view, const WhatIfQuery& query);
Result<StatementView> statement(const View& view, const StatementQuery& query);
Result<StatementsView> statements(const View& view, const SettlementCommand& query);
Result<JournalView> journal(const View& view, const JournalQuery& query);
Result<BalancesView> balances(const View& view, const BalancesQuery& query);
Result<PaymentListView> payment_list(const View& view, const SettlementCommand& query);
Result<HomeView> home(const View& view, const OrganisationQuery& query);
Result<LogListView> log_records(const View& view, const LogQuery& query);
Result<SessionsView> sessions(const View& view, const OrganisationQuery& query);
/// Refused: `not_found` at /login, for who has no role here.
Result<void> end_sessions(Work& work, const EndSessions& command);

Result<void> accrue_milk(Work& work, const AccrueMilk& command);
Result<void> record_stock(Work& work, const RecordStock& command);
Result<void> release_stock(Work& work, const ReleaseStock& command);
Result<void> record_opening(Work& work, const RecordOpening& command);
Result<void> record_premium(Work& work, const RecordPremium& command);
Result<void> reverse_entry(Work& work, const ReverseEntry& command);
Result<void> propose_voucher(Work& work, const ProposeVoucher& command);
Result<void> approve_voucher(Work& work, const ApproveVoucher& command);
Result<void> reject_voucher(Work& work, const RejectVoucher& command);
Result<VouchersView> vouchers(const View& view, const VouchersQuery& query);
Result<void> close_month(Work& work, const CloseMonth& command);
Result<void> reopen_month(Work& work, const ReopenMonth& command);
Result<ClosingsView> closings(const View& view, const OrganisationQuery& query);
Result<TrialBalanceView> trial_balance(const View& view, const ChartReportQuery& query);
Result<IncomeView> income_statement(const View& view, const ReportQuery& query);
Result<PositionView> position(const View& view, const PositionQuery& query);
Result<JournalFileView> journal_file(const View& view, const ChartReportQuery& query);
Result<CashFlowView> cash_flow(const View& view, const ReportQuery& query);
Result<void> set_pay_account(Work& work, const SetPayAccount& command);
Result<void> order_payments(Work& work, const OrderPayments& command);
Result<void> send_payments(Work& work, const SendPayments& command);
Result<void> cancel_payments(Work& work, const CancelPayments& command);
Result<void> record_payment(Work& work, const RecordPayment& command);
Result<void> record_order_paid(Work& work, const RecordOrderPaid& command);
Result<PaymentsView> payments(const View& view, const PaymentsQuery& query);
Result<PaymentOrdersView> payment_orders(const View& view, const OrganisationQuery& query);
Result<PaymentFileView> payment_file(const View& view, const PaymentOrderQuery& query);
Result<void> place_hold(Work& work, const PlaceHold& command);
Result<void> release_hold(Work& work, const ReleaseHold& command);
Result<OpenItemsView> open_items(const View& view, const OpenItemsQuery& query);
Result<HoldsView> holds(const View& view, const OrganisationQuery& query);

/// Marks every settlement of the product that covers one of the days as no longer up to date; what
/// is posted will show the difference in the next one.
void mark_changed_days(Work& work, ProductId product, Period days);
/// Marks every settlement that is computed but not posted: debts, terms, certificates, memberships
/// or indices changed. What is posted stays as it was priced.
void outdate_computed(Work& work);

}  // namespace ayni
