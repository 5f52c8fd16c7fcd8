#pragma once

#include "domain/banking/bank_format.h"
#include "domain/payment/pain001.h"

namespace ayni {

/// A payment order as a bank's own CSV or fixed-width file, the same bytes for the same order.
/// Letters that banks do not take become the nearest one they do. Nothing is cut, but for texts
/// that the format lets. Refused: as `check_transfers`; `value_does_not_fit` at /transfers/N/VALUE
/// (/header/VALUE, /trailer/VALUE) with the reference of the payment; `too_many_decimals` there.
[[nodiscard]] Result<std::string> write_payment_file(FormatKind kind,
                                                     const FormatDescription& description,
                                                     const TransferOrder& order,
                                                     const std::vector<Transfer>& transfers);

}  // namespace ayni
