#include "ledger/reports.h"

#include <algorithm>

namespace ayni {
namespace {

void add_to(std::map<std::pair<AccountRole, Currency>, Money>& sums, AccountRole role,
            Money amount) {
    sums.try_emplace({role, amount.currency}, 0, amount.currency).first->second += amount;
}

}  // namespace

void AccountSums::add(const Entry& entry) {
    for (const auto& leg : entry.legs) {
        const auto role = static_cast<std::size_t>(leg.role);
        if (role >= sums_.size()) sums_.resize(role + 1);
        auto& known = sums_[role];
        const auto currency = leg.amount.currency;
        const auto sum = std::ranges::find(known, currency, &Money::currency);
        if (sum == known.end())
            known.push_back(leg.amount);
        else
            *sum += leg.amount;
    }
}

std::vector<Balance> AccountSums::lines() const {
    std::vector<Balance> all;
    for (std::size_t role = 0; role < sums_.size(); ++role) {
        auto known = sums_[role];
        std::ranges::sort(known, {}, &Money::currency);
        for (const auto& sum : known)
            if (!sum.is_zero()) all.push_back({static_cast<AccountRole>(role), {}, sum});
    }
    return all;
}

void TrialBalance::add(const Entry& entry) {
    for (const auto& leg : entry.legs) {
        const auto currency = leg.amount.currency;
        const Money zero{0, currency};
        auto& line =
            lines_.try_emplace({leg.role, currency}, TrialLine{leg.role, zero, zero, zero, zero})
                .first->second;
        line.closing += leg.amount;
        if (entry.date < first_)
            line.opening += leg.amount;
        else if (leg.amount.is_negative())
            line.credit -= leg.amount;
        else
            line.debit += leg.amount;
    }
}

std::vector<TrialLine> TrialBalance::lines() const {
    std::vector<TrialLine> all;
    for (const auto& [account, line] : lines_) all.push_back(line);
    return all;
}

void CashFlow::add(const Entry& entry) {
    const bool moves_money = std::ranges::any_of(entry.legs,
                                                 [](const Leg& leg) { return is_money(leg.role); });
    if (!moves_money) return;
    for (const auto& leg : entry.legs) {
        if (is_money(leg.role)) {
            if (entry.date < first_)
                opening_.try_emplace(leg.amount.currency, 0, leg.amount.currency).first->second +=
                    leg.amount;
        } else if (entry.date >= first_) {
            add_to(lines_, leg.role, -leg.amount);
        }
    }
}

std::vector<Balance> CashFlow::lines() const {
    std::vector<Balance> all;
    for (const auto& [account, amount] : lines_)
        if (!amount.is_zero()) all.push_back({account.first, {}, amount});
    return all;
}

}  // namespace ayni
