#pragma once
// The payment list for a bank's form or a spreadsheet.

#include <string>

#include "app/settlement_contract.h"
#include "kernel/refusal.h"

namespace ayni {

/// RFC 4180 with a row of titles, then one row for each payment: reference, code, name, amount,
/// currency. There is no row of totals, which a program would take for a payment; the control sum
/// is in the name of the file. Names that look like formulas are neutralised.
[[nodiscard]] std::string payments_csv(const PaymentListView& list, Language language);

/// "pagos_2025-07-01_2025-07-15_188_68204.15_PEN.csv": period, number of payments, control sum.
[[nodiscard]] std::string payments_file_name(const PaymentListView& list, Language language);

}  // namespace ayni
