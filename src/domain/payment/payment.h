#pragma once
// What is paid to producers of a posted settlement, one payment each, with a history of its own.

#include <optional>
#include <string>

#include "domain/settlement/settlement.h"
#include "ledger/entry.h"

namespace ayni {

struct PaymentOrder;
struct Payment;
using PaymentOrderNumber = Id<PaymentOrder>;
using PaymentNumber = Id<Payment>;

/// Appended, never reordered: stored.
enum class PaymentMethod { bank, cash };
BOOST_DESCRIBE_ENUM(PaymentMethod, bank, cash)

/// Appended, never reordered: stored.
enum class OrderState { proposed, sent, cancelled };
BOOST_DESCRIBE_ENUM(OrderState, proposed, sent, cancelled)

/// What became of one payment. `unknown`: the bank does not answer; it is asked, and the payment
/// never sent again. Appended, never reordered: stored.
enum class PaymentState { ordered, sent, unknown, paid, refused, returned, misdirected, cancelled };
BOOST_DESCRIBE_ENUM(PaymentState, ordered, sent, unknown, paid, refused, returned, misdirected,
                    cancelled)

/// Payments that go out together: one file to the bank, or one sheet to sign. One person orders
/// them, another sends them.
struct PaymentOrder {
    OrganisationId organisation;
    PaymentOrderNumber number;
    SettlementNumber settlement;
    PaymentMethod method = PaymentMethod::bank;
    Date day;             ///< on which they are to be paid
    std::string account;  ///< of the organisation, from which it pays; empty: cash
    OrderState state = OrderState::proposed;
    UserId ordered_by;
    UserId decided_by;  ///< who sent or cancelled it
    std::optional<Instant> sent;
    std::int64_t position = 0;  ///< of the log, when it was ordered
};
BOOST_DESCRIBE_STRUCT(PaymentOrder, (),
                      (organisation, number, settlement, method, day, account, state, ordered_by,
                       decided_by, sent, position))

/// One payment.
struct Payment {
    OrganisationId organisation;
    PaymentNumber number;
    PaymentOrderNumber payment_order;
    SettlementNumber settlement;
    PartyId producer;
    std::string reference;  ///< "S3-M17": at most 35 letters, once for ever
    Money amount;           ///< above zero
    PaymentState state = PaymentState::ordered;
};
BOOST_DESCRIBE_STRUCT(Payment, (),
                      (organisation, number, payment_order, settlement, producer, reference, amount,
                       state))

/// Whom a payment is for, as of the day of the order, so that its file stays the same. Personal: it
/// can be erased without touching the books.
struct PaymentPayee {
    OrganisationId organisation;
    PaymentNumber payment;
    std::string name;
    std::string account;  ///< empty: cash
};
BOOST_DESCRIBE_STRUCT(PaymentPayee, (), (organisation, payment, name, account))

/// A step in the history of a payment.
struct PaymentEvent {
    OrganisationId organisation;
    PaymentNumber payment;
    std::int32_t sequence = 0;  ///< 1, 2, 3…
    PaymentState state = PaymentState::ordered;
    Date day;            ///< on which it happened
    std::string reason;  ///< the bank's, or a person's words
    EntryNumber entry;   ///< that it made; none: it moved no money
    UserId told_by;
    std::int64_t position = 0;  ///< of the log
};
BOOST_DESCRIBE_STRUCT(PaymentEvent, (),
                      (organisation, payment, sequence, state, day, reason, entry, told_by,
                       position))

/// An account of a producer, or (no party) of the organisation itself; the newest counts.
struct PayAccount {
    OrganisationId organisation;
    PartyId party;
    std::int64_t position = 0;  ///< of the log, when it was told
    std::string account;        ///< CCI, 20 digits; empty: he wants cash again
};
BOOST_DESCRIBE_STRUCT(PayAccount, (), (organisation, party, position, account))

/// Whether the money of a payment in this state is spent or under way, so that it must not be paid
/// again.
[[nodiscard]] constexpr bool is_alive(PaymentState state) noexcept {
    return state == PaymentState::ordered || state == PaymentState::sent ||
           state == PaymentState::unknown || state == PaymentState::paid;
}

}  // namespace ayni
