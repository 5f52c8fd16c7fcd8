#pragma once
// The books as plain text that `hledger` and `ledger` read.

#include <functional>
#include <string>

#include "ledger/entry.h"

namespace ayni {

/// How a party is called in account names: its code where that is plain ("M-017"), or "#17".
[[nodiscard]] std::string plain_name(PartyId party, std::string_view code);

/// The account of a role by its class: "liabilities:producer_payable".
[[nodiscard]] std::string plain_account(AccountRole role);

/// How accounts and parties are called in a plain journal.
struct PlainNames {
    std::function<std::string(AccountRole)> account;
    std::function<std::string(PartyId)> party;
};

/// Adds an entry: its date (and, where it differs, the day on which it happened), its number, what
/// it was, and a line for each leg: "liabilities:producer_payable:M-017  -699.00 PEN".
void append_plain(std::string& journal, const Entry& entry, const PlainNames& names);

}  // namespace ayni
