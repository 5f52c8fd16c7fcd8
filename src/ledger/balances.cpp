#include <algorithm>
#include <map>

#include "ledger/entry.h"

namespace ayni {

std::size_t Balances::Hash::operator()(const Account& account) const noexcept {
    const auto role = static_cast<std::uint64_t>(account.role);
    const auto currency = static_cast<std::uint64_t>(account.currency.number());
    const auto party = static_cast<std::uint64_t>(account.party.number);
    std::uint64_t mixed = (party << 18 ^ role << 10 ^ currency) * 0x9E3779B97F4A7C15U;
    mixed ^= mixed >> 32;
    return static_cast<std::size_t>(mixed);
}

void Balances::add(const Entry& entry) {
    for (const auto& leg : entry.legs) {
        const Account account{leg.role, leg.party, leg.amount.currency};
        lines_.try_emplace(account, 0, leg.amount.currency).first->second += leg.amount;
    }
}

std::vector<Balance> Balances::by_party() const {
    std::vector<Balance> balances;
    for (const auto& [account, amount] : lines_)
        if (!amount.is_zero()) balances.push_back({account.role, account.party, amount});
    std::ranges::sort(balances, {}, [](const Balance& balance) {
        return Account{balance.role, balance.party, balance.amount.currency};
    });
    return balances;
}

std::vector<Balance> Balances::by_account() const {
    std::map<Account, Money> sums;
    for (const auto& [account, amount] : lines_)
        sums.try_emplace({account.role, {}, account.currency}, 0, account.currency).first->second +=
            amount;
    std::vector<Balance> balances;
    for (const auto& [account, amount] : sums)
        if (!amount.is_zero()) balances.push_back({account.role, {}, amount});
    return balances;
}

Money Balances::of(AccountRole role, PartyId party, Currency currency) const {
    const auto line = lines_.find({role, party, currency});
    return line == lines_.end() ? Money{0, currency} : line->second;
}

}  // namespace ayni
