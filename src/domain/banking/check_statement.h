#pragma once

#include "domain/banking/bank_statement.h"

namespace ayni {

/// What is known of an account before a statement of it is taken in.
struct KnownAccount {
    std::string account;
    Currency currency;
    std::optional<StatedBalance> last;  ///< with which the latest statement ended; none: no one yet
};

/// Whether a statement adds up and follows on the last one. Refused: `field_missing` at /opening,
/// /closing; `other_account` at /account; `currencies_differ` at /opening, /closing or /lines/N;
/// `dates_reversed` at /closing; `totals_differ` at /closing, with what the lines come to;
/// `statement_not_joined` at /opening, with the balance that it should begin with.
[[nodiscard]] Result<void> check_statement(const BankStatement& statement,
                                           const KnownAccount& known);

}  // namespace ayni
