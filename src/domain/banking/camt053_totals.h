#pragma once
// What a camt.053 says its entries come to, held against them.

#include "domain/banking/bank_statement.h"
#include "kernel/xml.h"

namespace ayni {

/// Whether the entries of a `Stmt` come to its summary (`TxsSummry`): how many they are and their
/// sum, all together, what came in, what went out; and their net. Entries that are not booked yet
/// are among them; what the bank leaves out is not asked. Refused: `totals_differ` at
/// `where`/summary/…, with what the entries come to, and what `iso_amount` refuses of an entry.
[[nodiscard]] Result<void> check_summary(const Xml& statement, const std::string& where);

/// Whether several payments of one entry come to its amount, where each (`TxDtls`) tells its own in
/// the currency of the entry and none tells charges that are in the one and not in the other.
/// Of a single one the entry's amount counts, whatever was instructed.
/// Refused: `totals_differ` at `where`/details, with what they come to, and what `iso_amount`
/// refuses of a payment.
[[nodiscard]] Result<void> check_details(const std::vector<const Xml*>& details, Money amount,
                                         const std::string& where);

/// The amount that a payment of an entry tells; null: none. It stands deeper until version 03.
[[nodiscard]] const Xml* amount_of_details(const Xml& details) noexcept;
/// The amount with the sign that the payment has, or else its entry.
[[nodiscard]] Money with_sign(Money amount, const Xml& details, Money of_entry);

}  // namespace ayni
