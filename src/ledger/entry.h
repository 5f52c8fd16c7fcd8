#pragma once
// Double entry: an entry's legs sum to zero in each currency; nothing is changed or removed.

#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "kernel/date.h"
#include "kernel/describe.h"
#include "kernel/id.h"
#include "ledger/account.h"
#include "ledger/party.h"

namespace ayni {

/// One movement on one account: debit above zero, credit below.
struct Leg {
    AccountRole role = AccountRole::bank;
    PartyId party;  ///< whose sub-ledger; none: the account itself
    PartyId about;  ///< for whom, where the claim is another's (creditor's leg: the producer)
    std::int64_t item = 0;  ///< the open item (obligation, invoice) that it makes or closes; 0 none
    Money amount;
    bool operator==(const Leg&) const = default;
};
BOOST_DESCRIBE_STRUCT(Leg, (), (role, party, about, item, amount))

/// What happened (posting table); `advance`s are `obligation`s. Appended, never reordered: stored.
enum class EntryKind {
    settlement,
    reversal,
    payment_ordered,
    payment_confirmed,
    payment_refused,
    voucher,
    opening,
    accrual,
    premium,
    obligation,
    year_end,
    payment_returned,
    payment_misdirected,
    sale,
    receipt,
    capital,
    surplus_share,
    depreciation,
    advance,
    stock,
    bank_line,
    merge,
    compensation,
};
BOOST_DESCRIBE_ENUM(EntryKind, settlement, reversal, payment_ordered, payment_confirmed,
                    payment_refused, voucher, opening, accrual, premium, obligation, year_end,
                    payment_returned, payment_misdirected, sale, receipt, capital, surplus_share,
                    depreciation, advance, stock, bank_line, merge, compensation)

struct Entry;
/// The number of an entry in its organisation's book: 1, 2, 3… without gaps.
using EntryNumber = Id<Entry>;

/// One entry of one organisation's book.
struct Entry {
    OrganisationId organisation;
    EntryNumber number;
    Date date;        ///< of the economic event, or the first open day after a closed month
    Date event_date;  ///< of the economic event
    EntryKind kind = EntryKind::voucher;
    std::int64_t subject = 0;  ///< what it belongs to: the settlement's number, …
    PartyId party;             ///< whom it is mainly about
    EntryNumber reverses;      ///< the entry that it undoes; none for most
    std::vector<Leg> legs;
    std::int64_t position = 0;  ///< of the log, when it was posted
    bool operator==(const Entry&) const = default;
};
BOOST_DESCRIBE_STRUCT(Entry, (),
                      (organisation, number, date, event_date, kind, subject, party, reverses, legs,
                       position))

/// Refused: `entry_not_balanced` when the legs do not sum to zero in each currency, or there is
/// none, or one is zero.
[[nodiscard]] Result<void> check_balanced(const std::vector<Leg>& legs);

/// The same legs with the opposite sign, pointing at what they undo, dated `date`. The caller
/// numbers it.
[[nodiscard]] Entry reversal_of(const Entry& entry, Date date);

/// One line of a balance: what an account, or a party's part of it, amounts to.
struct Balance {
    AccountRole role = AccountRole::bank;
    PartyId party;
    Money amount;
    bool operator==(const Balance&) const = default;
};
BOOST_DESCRIBE_STRUCT(Balance, (), (role, party, amount))

/// Sums legs by (role, party, currency); give it entries in any order.
class Balances {
public:
    void add(const Entry& entry);
    /// Lines that are not zero, by role, party and currency.
    [[nodiscard]] std::vector<Balance> by_party() const;
    /// The same without parties.
    [[nodiscard]] std::vector<Balance> by_account() const;
    [[nodiscard]] Money of(AccountRole role, PartyId party, Currency currency) const;

private:
    struct Account {
        AccountRole role;
        PartyId party;
        Currency currency;
        auto operator<=>(const Account&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Account& account) const noexcept;
    };
    std::unordered_map<Account, Money, Hash> lines_;
};

/// What is still open of one item (obligation, invoice) of one party: the sum of its legs.
struct OpenItem {
    AccountRole role = AccountRole::bank;
    PartyId party;
    std::int64_t item = 0;
    Money amount;
    bool operator==(const OpenItem&) const = default;
};
BOOST_DESCRIBE_STRUCT(OpenItem, (), (role, party, item, amount))

/// Sums legs by (role, party, item, currency); give it entries in any order.
class OpenItems {
public:
    void add(const Entry& entry);
    /// Items whose legs do not sum to zero, by role, party and item; legs without an item are not
    /// among them.
    [[nodiscard]] std::vector<OpenItem> all() const;
    [[nodiscard]] Money of(AccountRole role, PartyId party, std::int64_t item,
                           Currency currency) const;

private:
    std::map<std::tuple<AccountRole, PartyId, std::int64_t, Currency>, Money> sums_;
};

/// The open items of these entries.
[[nodiscard]] std::vector<OpenItem> open_items(const std::vector<Entry>& entries);

/// A part of a balance set aside without an entry (a dispute, an order under way).
struct Hold {
    AccountRole role = AccountRole::producer_payable;
    PartyId party;
    Money amount;  ///< above zero
    bool operator==(const Hold&) const = default;
};
BOOST_DESCRIBE_STRUCT(Hold, (), (role, party, amount))

/// What may be disposed of: the balance, on the side on which such an account stands (assets and
/// expenses debit, the others credit), less what is held. Below zero when it stands on the other.
[[nodiscard]] Money available(const Balances& balances, const std::vector<Hold>& holds,
                              AccountRole role, PartyId party, Currency currency);
/// Refused: `amount_not_positive`, `hold_exceeds_balance`.
[[nodiscard]] Result<Hold> place_hold(const Balances& balances, const std::vector<Hold>& holds,
                                      Hold wanted);

}  // namespace ayni
