#pragma once
// What the books say of a span of days, one entry after the other, in any order.

#include <map>
#include <vector>

#include "ledger/entry.h"

namespace ayni {

/// One account over a span of days: debit above zero, credit below, but for the two sums.
struct TrialLine {
    AccountRole account = AccountRole::bank;
    Money opening;  ///< before the first day
    Money debit;    ///< all that was debited in the days
    Money credit;   ///< all that was credited, above zero
    Money closing;  ///< opening + debit - credit
    bool operator==(const TrialLine&) const = default;
};
BOOST_DESCRIBE_STRUCT(TrialLine, (), (account, opening, debit, credit, closing))

/// Sums legs by role and currency alone; give it entries in any order.
class AccountSums {
public:
    void add(const Entry& entry);
    /// Lines that are not zero, by role and currency, of no party.
    [[nodiscard]] std::vector<Balance> lines() const;

private:
    // By role; of each the few currencies that were met, in that order.
    std::vector<std::vector<Money>> sums_;
};

/// The trial balance: every account that was ever moved, by role and currency.
class TrialBalance {
public:
    explicit TrialBalance(Date first) noexcept : first_(first) {}
    /// An entry of any day up to the last.
    void add(const Entry& entry);
    [[nodiscard]] std::vector<TrialLine> lines() const;

private:
    Date first_;
    std::map<std::pair<AccountRole, Currency>, TrialLine> lines_;
};

/// Whether money itself stands on the account: at the bank, in the cash box, in the petty cash, on
/// its way.
[[nodiscard]] constexpr bool is_money(AccountRole role) noexcept {
    return role == AccountRole::bank || role == AccountRole::cash ||
           role == AccountRole::petty_cash || role == AccountRole::in_transit;
}

/// Where money came from and went, by the accounts that were moved beside it (direct method).
class CashFlow {
public:
    explicit CashFlow(Date first) noexcept : first_(first) {}
    /// An entry of any day up to the last.
    void add(const Entry& entry);
    /// What there was before the first day, by currency.
    [[nodiscard]] const std::map<Currency, Money>& opening() const noexcept { return opening_; }
    /// What came in by way of an account (above zero) or went out, by role and currency; the
    /// opening and these are what there is at the end.
    [[nodiscard]] std::vector<Balance> lines() const;

private:
    Date first_;
    std::map<Currency, Money> opening_;
    std::map<std::pair<AccountRole, Currency>, Money> lines_;
};

}  // namespace ayni
