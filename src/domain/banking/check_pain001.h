#pragma once

#include "domain/banking/bank_statement.h"
#include "kernel/xml.h"

namespace ayni {

/// What a payment file comes to.
struct PaymentFileTotals {
    std::string message;
    std::int64_t payments = 0;
    Money total;
};

/// A pain.001 (versions 03 and 09, by local names), with the checks that its schema does not make:
/// numbers and sums of the group and of each batch are those of the payments, amounts are above
/// zero, of one currency and within its decimals, references stand once. Refused:
/// `file_kind_unknown`, `totals_differ`, `too_many_decimals`, `amount_not_positive`,
/// `currencies_differ`, `reference_repeated`, `field_missing`, `nothing_to_pay`,
/// `unknown_currency`, and what numbers refuse.
[[nodiscard]] Result<PaymentFileTotals> check_pain001(const Xml& document);

}  // namespace ayni
