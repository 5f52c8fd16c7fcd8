#pragma once
// What may be asked and told about terms, settlements, statements and the books.

#include <optional>
#include <string>
#include <vector>

#include "app/collection_contract.h"
#include "domain/alliance/agreement.h"
#include "domain/payment/payment.h"
#include "domain/sale/sale.h"
#include "domain/settlement/debt_legs.h"
#include "domain/settlement/late_payment.h"
#include "domain/settlement/settlement.h"
#include "kernel/describe.h"

namespace ayni {

/// A version of the agreement with a buyer.
struct SignAgreement {
    OrganisationId organisation;
    std::string buyer;  ///< code of the party
    std::string product;
    Date effective;
    Date signed_on;
    PriceTerms price;
};
BOOST_DESCRIBE_STRUCT(SignAgreement, (),
                      (organisation, buyer, product, effective, signed_on, price))
template <>
inline constexpr std::string_view note<SignAgreement> = "A version of the agreement with a buyer.";

/// A version of the terms between the organisation and its suppliers.
struct SetPurchaseTerms {
    OrganisationId organisation;
    std::string product;
    MembershipKind applies_to;
    Date effective;
    PriceTerms price;
    WaterfallTerms waterfall;
};
BOOST_DESCRIBE_STRUCT(SetPurchaseTerms, (),
                      (organisation, product, applies_to, effective, price, waterfall))
template <>
inline constexpr std::string_view note<SetPurchaseTerms> =
    "A version of the terms between the organisation and its suppliers.";

/// Takes back terms that were signed by mistake and by which nothing that is posted was settled.
struct WithdrawTerms {
    OrganisationId organisation;
    TermsNumber number;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawTerms, (), (organisation, number, reason))
template <>
inline constexpr std::string_view note<WithdrawTerms> =
    "Takes back terms that were signed by mistake and by which nothing that is posted was settled.";

/// Takes back an agreement that was entered by mistake; the one before is in force again.
struct WithdrawAgreement {
    OrganisationId organisation;
    AgreementNumber number;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawAgreement, (), (organisation, number, reason))
template <>
inline constexpr std::string_view note<WithdrawAgreement> =
    "Takes back an agreement that was entered by mistake; the one before is in force again.";

/// Whether terms could be saved; nothing is kept.
struct CheckTerms {
    OrganisationId organisation;
    std::string product;
    PriceTerms price;
    std::optional<WaterfallTerms> waterfall;
};
BOOST_DESCRIBE_STRUCT(CheckTerms, (), (organisation, product, price, waterfall))
template <>
inline constexpr std::string_view note<CheckTerms> =
    "Whether terms could be saved; nothing is kept.";

/// The terms can be saved.
struct CheckedTerms {
    bool valid = false;
};
BOOST_DESCRIBE_STRUCT(CheckedTerms, (), (valid))
template <>
inline constexpr std::string_view note<CheckedTerms> = "The terms can be saved.";

/// Which terms.
struct TermsQuery {
    OrganisationId organisation;
    std::string product;
};
BOOST_DESCRIBE_STRUCT(TermsQuery, (), (organisation, product))
template <>
inline constexpr std::string_view note<TermsQuery> = "Which terms.";

/// Who put something in force, and when.
struct Signature {
    std::string by;  ///< login
    Instant at;
};
BOOST_DESCRIBE_STRUCT(Signature, (), (by, at))
template <>
inline constexpr std::string_view note<Signature> = "Who put something in force, and when.";

/// A version of purchase terms.
struct TermsView {
    TermsNumber number;
    MembershipKind applies_to;
    Date effective;
    PriceTerms price;
    WaterfallTerms waterfall;
    Signature signature;
};
BOOST_DESCRIBE_STRUCT(TermsView, (), (number, applies_to, effective, price, waterfall, signature))
template <>
inline constexpr std::string_view note<TermsView> = "A version of purchase terms.";

/// What an agreement says beside the price.
struct SaleTermsView {
    SaleTermsNumber number;
    std::int64_t payment_days = 0;
    Rate weight_tolerance;
    Rate value_tolerance;
    std::optional<Quantity> expected;
    std::optional<CalendarPeriod> per;
    std::optional<Rate> expected_tolerance;
};
BOOST_DESCRIBE_STRUCT(SaleTermsView, (),
                      (number, payment_days, weight_tolerance, value_tolerance, expected, per,
                       expected_tolerance))
template <>
inline constexpr std::string_view note<SaleTermsView> =
    "What an agreement says beside the price: days until a lot is paid, by what share weight and "
    "value may differ, and how much is expected each week or month.";

/// A version of an agreement.
struct AgreementView {
    AgreementNumber number;
    std::string buyer;
    std::string buyer_name;
    Date effective;
    Date signed_on;
    PriceTerms price;
    std::optional<SaleTermsView> sale;  ///< none: due at once, nothing tolerated
};
BOOST_DESCRIBE_STRUCT(AgreementView, (),
                      (number, buyer, buyer_name, effective, signed_on, price, sale))
template <>
inline constexpr std::string_view note<AgreementView> = "A version of an agreement.";

/// All versions, newest first.
struct TermsListView {
    std::vector<TermsView> terms;
    std::vector<AgreementView> agreements;
};
BOOST_DESCRIBE_STRUCT(TermsListView, (), (terms, agreements))
template <>
inline constexpr std::string_view note<TermsListView> = "All versions, newest first.";

/// What a supplier owes, to be taken from his milk.
struct AddObligation {
    OrganisationId organisation;
    std::string supplier;
    DeductionKind kind;
    Money amount;
    Money instalment;
    Date first_due;
    std::string document;
    std::optional<std::string> creditor;  ///< code of the party, for a third party
    /// Own credit: what it is booked against; a debt from before the books began unless said.
    /// `sales_inputs` is for goods that went to the producer without standing in the store, whose
    /// cost a voucher brings (cost_of_inputs); what leaves the store goes by `sell_inputs`, with
    /// its cost.
    std::optional<DebtAgainst> against;
    /// Own credit: when money or goods were handed over; the first day due unless said, as far as
    /// that is neither to come nor too long ago.
    std::optional<Date> date;
    std::optional<Money> interest;  ///< of a loan: agreed interest, part of the amount
};
BOOST_DESCRIBE_STRUCT(AddObligation, (),
                      (organisation, supplier, kind, amount, instalment, first_due, document,
                       creditor, against, date, interest))
template <>
inline constexpr std::string_view note<AddObligation> =
    "What a supplier owes, to be taken from his milk. Goods of the store are handed over by "
    "sell_inputs, which books their cost, too.";

/// Takes back an obligation of which nothing was taken yet. That a settlement asked for it and got
/// nothing does not hinder: that settlement stays as it is, and the next one no longer asks. What a
/// settlement made (a correction, a charge carried over) goes only with it.
struct CancelObligation {
    OrganisationId organisation;
    ObligationNumber number;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CancelObligation, (), (organisation, number, reason))
template <>
inline constexpr std::string_view note<CancelObligation> =
    "Takes back an obligation of which nothing was taken yet.";

/// Whose obligations.
struct ObligationsQuery {
    OrganisationId organisation;
    std::optional<std::string> supplier;
    std::optional<bool> open_only;
};
BOOST_DESCRIBE_STRUCT(ObligationsQuery, (), (organisation, supplier, open_only))
template <>
inline constexpr std::string_view note<ObligationsQuery> = "Whose obligations.";

/// An obligation and what is left of it.
struct ObligationView {
    ObligationNumber number;
    std::string supplier;
    std::string name;
    DeductionKind kind;
    std::optional<std::string> creditor;
    Money amount;
    Money instalment;
    Money taken;
    Money remaining;
    Date first_due;
    std::string document;
    bool cancelled = false;
    std::optional<std::string> rule;   ///< code of the deduction whose charge was carried over
    Money overdue;                     ///< asked last time and not taken; asked with the next one
    std::optional<Money> interest;     ///< agreed interest of a loan, part of the amount
    std::optional<EntryNumber> entry;  ///< what entering it posted
};
BOOST_DESCRIBE_STRUCT(ObligationView, (),
                      (number, supplier, name, kind, creditor, amount, instalment, taken, remaining,
                       first_due, document, cancelled, rule, overdue, interest, entry))
template <>
inline constexpr std::string_view note<ObligationView> = "An obligation and what is left of it.";

/// Obligations by number.
struct ObligationsView {
    std::vector<ObligationView> obligations;
};
BOOST_DESCRIBE_STRUCT(ObligationsView, (), (obligations))
template <>
inline constexpr std::string_view note<ObligationsView> = "Obligations by number.";

/// Prices and settles a period; it can be repeated until it is approved.
struct ComputeSettlement {
    OrganisationId organisation;
    std::string product;
    Date first;
    Date last;
};
BOOST_DESCRIBE_STRUCT(ComputeSettlement, (), (organisation, product, first, last))
template <>
inline constexpr std::string_view note<ComputeSettlement> =
    "Prices and settles a period; it can be repeated until it is approved.";

/// Somebody other than who computed it approves it.
struct ApproveSettlement {
    OrganisationId organisation;
    SettlementNumber settlement;
    std::optional<std::string> seen;  ///< digest of the statements that he looked at
};
BOOST_DESCRIBE_STRUCT(ApproveSettlement, (), (organisation, settlement, seen))
template <>
inline constexpr std::string_view note<ApproveSettlement> =
    "Somebody other than who computed it approves it.";

/// Names a settlement: to post it, or to look at it.
struct SettlementCommand {
    OrganisationId organisation;
    SettlementNumber settlement;
};
BOOST_DESCRIBE_STRUCT(SettlementCommand, (), (organisation, settlement))
template <>
inline constexpr std::string_view note<SettlementCommand> =
    "Names a settlement: to post it, or to look at it.";

/// Sends a settlement back, or withdraws a posted one, with the reason.
struct SettlementRefusal {
    OrganisationId organisation;
    SettlementNumber settlement;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(SettlementRefusal, (), (organisation, settlement, reason))
template <>
inline constexpr std::string_view note<SettlementRefusal> =
    "Sends a settlement back, or withdraws a posted one, with the reason.";

/// Which settlements.
struct SettlementsQuery {
    OrganisationId organisation;
    std::optional<std::string> product;
};
BOOST_DESCRIBE_STRUCT(SettlementsQuery, (), (organisation, product))
template <>
inline constexpr std::string_view note<SettlementsQuery> = "Which settlements.";

/// A settlement as the list shows it.
struct SettlementSummary {
    SettlementNumber settlement;
    std::string product;
    Date first;
    Date last;
    SettlementState state;
    std::string computed_by;
    Instant computed_at;
    std::optional<std::string> approved_by;
    std::optional<Instant> approved_at;
    std::optional<std::string> rejection;
    bool outdated = false;  ///< data arrived after it was computed
    std::int64_t producers = 0;
    std::int64_t deliveries = 0;
    Quantity quantity;
    Money gross;
    Money deducted;
    Money net;
    std::string digest;  ///< over all statements
};
BOOST_DESCRIBE_STRUCT(SettlementSummary, (),
                      (settlement, product, first, last, state, computed_by, computed_at,
                       approved_by, approved_at, rejection, outdated, producers, deliveries,
                       quantity, gross, deducted, net, digest))
template <>
inline constexpr std::string_view note<SettlementSummary> = "A settlement as the list shows it.";

/// Settlements, newest first.
struct SettlementsView {
    std::vector<SettlementSummary> settlements;
};
BOOST_DESCRIBE_STRUCT(SettlementsView, (), (settlements))
template <>
inline constexpr std::string_view note<SettlementsView> = "Settlements, newest first.";

/// Where the money goes: one kind of line over all producers.
struct FlowView {
    LineKind kind;
    std::string label;
    std::optional<DeductionKind> deduction;
    Money amount;
    Money carried;
    std::int64_t producers = 0;
};
BOOST_DESCRIBE_STRUCT(FlowView, (), (kind, label, deduction, amount, carried, producers))
template <>
inline constexpr std::string_view note<FlowView> =
    "Where the money goes: one kind of line over all producers.";

/// One producer in the table of a settlement.
struct ProducerRow {
    std::string supplier;
    std::string name;
    bool member = false;
    std::optional<std::string> hamlet;
    Quantity quantity;
    Money gross;
    Money deducted;
    Money net;
    Money carried;
    bool capped = false;  ///< something was left over
    Price mean_price;     ///< gross of the milk for each unit
};
BOOST_DESCRIBE_STRUCT(ProducerRow, (),
                      (supplier, name, member, hamlet, quantity, gross, deducted, net, carried,
                       capped, mean_price))
template <>
inline constexpr std::string_view note<ProducerRow> = "One producer in the table of a settlement.";

/// Something due that the settlement did not ask, because the terms have no rule of its kind.
struct UnaskedView {
    ObligationNumber obligation;
    std::string supplier;
    std::string name;
    DeductionKind kind;
    Money remaining;
};
BOOST_DESCRIBE_STRUCT(UnaskedView, (), (obligation, supplier, name, kind, remaining))
template <>
inline constexpr std::string_view note<UnaskedView> =
    "Something due that the settlement did not ask, because the terms have no rule of its kind.";

/// A settlement whole: its flows and its producers.
struct SettlementView {
    SettlementSummary summary;
    std::vector<FlowView> flows;
    std::vector<ProducerRow> producers;
    bool may_approve = false;  ///< the asking user may
    bool may_post = false;
    std::vector<UnaskedView> not_asked;  ///< of its producers, by code; changes no money
};
BOOST_DESCRIBE_STRUCT(SettlementView, (),
                      (summary, flows, producers, may_approve, may_post, not_asked))
template <>
inline constexpr std::string_view note<SettlementView> =
    "A settlement whole: its flows and its producers.";

/// If the buyer pays only a share, or late.
struct WhatIfQuery {
    OrganisationId organisation;
    SettlementNumber settlement;
    Rate share;
    std::int32_t days_late = 0;
    std::optional<Date> pay_day;  ///< absent: the period's last day, or today after it
};
BOOST_DESCRIBE_STRUCT(WhatIfQuery, (), (organisation, settlement, share, days_late, pay_day))
template <>
inline constexpr std::string_view note<WhatIfQuery> =
    "If the buyer pays only a share of what the milk is worth, or late.";

/// What one producer gets then.
struct WhatIfRow {
    std::string supplier;
    std::string name;
    Money agreed;
    Money on_pay_day;
    Money later;  ///< when the buyer's money comes
    Money postponed_deductions;
    Money still_owed;
};
BOOST_DESCRIBE_STRUCT(WhatIfRow, (),
                      (supplier, name, agreed, on_pay_day, later, postponed_deductions, still_owed))
template <>
inline constexpr std::string_view note<WhatIfRow> = "What one producer gets then.";

/// Everyone then, and the sums.
struct WhatIfView {
    Date pay_day;
    Date money_comes;  ///< pay day, or as many days after it as the buyer is late
    Money agreed;
    Money on_pay_day;
    Money later;
    Money postponed_deductions;
    Money still_owed;
    std::int64_t short_of_agreed = 0;  ///< producers who get less on pay day
    std::vector<WhatIfRow> producers;
};
BOOST_DESCRIBE_STRUCT(WhatIfView, (),
                      (pay_day, money_comes, agreed, on_pay_day, later, postponed_deductions,
                       still_owed, short_of_agreed, producers))
template <>
inline constexpr std::string_view note<WhatIfView> = "Everyone then, and the sums.";

/// Whose statement of which settlement.
struct StatementQuery {
    OrganisationId organisation;
    SettlementNumber settlement;
    std::string supplier;
};
BOOST_DESCRIBE_STRUCT(StatementQuery, (), (organisation, settlement, supplier))
template <>
inline constexpr std::string_view note<StatementQuery> = "Whose statement of which settlement.";

/// A delivery of an earlier period that is new (nothing before), withdrawn (nothing now), corrected
/// or priced anew.
struct LateDeliveryView {
    Date day;
    Shift shift;
    std::optional<Quantity> quantity_before;
    std::optional<Money> value_before;
    std::optional<Quantity> quantity_now;
    std::optional<Money> value_now;
};
BOOST_DESCRIBE_STRUCT(LateDeliveryView, (),
                      (day, shift, quantity_before, value_before, quantity_now, value_now))
template <>
inline constexpr std::string_view note<LateDeliveryView> =
    "A delivery of an earlier period that is new (nothing before), withdrawn (nothing now), "
    "corrected or priced anew.";

/// Why a difference of an earlier period came about.
struct LateView {
    Date first;  ///< of the period that it corrects
    Date last;
    Quantity quantity;                         ///< by which its accepted milk changed
    std::int64_t changes = 0;                  ///< deliveries that changed
    std::vector<LateDeliveryView> deliveries;  ///< the first twenty of them, by day and shift
};
BOOST_DESCRIBE_STRUCT(LateView, (), (first, last, quantity, changes, deliveries))
template <>
inline constexpr std::string_view note<LateView> =
    "Why a difference of an earlier period came about.";

/// One line of a statement, in words.
struct StatementLineView {
    LineKind kind;
    std::string label;   ///< Flete, Grasa, Precio base
    std::string detail;  ///< the rule in short
    Money amount;
    Money carried;
    std::optional<DeductionKind> deduction;
    std::optional<Money> remaining;  ///< of the obligation, after this
    std::int64_t reference = 0;
    std::optional<LateView> late{};  ///< of a difference of an earlier period
};
BOOST_DESCRIBE_STRUCT(StatementLineView, (),
                      (kind, label, detail, amount, carried, deduction, remaining, reference, late))
template <>
inline constexpr std::string_view note<StatementLineView> = "One line of a statement, in words.";
template <>
inline constexpr auto field_notes<StatementLineView> =
    std::to_array<FieldNote>({{.field = "detail", .may_be_empty = true}});

/// A delivery with how its price came about.
struct PricedDelivery {
    Date day;
    Shift shift;
    SourceId source;
    std::int64_t sequence = 0;
    Quantity quantity;
    std::vector<NamedReading> readings;
    Price price;
    Money value;
    std::vector<PriceLine> explanation;
};
BOOST_DESCRIBE_STRUCT(PricedDelivery, (),
                      (day, shift, source, sequence, quantity, readings, price, value, explanation))
template <>
inline constexpr std::string_view note<PricedDelivery> =
    "A delivery with how its price came about.";

/// The milk of one day of a statement.
struct StatementDay {
    Date day;
    Quantity quantity;
    Quantity rejected;
};
BOOST_DESCRIBE_STRUCT(StatementDay, (), (day, quantity, rejected))
template <>
inline constexpr std::string_view note<StatementDay> = "The milk of one day of a statement.";

/// A payment of what a statement comes to, and where it stands.
struct StatementPayment {
    std::string reference;
    Money amount;
    PaymentMethod method;
    PaymentState state;
    Date day;  ///< on which it got there; of what is only ordered, on which it is to be paid
};
BOOST_DESCRIBE_STRUCT(StatementPayment, (), (reference, amount, method, state, day))
template <>
inline constexpr std::string_view note<StatementPayment> =
    "A payment of what a statement comes to, and where it stands.";

/// A producer's statement, whole.
struct StatementView {
    std::string organisation_name;
    std::string supplier;
    std::string name;
    bool member = false;
    std::optional<std::string> hamlet;
    std::string product;
    std::string unit;
    Date first;
    Date last;
    SettlementState state;
    std::int64_t deliveries = 0;
    Quantity quantity;
    Quantity rejected;
    Money gross;
    Money deducted;
    Money net;
    std::optional<EntryNumber> entry;  ///< in the book, once posted
    std::vector<StatementDay> days;
    std::vector<StatementLineView> lines;
    std::vector<PricedDelivery> priced;
    std::string text_message;                ///< at most 160 letters of GSM
    std::vector<StatementPayment> payments;  ///< of one statement that is asked for by itself
};
BOOST_DESCRIBE_STRUCT(StatementView, (),
                      (organisation_name, supplier, name, member, hamlet, product, unit, first,
                       last, state, deliveries, quantity, rejected, gross, deducted, net, entry,
                       days, lines, priced, text_message, payments))
template <>
inline constexpr std::string_view note<StatementView> = "A producer's statement, whole.";

/// Every producer's statement of a settlement, by code.
struct StatementsView {
    std::vector<StatementView> statements;
};
BOOST_DESCRIBE_STRUCT(StatementsView, (), (statements))
template <>
inline constexpr std::string_view note<StatementsView> =
    "Every producer's statement of a settlement, by code.";

/// Which entries.
struct JournalQuery {
    OrganisationId organisation;
    std::optional<Date> first;
    std::optional<Date> last;
    std::optional<AccountRole> account;
    std::optional<std::string> party;
    std::optional<std::int64_t> settlement;
    std::optional<std::int64_t> offset;
    std::optional<std::int64_t> limit;  ///< 100 unless said, 1,000 at most
};
BOOST_DESCRIBE_STRUCT(JournalQuery, (),
                      (organisation, first, last, account, party, settlement, offset, limit))
template <>
inline constexpr std::string_view note<JournalQuery> = "Which entries.";

/// One movement of an entry.
struct LegView {
    AccountRole account;
    std::optional<std::string> party;
    std::optional<std::string> party_name;
    std::optional<std::string> about;
    Money amount;  ///< debit above zero, credit below
};
BOOST_DESCRIBE_STRUCT(LegView, (), (account, party, party_name, about, amount))
template <>
inline constexpr std::string_view note<LegView> = "One movement of an entry.";

/// An entry of the journal.
struct EntryView {
    EntryNumber number;
    Date date;
    Date event_date;
    EntryKind kind;
    std::int64_t subject = 0;
    EntryNumber reverses;
    std::vector<LegView> legs;
};
BOOST_DESCRIBE_STRUCT(EntryView, (), (number, date, event_date, kind, subject, reverses, legs))
template <>
inline constexpr std::string_view note<EntryView> = "An entry of the journal.";

/// Entries by number.
struct JournalView {
    std::int64_t total = 0;
    std::vector<EntryView> entries;
};
BOOST_DESCRIBE_STRUCT(JournalView, (), (total, entries))
template <>
inline constexpr std::string_view note<JournalView> = "Entries by number.";

/// Balances as of the end of a day.
struct BalancesQuery {
    OrganisationId organisation;
    std::optional<Date> as_of;
    std::optional<bool> by_party;
    std::optional<AccountRole> account;
};
BOOST_DESCRIBE_STRUCT(BalancesQuery, (), (organisation, as_of, by_party, account))
template <>
inline constexpr std::string_view note<BalancesQuery> = "Balances as of the end of a day.";

/// What an account amounts to.
struct BalanceView {
    AccountRole account;
    AccountClass account_class;
    std::optional<std::string> party;
    std::optional<std::string> party_name;
    Money amount;
};
BOOST_DESCRIBE_STRUCT(BalanceView, (), (account, account_class, party, party_name, amount))
template <>
inline constexpr std::string_view note<BalanceView> = "What an account amounts to.";

/// Balances by account; they sum to zero in each currency.
struct BalancesView {
    Date as_of;
    std::vector<BalanceView> balances;
    Money sum;
};
BOOST_DESCRIBE_STRUCT(BalancesView, (), (as_of, balances, sum))
template <>
inline constexpr std::string_view note<BalancesView> =
    "Balances by account; they sum to zero in each currency.";

/// What is to be paid to one producer.
struct PaymentRow {
    std::string supplier;
    std::string name;
    Money amount;
    std::string reference;                ///< stable: the same payment has the same one for ever
    std::optional<PaymentMethod> method;  ///< of what is ordered already
    std::optional<PaymentState> state;    ///< ordered, sent, unknown; none: it is not ordered yet
};
BOOST_DESCRIBE_STRUCT(PaymentRow, (), (supplier, name, amount, reference, method, state))
template <>
inline constexpr std::string_view note<PaymentRow> =
    "What is still to be paid to one producer: less what he was paid and what is set aside.";

/// The payments of a settlement and their control sum.
struct PaymentListView {
    std::string organisation_name;
    SettlementNumber settlement;
    Date first;
    Date last;
    std::int64_t count = 0;
    Money total;
    std::vector<PaymentRow> payments;
};
BOOST_DESCRIBE_STRUCT(PaymentListView, (),
                      (organisation_name, settlement, first, last, count, total, payments))
template <>
inline constexpr std::string_view note<PaymentListView> =
    "What is still to be paid of a settlement, and its control sum: what is not ordered yet, and "
    "what is ordered and not paid.";

/// Something that waits for the user.
struct HomeItem {
    /// analyses compute approve post rejected outdated; payments_failed order_payments
    /// send_payments payment_results missing_numbers approve_voucher approve_refund
    /// approve_surplus late_buyer settle_disputes decide_lots explain_lines close_month;
    /// backups_off backup_missing backup_overdue backup_failed
    std::string kind;
    std::int64_t count = 0;
    std::optional<SettlementNumber> settlement;
    std::optional<Date> first;
    std::optional<Date> last;
    std::optional<std::string> product;  ///< code; of what waits to be settled
    std::optional<PaymentOrderNumber> order;
    std::optional<std::string> party;  ///< code; of who owes
    std::optional<std::string> party_name;
    std::optional<Money> amount;  ///< of all that it counts
};
BOOST_DESCRIBE_STRUCT(HomeItem, (),
                      (kind, count, settlement, first, last, product, order, party, party_name,
                       amount))
template <>
inline constexpr std::string_view note<HomeItem> = "Something that waits for the user.";

/// What needs the user today. A figure is told to whoever may ask for what it comes from: milk by
/// `days`, prices and what waits by `settlements`, what is owed by `balances`.
struct HomeView {
    Date today;
    Date newest;  ///< newest day with milk
    std::vector<HomeItem> items;
    std::vector<DayView> days;  ///< the last fifteen with milk
    Quantity newest_quantity;
    Quantity period_quantity;         ///< that no settlement has taken in yet
    std::optional<Price> mean_price;  ///< of the last settlement
    std::optional<Money> to_pay;      ///< the balance of what is owed to producers today
    std::int64_t producers_to_pay = 0;
};
BOOST_DESCRIBE_STRUCT(HomeView, (),
                      (today, newest, items, days, newest_quantity, period_quantity, mean_price,
                       to_pay, producers_to_pay))
template <>
inline constexpr std::string_view note<HomeView> = "What needs the user today.";

/// Which part of the log.
struct LogQuery {
    OrganisationId organisation;
    std::optional<std::int64_t> before;  ///< position
    std::optional<std::int64_t> limit;
    std::optional<std::string> actor;    ///< login
    std::optional<std::string> command;  ///< name of the use case
};
BOOST_DESCRIBE_STRUCT(LogQuery, (), (organisation, before, limit, actor, command))
template <>
inline constexpr std::string_view note<LogQuery> = "Which part of the log.";

/// A record of the log.
struct LogView {
    std::int64_t position = 0;
    Instant at;
    std::string actor;
    std::string command;
    std::string payload;
    std::string hash;
};
BOOST_DESCRIBE_STRUCT(LogView, (), (position, at, actor, command, payload, hash))
template <>
inline constexpr std::string_view note<LogView> = "A record of the log.";

/// Records, newest first.
struct LogListView {
    std::vector<LogView> records;
    std::optional<std::int64_t> earlier;  ///< say it as `before` to go on; none: that was all
};
BOOST_DESCRIBE_STRUCT(LogListView, (), (records, earlier))
template <>
inline constexpr std::string_view note<LogListView> =
    "Records, newest first, as far as was looked back for them; `earlier` goes on from there.";

/// Somebody who is signed in now.
struct SessionOfUser {
    std::string login;
    std::string name;
    Instant since;
    Instant seen;  ///< to about a minute
    bool by_link = false;
    bool second_factor = false;
};
BOOST_DESCRIBE_STRUCT(SessionOfUser, (), (login, name, since, seen, by_link, second_factor))
template <>
inline constexpr std::string_view note<SessionOfUser> =
    "Somebody who is signed in now: since when, when he was seen last, whether he came by a "
    "single-use link, and whether he gave a second factor.";

/// Who is signed in now, by login.
struct SessionsView {
    std::vector<SessionOfUser> sessions;
};
BOOST_DESCRIBE_STRUCT(SessionsView, (), (sessions))
template <>
inline constexpr std::string_view note<SessionsView> =
    "Who is signed in now, of those who have a role in the organisation.";

/// Signs somebody out everywhere.
struct EndSessions {
    OrganisationId organisation;
    std::string login;
};
BOOST_DESCRIBE_STRUCT(EndSessions, (), (organisation, login))
template <>
inline constexpr std::string_view note<EndSessions> =
    "Signs somebody out on every device, as when a telephone is lost; his single-use links that "
    "nobody used no longer open.";

}  // namespace ayni
