#pragma once

#include "domain/banking/bank_statement.h"
#include "kernel/xml.h"

namespace ayni {

/// The statements of a camt.053 (versions 02, 03, 04, 08, by local names): lines that the bank has
/// booked, none of nothing. Refused: `file_kind_unknown` for another message, with its name;
/// `field_missing`, `unknown_currency`, `not_a_choice`, `not_a_date`, `amount_not_positive` and
/// what `parse_money` refuses, at /statements/N/lines/M/…; `totals_differ` where the parts of a
/// line, or the lines, do not come to what the bank says that they do.
[[nodiscard]] Result<std::vector<BankStatement>> read_camt053(const Xml& document);

}  // namespace ayni
