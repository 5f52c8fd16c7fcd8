#pragma once
// An ordinary expense, with its document (posting table rows 21 and 65); and what somebody's milk
// was worth that spoiled because nobody came for it (row 22).

#include <string>
#include <vector>

#include "ledger/entry.h"

namespace ayni {

struct Voucher;
using VoucherNumber = Id<Voucher>;

/// What a part of a voucher was for.
struct VoucherLine {
    AccountRole account = AccountRole::general_cost;
    PartyId party;
    Money amount;  ///< above zero
    bool operator==(const VoucherLine&) const = default;
};
BOOST_DESCRIBE_STRUCT(VoucherLine, (), (account, party, amount))

/// Appended, never reordered: stored.
enum class VoucherState { proposed, posted, rejected, reversed };
BOOST_DESCRIBE_ENUM(VoucherState, proposed, posted, rejected, reversed)

/// A voucher: proposed by one person, posted or rejected by another.
struct Voucher {
    OrganisationId organisation;
    VoucherNumber number;
    Date day;              ///< of the document
    std::string document;  ///< its fiscal number: "F001-00012345"
    std::string purpose;   ///< what it was for
    PartyId payee;
    std::vector<VoucherLine> lines;
    AccountRole paid_from = AccountRole::bank;
    UserId proposed_by;
    VoucherState state = VoucherState::proposed;
    UserId decided_by;
    std::string reason;  ///< why it was rejected or reversed
    EntryNumber entry;
    std::int64_t position = 0;  ///< of the log, when it was proposed
};
BOOST_DESCRIBE_STRUCT(Voucher, (),
                      (organisation, number, day, document, purpose, payee, lines, paid_from,
                       proposed_by, state, decided_by, reason, entry, position))

/// The legs: every line on debit, their sum on credit of what paid: an account, a debt to the payee
/// or his advance. Spoiled milk is a compensation that the producer is owed (paid from
/// producer_payable), and then perhaps a claim on whoever is responsible (claim_receivable, paid
/// from compensation); those two pay for nothing else. A claim that is answered in cash, or given
/// up, is paid from claim_receivable, for the cash or the cost. Refused, at /lines/N:
/// `not_a_choice` for an account that other papers keep (milk, sales, debts of producers, payments,
/// capital, depreciation, the surplus), `field_missing` for a party whose it is,
/// `currencies_differ`, `amount_not_positive`; at /paid_from: `not_a_choice` but for bank, cash,
/// petty_cash, compensation, trade_payable, staff_advance, claim_receivable, producer_payable; at
/// /payee: `field_missing` for the last four.
[[nodiscard]] Result<std::vector<Leg>> voucher_legs(const std::vector<VoucherLine>& lines,
                                                    AccountRole paid_from, PartyId payee,
                                                    Currency currency);

/// As what the entry of a voucher stands in the journal.
[[nodiscard]] EntryKind entry_kind_of(AccountRole paid_from) noexcept;

}  // namespace ayni
