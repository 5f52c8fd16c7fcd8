#pragma once
// Inputs and outputs of payments: accounts, orders, what became of each payment.

#include "domain/payment/payment.h"
#include "store/tables.h"

namespace ayni {

/// The bank account of a supplier, or of the organisation itself.
struct SetPayAccount {
    OrganisationId organisation;
    std::optional<std::string> supplier;  ///< none: the organisation's own
    std::optional<std::string> account;   ///< CCI; none: he is paid in cash
};
BOOST_DESCRIBE_STRUCT(SetPayAccount, (), (organisation, supplier, account))
template <>
inline constexpr std::string_view note<SetPayAccount> =
    "The bank account (CCI) of a supplier, or of the organisation itself; without one he is paid "
    "in "
    "cash.";
template <>
inline constexpr auto field_notes<SetPayAccount> = std::to_array<FieldNote>({{.field = "account",
                                                                              .personal = true}});

/// Proposes to pay what is still owed of a posted settlement, or outside settlements.
struct OrderPayments {
    OrganisationId organisation;
    std::optional<SettlementNumber> settlement;  ///< none: what is owed outside settlements
    PaymentMethod method;
    Date day;                                           ///< on which it is to be paid
    std::optional<std::vector<std::string>> suppliers;  ///< only these
};
BOOST_DESCRIBE_STRUCT(OrderPayments, (), (organisation, settlement, method, day, suppliers))
template <>
inline constexpr std::string_view note<OrderPayments> =
    "Proposes to pay what is still owed of a posted settlement, or, without one, what is owed to "
    "producers outside settlements (shares given back, their part of the surplus): by bank to "
    "those "
    "whose account is known, in cash to the others. Another person sends it.";

/// Sends what another person ordered.
struct SendPayments {
    OrganisationId organisation;
    PaymentOrderNumber order;
};
BOOST_DESCRIBE_STRUCT(SendPayments, (), (organisation, order))
template <>
inline constexpr std::string_view note<SendPayments> =
    "Sends a payment order that somebody else proposed: now its file may go to the bank, or its "
    "sheet to the till.";

/// Gives up an order that was not sent.
struct CancelPayments {
    OrganisationId organisation;
    PaymentOrderNumber order;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CancelPayments, (), (organisation, order, reason))
template <>
inline constexpr std::string_view note<CancelPayments> =
    "Gives up a payment order that was not sent yet, with the reason.";

/// What became of one payment.
struct RecordPayment {
    OrganisationId organisation;
    std::string reference;
    PaymentState state;  ///< unknown, paid, refused, returned or misdirected
    Date day;
    std::optional<std::string> reason;
    std::optional<Money> fee;             ///< that the bank took for it
    std::optional<std::string> receiver;  ///< who was paid instead
};
BOOST_DESCRIBE_STRUCT(RecordPayment, (),
                      (organisation, reference, state, day, reason, fee, receiver))
template <>
inline constexpr std::string_view note<RecordPayment> =
    "What became of one payment: paid, refused, returned, paid to the wrong person, or unknown.";

/// Takes back what was said of a payment last.
struct TakeBackPayment {
    OrganisationId organisation;
    std::string reference;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(TakeBackPayment, (), (organisation, reference, reason))
template <>
inline constexpr std::string_view note<TakeBackPayment> =
    "Takes back what a person or a result file said of a payment last: it stands where it stood "
    "before. What a line of the bank says is taken back with the line.";

/// All payments of an order were paid but these.
struct RecordOrderPaid {
    OrganisationId organisation;
    PaymentOrderNumber order;
    Date day;
    std::optional<std::vector<std::string>> but;  ///< references of what was not paid
};
BOOST_DESCRIBE_STRUCT(RecordOrderPaid, (), (organisation, order, day, but))
template <>
inline constexpr std::string_view note<RecordOrderPaid> =
    "Every payment of an order that is under way was paid, but those that are named: a sheet that "
    "came back signed.";

/// Which payments.
struct PaymentsQuery {
    OrganisationId organisation;
    std::optional<SettlementNumber> settlement;
    std::optional<PaymentOrderNumber> order;
    std::optional<std::string> supplier;
    std::optional<PaymentState> state;
};
BOOST_DESCRIBE_STRUCT(PaymentsQuery, (), (organisation, settlement, order, supplier, state))
template <>
inline constexpr std::string_view note<PaymentsQuery> = "Which payments.";

/// A step in the history of a payment.
struct PaymentEventView {
    PaymentState state;
    Date day;
    std::optional<std::string> reason;
    std::optional<EntryNumber> entry;
    std::string told_by;
};
BOOST_DESCRIBE_STRUCT(PaymentEventView, (), (state, day, reason, entry, told_by))
template <>
inline constexpr std::string_view note<PaymentEventView> = "A step in the history of a payment.";

/// A payment and its history.
struct PaymentView {
    std::string reference;
    PaymentOrderNumber order;
    SettlementNumber settlement;  ///< 0: owed outside settlements
    std::string supplier;
    std::string name;
    PaymentMethod method;
    Money amount;
    PaymentState state;
    std::vector<PaymentEventView> history;
    bool cash_above_limit = false;  ///< the law wants it to go through a bank
};
BOOST_DESCRIBE_STRUCT(PaymentView, (),
                      (reference, order, settlement, supplier, name, method, amount, state, history,
                       cash_above_limit))
template <>
inline constexpr std::string_view note<PaymentView> = "A payment and its history.";

/// By order, then supplier.
struct PaymentsView {
    std::vector<PaymentView> payments;
    Money total;
};
BOOST_DESCRIBE_STRUCT(PaymentsView, (), (payments, total))
template <>
inline constexpr std::string_view note<PaymentsView> = "Payments, each with its history.";

/// A payment order.
struct PaymentOrderView {
    PaymentOrderNumber order;
    SettlementNumber settlement;  ///< 0: of what is owed outside settlements
    PaymentMethod method;
    Date day;
    OrderState state;
    std::int64_t count = 0;
    Money total;
    std::string ordered_by;
    std::optional<std::string> decided_by;
};
BOOST_DESCRIBE_STRUCT(PaymentOrderView, (),
                      (order, settlement, method, day, state, count, total, ordered_by, decided_by))
template <>
inline constexpr std::string_view note<PaymentOrderView> = "A payment order.";

/// Newest first.
struct PaymentOrdersView {
    std::vector<PaymentOrderView> orders;
};
BOOST_DESCRIBE_STRUCT(PaymentOrdersView, (), (orders))
template <>
inline constexpr std::string_view note<PaymentOrdersView> = "Payment orders, the newest first.";

/// Names an order.
struct PaymentOrderQuery {
    OrganisationId organisation;
    PaymentOrderNumber order;
};
BOOST_DESCRIBE_STRUCT(PaymentOrderQuery, (), (organisation, order))
template <>
inline constexpr std::string_view note<PaymentOrderQuery> = "Names a payment order.";

/// The file of an order, for the bank.
struct PaymentFileView {
    std::string file_name;
    std::string content;
};
BOOST_DESCRIBE_STRUCT(PaymentFileView, (), (file_name, content))
template <>
inline constexpr std::string_view note<PaymentFileView> =
    "The file of a sent order for the bank (ISO 20022 pain.001.001.03), always the same bytes; "
    "there "
    "is none before it was sent, and none of cash.";

}  // namespace ayni
