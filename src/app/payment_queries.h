#pragma once

#include <map>

#include "app/work.h"
#include "domain/payment/payment.h"
#include "domain/payment/payment_step.h"

namespace ayni {

/// Whether money of the settlement is paid or under way, so that it cannot be withdrawn.
[[nodiscard]] bool is_being_paid(const View& view, SettlementNumber settlement);
/// Refused: `not_found`, at /order.
[[nodiscard]] Result<PaymentOrder> existing_order(const View& view, PaymentOrderNumber number);
/// How each order pays.
[[nodiscard]] std::map<PaymentOrderNumber, PaymentMethod> order_methods(const View& view);
/// Payments by number, of the organisation where `column` (of the table, never input) is `number`.
[[nodiscard]] std::vector<Payment> payments_where(const View& view, std::string_view column,
                                                  std::int64_t number);
/// The payment of that reference. Refused: `not_found`, at /reference.
[[nodiscard]] Result<Payment> payment_named(const View& view, const std::string& reference);
/// The account that counts now, of a party or (none) of the organisation itself; empty: none.
[[nodiscard]] std::string newest_account(const View& view, PartyId party);

/// Carries out a step: its entry, its event, the new state. Gives the entry; none: it moved no
/// money. Refused: as `payment_step`.
Result<EntryNumber> take_step(Work& work, const Payment& payment, PaymentMethod method,
                              const PaymentStep& step, Date day, const std::string& reason);
/// Takes back the step that made the entry, if the payment is still where that took it: reverses
/// the entry, and the payment is where it was before. Refused: `payment_state_unfit`, at /line.
Result<void> take_back_step(Work& work, const Payment& payment, EntryNumber made,
                            const std::string& reason);

/// Takes back all that the record at this position of the log said of payments; what was taken back
/// since is left alone. Gives how many. Refused, at /file with the payment, as `take_back_payment`.
Result<std::int64_t> take_back_told(Work& work, std::int64_t position, const std::string& reason);

struct StatementPayment;
/// What was ordered of a statement, as it stands; what was given up is left out.
[[nodiscard]] std::vector<StatementPayment> statement_payments(const View& view,
                                                               SettlementNumber settlement,
                                                               PartyId producer);

struct TakeBackPayment;
/// Refused: `not_found`; `payment_state_unfit` when nothing was said of it since it was sent;
/// `line_matched` when a line of the bank says it; `already_recorded` when it was ordered again.
Result<void> take_back_payment(Work& work, const TakeBackPayment& command);

}  // namespace ayni
