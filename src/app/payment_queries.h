#pragma once

#include "app/work.h"
#include "domain/payment/payment.h"

namespace ayni {

/// Whether money of the settlement is paid or under way, so that it cannot be withdrawn.
[[nodiscard]] bool is_being_paid(const View& view, SettlementNumber settlement);
/// Refused: `not_found`, at /order.
[[nodiscard]] Result<PaymentOrder> existing_order(const View& view, PaymentOrderNumber number);
/// Payments by number, of the organisation where `column` (of the table, never input) is `number`.
[[nodiscard]] std::vector<Payment> payments_where(const View& view, std::string_view column,
                                                  std::int64_t number);

}  // namespace ayni
