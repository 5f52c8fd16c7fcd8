#include "ledger/chart.h"

#include <algorithm>
#include <map>
#include <set>

namespace ayni {
namespace {

bool is_letter_of_code(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-';
}

bool was_moved(const TrialLine& line) {
    return !line.opening.is_zero() || !line.debit.is_zero() || !line.credit.is_zero();
}

}  // namespace

Result<void> check_chart(std::span<const ChartAccount> accounts) {
    std::set<AccountRole> known;
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        const auto where = "/accounts/" + std::to_string(i);
        if (!known.insert(accounts[i].role).second)
            return refuse(Refusal::duplicate_row, where + "/role",
                          std::string(name_of(accounts[i].role)));
        if (!std::ranges::all_of(accounts[i].code, is_letter_of_code))
            return refuse(Refusal::code_not_usable, where + "/code", accounts[i].code);
    }
    return {};
}

const ChartAccount* account_in(const Chart& chart, AccountRole role) {
    const auto found = std::ranges::find(chart.accounts, role, &ChartAccount::role);
    return found == chart.accounts.end() ? nullptr : &*found;
}

Result<std::vector<ChartLine>> lines_by_chart(std::span<const TrialLine> lines,
                                              const Chart& chart) {
    std::map<std::pair<std::string, Currency>, ChartLine> by_code;
    for (const auto& line : lines) {
        if (!was_moved(line)) continue;
        const auto* account = account_in(chart, line.account);
        if (!account)
            return refuse(Refusal::account_not_mapped, "/chart",
                          std::string(name_of(line.account)));
        const Money zero{0, line.opening.currency};
        auto& sum = by_code
                        .try_emplace(
                            {account->code, zero.currency},
                            ChartLine{account->code, account->title, zero, zero, zero, zero})
                        .first->second;
        sum.opening += line.opening;
        sum.debit += line.debit;
        sum.credit += line.credit;
        sum.closing += line.closing;
    }
    std::vector<ChartLine> all;
    for (auto& [key, line] : by_code) all.push_back(std::move(line));
    return all;
}

}  // namespace ayni
