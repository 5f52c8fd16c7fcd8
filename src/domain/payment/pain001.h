#pragma once
// A payment order as the file that a bank takes: ISO 20022 pain.001.001.03.

#include <string>
#include <vector>

#include "domain/payment/payment.h"

namespace ayni {

/// One transfer of the file.
struct Transfer {
    std::string reference;  ///< 1 to 35 letters, no two the same
    std::string name;
    std::string account;  ///< CCI
    Money amount;         ///< above zero
};

/// What the file says besides its transfers.
struct TransferOrder {
    std::string message;  ///< 1 to 35 letters, never used again
    std::string payer;
    std::string tax_number;  ///< empty: not registered
    std::string account;     ///< CCI, from which it is paid
    Date day;                ///< on which it is to be paid
    Instant made;
    std::string purpose;  ///< what the receiver reads, at most 140 letters
};

/// What the schema accepts and no bank may be sent. Refused, at /transfers/N:
/// `amount_not_positive`, `currencies_differ`, `account_not_plausible`, `already_exists` for a
/// reference that stands twice; at /transfers: `nothing_to_pay`.
[[nodiscard]] Result<void> check_transfers(const std::vector<Transfer>& transfers);

/// The file, the same bytes for the same order. Letters that banks do not take (beyond the Latin
/// set of ISO 20022: accents, ñ, quotes) become the nearest one they do. Refused: as
/// `check_transfers`.
[[nodiscard]] Result<std::string> pain001(const TransferOrder& order,
                                          const std::vector<Transfer>& transfers);

/// Text as banks take it: a-z A-Z 0-9 / - ? : ( ) . , ' + and blanks; at most `most` letters.
[[nodiscard]] std::string bank_text(std::string_view text, std::size_t most);

}  // namespace ayni
