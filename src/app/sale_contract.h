#pragma once
// Inputs and outputs of what is sold: terms, lots, liquidations, disputes, receipts.

#include "app/collection_contract.h"
#include "app/people_contract.h"
#include "domain/sale/sale.h"

namespace ayni {

/// What an agreement says beside the price.
struct SetSaleTerms {
    OrganisationId organisation;
    AgreementNumber agreement;
    std::int64_t payment_days;
    Rate weight_tolerance;
    Rate value_tolerance;
    std::optional<Quantity> expected;
    std::optional<CalendarPeriod> per;
    std::optional<Rate> expected_tolerance;
};
BOOST_DESCRIBE_STRUCT(SetSaleTerms, (),
                      (organisation, agreement, payment_days, weight_tolerance, value_tolerance,
                       expected, per, expected_tolerance))
template <>
inline constexpr std::string_view note<SetSaleTerms> =
    "What an agreement with a buyer says beside the price: days until he pays a lot, by what share "
    "weight and value of a lot may differ, and how much is expected each week or month.";
template <>
inline constexpr auto field_notes<SetSaleTerms> =
    std::to_array<FieldNote>({{.field = "payment_days", .least = 0, .most = 366}});

/// Takes terms of sale back that were entered by mistake.
struct WithdrawSaleTerms {
    OrganisationId organisation;
    SaleTermsNumber number;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawSaleTerms, (), (organisation, number, reason))
template <>
inline constexpr std::string_view note<WithdrawSaleTerms> =
    "Takes terms of sale back that were entered by mistake; lots that were accepted stay as they "
    "are.";

/// A lot leaves for a buyer.
struct DispatchLot {
    OrganisationId organisation;
    Date day;
    std::string product;
    std::string buyer;
    std::string code;
    std::optional<std::string> tank;
    std::optional<Quantity> quantity;
    std::optional<Quantity> litres;
    std::optional<Rate> density;
    std::optional<Date> collected_from;
    std::optional<std::vector<NamedReading>> readings;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(DispatchLot, (),
                      (organisation, day, product, buyer, code, tank, quantity, litres, density,
                       collected_from, readings, note))
template <>
inline constexpr std::string_view note<DispatchLot> =
    "A lot leaves for a buyer: litres, or the quantity in the product's unit, or both, and our own "
    "analysis if there is one. It is no sale before he accepts it.";

/// The buyer takes a lot.
struct AcceptLot {
    OrganisationId organisation;
    std::string lot;
    Date day;
    std::optional<std::vector<NamedReading>> readings;
};
BOOST_DESCRIBE_STRUCT(AcceptLot, (), (organisation, lot, day, readings))
template <>
inline constexpr std::string_view note<AcceptLot> =
    "The buyer takes a lot: it is sold at what it is worth by the agreement with our weight and "
    "analysis (which may come now). Of what is bought for him as his agent there is no sale.";

/// The buyer does not take a lot.
struct RejectLot {
    OrganisationId organisation;
    std::string lot;
    Date day;
    std::string reason;
    std::optional<Money> lost;
    std::optional<MembershipKind> bought_from;
};
BOOST_DESCRIBE_STRUCT(RejectLot, (), (organisation, lot, day, reason, lost, bought_from))
template <>
inline constexpr std::string_view note<RejectLot> =
    "The buyer does not take a lot: there is no sale. What was lost of it, at cost, leaves the "
    "purchases (of members, if nothing else is said) for shrinkage.";

/// A lot that never left.
struct CancelLot {
    OrganisationId organisation;
    std::string lot;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CancelLot, (), (organisation, lot, reason))
template <>
inline constexpr std::string_view note<CancelLot> =
    "Takes a dispatch back that is not decided yet; its code stays taken.";

/// Takes the buyer's decision about a lot back.
struct ReopenLot {
    OrganisationId organisation;
    std::string lot;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReopenLot, (), (organisation, lot, reason))
template <>
inline constexpr std::string_view note<ReopenLot> =
    "Takes the buyer's decision about a lot back, with its entry: it is under way again. Neither "
    "in a liquidation nor paid.";

/// Which lots.
struct LotsQuery {
    OrganisationId organisation;
    std::optional<Date> first;
    std::optional<Date> last;
    std::optional<std::string> buyer;
    std::optional<LotState> state;
};
BOOST_DESCRIBE_STRUCT(LotsQuery, (), (organisation, first, last, buyer, state))
template <>
inline constexpr std::string_view note<LotsQuery> = "Which lots, by the days on which they left.";

/// A lot as it stands.
struct LotView {
    std::string lot;
    std::string product;
    std::string buyer;
    Date day;
    Date collected_from;
    std::optional<std::string> tank;
    Quantity quantity;
    std::optional<Quantity> litres;
    Rate factor;
    std::vector<NamedReading> readings;
    std::optional<Quantity> collected;   ///< told to nobody who sees only his own lots
    std::optional<Quantity> difference;  ///< likewise: what left above what was collected
    LotState state;
    std::optional<Date> decided_on;
    std::optional<std::string> reason;
    std::optional<std::string> note;
    std::optional<Price> price;
    std::optional<Money> value;
    std::optional<Date> due;
    std::optional<EntryNumber> entry;
};
BOOST_DESCRIBE_STRUCT(LotView, (),
                      (lot, product, buyer, day, collected_from, tank, quantity, litres, factor,
                       readings, collected, difference, state, decided_on, reason, note, price,
                       value, due, entry))
template <>
inline constexpr std::string_view note<LotView> =
    "A lot: what left and what had been collected for it in its days, which may stand under "
    "several lots of the same days.";

/// Newest first.
struct LotsView {
    std::vector<LotView> lots;
};
BOOST_DESCRIBE_STRUCT(LotsView, (), (lots))
template <>
inline constexpr std::string_view note<LotsView> = "Lots, the newest first.";

/// A buyer's liquidation, from his file.
struct ImportLiquidation {
    OrganisationId organisation;
    std::string buyer;
    std::string product;
    std::string document;
    std::optional<std::string> invoice;
    Date day;
    Date first;
    Date last;
    std::string file_name;
    std::string content;
    std::optional<std::vector<ColumnChoice>> columns;
    std::optional<Money> total;
};
BOOST_DESCRIBE_STRUCT(ImportLiquidation, (),
                      (organisation, buyer, product, document, invoice, day, first, last, file_name,
                       content, columns, total))
template <>
inline constexpr std::string_view note<ImportLiquidation> =
    "Takes in a buyer's liquidation (CSV or XLSX), a row for each lot, and holds it against ours: "
    "within what was signed his figure is posted, beyond it a dispute opens. A total that he "
    "states may differ from his rows by a céntimo each.";
template <>
inline constexpr auto field_notes<ImportLiquidation> =
    std::to_array<FieldNote>({{.field = "content", .bulky = true, .longest = 24'000'000}});

/// The number of our invoice for a liquidation.
struct SetInvoice {
    OrganisationId organisation;
    LiquidationNumber liquidation;
    std::string invoice;
};
BOOST_DESCRIBE_STRUCT(SetInvoice, (), (organisation, liquidation, invoice))
template <>
inline constexpr std::string_view note<SetInvoice> =
    "The number of our invoice for a buyer's liquidation, in place of what stood there.";

/// Takes a liquidation back.
struct UndoLiquidation {
    OrganisationId organisation;
    LiquidationNumber liquidation;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(UndoLiquidation, (), (organisation, liquidation, reason))
template <>
inline constexpr std::string_view note<UndoLiquidation> =
    "Takes a buyer's liquidation back, with all that was posted and decided of it; its lots stand "
    "at our value again. Refused once something was paid of them.";

/// Ends a dispute.
struct SettleDispute {
    OrganisationId organisation;
    LiquidationNumber liquidation;
    std::optional<std::string> lot;
    Date day;
    DisputeEnd outcome;
    std::optional<Money> worth;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(SettleDispute, (),
                      (organisation, liquidation, lot, day, outcome, worth, reason))
template <>
inline constexpr std::string_view note<SettleDispute> =
    "Ends a dispute about a lot: his figure, ours, or what was agreed. Not by who took the "
    "liquidation in. Without a lot: that of all that was bought for him in the period.";

/// Takes the end of a dispute back.
struct ReopenDispute {
    OrganisationId organisation;
    DisputeDecisionNumber decision;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReopenDispute, (), (organisation, decision, reason))
template <>
inline constexpr std::string_view note<ReopenDispute> =
    "Takes the end of a dispute back, with its entry: the dispute is open again.";

/// Which liquidations.
struct LiquidationsQuery {
    OrganisationId organisation;
    std::optional<std::string> buyer;
    std::optional<bool> disputed_only;
};
BOOST_DESCRIBE_STRUCT(LiquidationsQuery, (), (organisation, buyer, disputed_only))
template <>
inline constexpr std::string_view note<LiquidationsQuery> =
    "Which liquidations; with `disputed_only`, those with an open dispute.";

/// How a dispute ended.
struct DecisionView {
    DisputeDecisionNumber decision;
    Date day;
    DisputeEnd outcome;
    Money worth;
    std::string reason;
    std::string decided_by;
};
BOOST_DESCRIBE_STRUCT(DecisionView, (), (decision, day, outcome, worth, reason, decided_by))
template <>
inline constexpr std::string_view note<DecisionView> = "How a dispute ended.";

/// Both pieces of evidence of one lot.
struct LiquidationLineView {
    std::optional<std::string> lot;
    Quantity our_quantity;
    Quantity his_quantity;
    std::vector<NamedReading> our_readings;
    std::vector<NamedReading> his_readings;
    Money ours;
    Money amount;
    Money inputs;
    Money penalty;
    Money difference;
    LineOutcome outcome;
    bool open;
    std::optional<DecisionView> decision;
};
BOOST_DESCRIBE_STRUCT(LiquidationLineView, (),
                      (lot, our_quantity, his_quantity, our_readings, his_readings, ours, amount,
                       inputs, penalty, difference, outcome, open, decision))
template <>
inline constexpr std::string_view note<LiquidationLineView> =
    "One lot by both sides: weights, analyses and amounts, and by how much his is above ours.";

/// A liquidation and its lots.
struct LiquidationView {
    LiquidationNumber liquidation;
    std::string buyer;
    std::string document;
    std::optional<std::string> invoice;
    Date day;
    Date first;
    Date last;
    std::string file_name;
    bool undone;
    std::int64_t disputes;
    Money ours;
    Money his;
    std::optional<EntryNumber> entry;
    std::vector<LiquidationLineView> lines;
};
BOOST_DESCRIBE_STRUCT(LiquidationView, (),
                      (liquidation, buyer, document, invoice, day, first, last, file_name, undone,
                       disputes, ours, his, entry, lines))
template <>
inline constexpr std::string_view note<LiquidationView> =
    "A buyer's liquidation beside ours, lot by lot.";

/// Newest first.
struct LiquidationsView {
    std::vector<LiquidationView> liquidations;
};
BOOST_DESCRIBE_STRUCT(LiquidationsView, (), (liquidations))
template <>
inline constexpr std::string_view note<LiquidationsView> = "Liquidations, the newest first.";

/// Money from a buyer.
struct RecordReceipt {
    OrganisationId organisation;
    std::string buyer;
    Date day;
    Money amount;
    AccountRole into;
    std::string document;
    std::optional<std::vector<std::string>> lots;
    std::optional<LiquidationNumber> liquidation;
    std::optional<std::vector<TakenOff>> taken_off;
    std::optional<bool> rest_is_advance;
};
BOOST_DESCRIBE_STRUCT(RecordReceipt, (),
                      (organisation, buyer, day, amount, into, document, lots, liquidation,
                       taken_off, rest_is_advance))
template <>
inline constexpr std::string_view note<RecordReceipt> =
    "Money from a buyer, into bank or cash: for these lots, for a liquidation, or for what is due "
    "first; with what he took off (an advance of his, a penalty, bank charges). What is above what "
    "he owes is refused, unless it is said to be an advance.";

/// Takes a receipt back.
struct ReverseReceipt {
    OrganisationId organisation;
    BuyerReceiptNumber receipt;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReverseReceipt, (), (organisation, receipt, reason))
template <>
inline constexpr std::string_view note<ReverseReceipt> =
    "Takes a receipt back by the reversal of its entry: the buyer owes it again.";

/// Whose account, and when.
struct BuyerAccountQuery {
    OrganisationId organisation;
    std::optional<std::string> buyer;  ///< code; a buyer's own when left out
    Date as_of;
};
BOOST_DESCRIBE_STRUCT(BuyerAccountQuery, (), (organisation, buyer, as_of))
template <>
inline constexpr std::string_view note<BuyerAccountQuery> =
    "What a buyer owes at the end of a day.";

/// One thing that is open.
struct BuyerItemView {
    std::optional<std::string> lot;
    EntryKind kind;
    EntryNumber entry;
    std::optional<LiquidationNumber> liquidation;
    std::optional<std::string> document;
    std::optional<std::string> invoice;
    Date day;
    Date due;
    std::int64_t days_late;
    Money amount;
    Money contested;
};
BOOST_DESCRIBE_STRUCT(BuyerItemView, (),
                      (lot, kind, entry, liquidation, document, invoice, day, due, days_late,
                       amount, contested))
template <>
inline constexpr std::string_view note<BuyerItemView> =
    "One open claim on a buyer, with the day on which it is due and what of it is in dispute.";

/// What is owed, by how late it is.
struct AgeingView {
    Money not_due;
    Money to_30;
    Money to_60;
    Money to_90;
    Money older;
};
BOOST_DESCRIBE_STRUCT(AgeingView, (), (not_due, to_30, to_60, to_90, older))
template <>
inline constexpr std::string_view note<AgeingView> =
    "What is owed: not due yet, up to 30, 60, 90 days late, and later.";

/// A receipt.
struct BuyerReceiptView {
    BuyerReceiptNumber receipt;
    Date day;
    Money amount;
    AccountRole into;
    std::string document;
    Money advance;
    EntryNumber entry;
    bool reversed;
    bool cash_above_limit;  ///< the law wants so much to go through a bank
};
BOOST_DESCRIBE_STRUCT(BuyerReceiptView, (),
                      (receipt, day, amount, into, document, advance, entry, reversed,
                       cash_above_limit))
template <>
inline constexpr std::string_view note<BuyerReceiptView> = "Money that came from a buyer.";

/// The account of a buyer.
struct BuyerAccountView {
    std::string buyer;
    std::string name;
    Date as_of;
    std::vector<BuyerItemView> items;
    Money owed;
    Money overdue;
    Money contested;
    Money advance;
    AgeingView ageing;
    std::vector<BuyerReceiptView> receipts;
};
BOOST_DESCRIBE_STRUCT(BuyerAccountView, (),
                      (buyer, name, as_of, items, owed, overdue, contested, advance, ageing,
                       receipts))
template <>
inline constexpr std::string_view note<BuyerAccountView> =
    "What a buyer owes and since when, the first due first; what he has paid in advance; his "
    "receipts.";

/// Which days.
struct DueCalendarQuery {
    OrganisationId organisation;
    Date first;
    Date last;
};
BOOST_DESCRIBE_STRUCT(DueCalendarQuery, (), (organisation, first, last))
template <>
inline constexpr std::string_view note<DueCalendarQuery> = "Which days.";

enum class AgreementSide { ours, buyers };
BOOST_DESCRIBE_ENUM(AgreementSide, ours, buyers)
enum class DueKind {
    delivery,          ///< milk that is expected by the end of a period
    buyer_payment,     ///< of a buyer
    producer_payment,  ///< to producers: a settlement that is not paid
};
BOOST_DESCRIBE_ENUM(DueKind, delivery, buyer_payment, producer_payment)

/// Whose lots.
struct ArrivalsQuery {
    OrganisationId organisation;
    std::string product;
    std::optional<std::string> buyer;  ///< code; a buyer's own when left out
};
BOOST_DESCRIBE_STRUCT(ArrivalsQuery, (), (organisation, product, buyer))
template <>
inline constexpr std::string_view note<ArrivalsQuery> = "Whose lots, and of which product.";

/// What may be expected on a day.
struct ArrivalView {
    Date day;
    Quantity quantity;
};
BOOST_DESCRIBE_STRUCT(ArrivalView, (), (day, quantity))
template <>
inline constexpr std::string_view note<ArrivalView> =
    "What may be expected on a day: the mean of what left on that day of the week in the last "
    "four weeks.";

/// What is on its way, and what may be expected in the week to come.
struct ArrivalsView {
    Date today;
    Quantity on_the_way;
    std::vector<ArrivalView> days;
};
BOOST_DESCRIBE_STRUCT(ArrivalsView, (), (today, on_the_way, days))
template <>
inline constexpr std::string_view note<ArrivalsView> =
    "What is on its way to a buyer and not decided yet, and what may be expected in the next seven "
    "days; no days when nothing left in four weeks.";

/// Something that falls due.
struct DueView {
    Date day;
    AgreementSide side;
    DueKind kind;
    std::optional<std::string> party;
    std::string evidence;
    std::optional<Money> amount;
    std::optional<Quantity> expected;
    std::optional<Quantity> done;
};
BOOST_DESCRIBE_STRUCT(DueView, (), (day, side, kind, party, evidence, amount, expected, done))
template <>
inline constexpr std::string_view note<DueView> =
    "Something that falls due, whose part it is, and the lot, settlement or period that says so.";

/// By day.
struct DueCalendarView {
    std::vector<DueView> dues;
};
BOOST_DESCRIBE_STRUCT(DueCalendarView, (), (dues))
template <>
inline constexpr std::string_view note<DueCalendarView> =
    "What falls due on both sides of the agreements with buyers, by day.";

enum class BreachKind {
    late_payment,    ///< of the buyer
    short_delivery,  ///< ours: less was collected than was expected
    missed_pick_up,  ///< the buyer's: it was collected, and did not leave
};
BOOST_DESCRIBE_ENUM(BreachKind, late_payment, short_delivery, missed_pick_up)

/// What was not kept.
struct BreachView {
    BreachKind kind;
    AgreementSide side;
    std::string party;
    Date since;
    std::int64_t days;
    std::vector<std::string> evidence;
    std::optional<Money> amount;
    std::optional<Quantity> expected;
    std::optional<Quantity> left;
    std::optional<Quantity> collected;
};
BOOST_DESCRIBE_STRUCT(BreachView, (),
                      (kind, side, party, since, days, evidence, amount, expected, left, collected))
template <>
inline constexpr std::string_view note<BreachView> =
    "What one side of an agreement did not keep: since when, and the lots and documents that show "
    "it.";

/// By day.
struct BreachesView {
    std::vector<BreachView> breaches;
};
BOOST_DESCRIBE_STRUCT(BreachesView, (), (breaches))
template <>
inline constexpr std::string_view note<BreachesView> =
    "What either side of the agreements did not keep in these days: payments that were due and are "
    "open, milk that was short, milk that was not picked up.";

}  // namespace ayni
