#include "app/overdraft_queries.h"

#include <map>
#include <utility>

#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "app/merge_queries.h"
#include "app/whose_legs_queries.h"
#include "store/tables.h"

namespace ayni {
namespace {

// On which side an account stands that must not change sides: 1 debit, -1 credit, 0 any.
int side_of(AccountRole role) {
    switch (role) {
        case AccountRole::petty_cash:
        case AccountRole::staff_advance:
        case AccountRole::claim_receivable:
        case AccountRole::compensation:
        case AccountRole::buyer_receivable: return 1;
        case AccountRole::trade_payable:
        case AccountRole::withheld_third_party:
        case AccountRole::retention_payable:
        case AccountRole::buyer_advance:
        case AccountRole::producer_payable:
        case AccountRole::share_capital: return -1;
        default: return 0;
    }
}

// What was compensated in all years and is not claimed of anybody: the end of a year takes nothing
// from it.
Money unclaimed_compensations(const View& view, Currency currency) {
    Money sum{0, currency};
    auto query = select<Entry>(view.db, "WHERE organisation = $1 AND kind <> $2");
    query.integer(view.organisation.number).integer(static_cast<int>(EntryKind::year_end));
    Entry entry;
    while (query.next()) {
        read_row(query, describe<Entry>(), &entry);
        for (const auto& leg : entry.legs)
            if (leg.role == AccountRole::compensation) sum += leg.amount;
    }
    return sum;
}

Money on_its_side(int side, Money balance) { return side < 0 ? -balance : balance; }

}  // namespace

std::optional<Overdraft> overdraft_of(const View& view, std::span<const Leg> legs) {
    const auto kept = kept_parties(view);
    std::map<std::pair<AccountRole, PartyId>, Money> moved;
    for (const auto& leg : legs)
        if (side_of(leg.role) != 0)
            moved.try_emplace({leg.role, kept.of(leg.party)}, 0, leg.amount.currency)
                .first->second += leg.amount;
    std::erase_if(moved, [](const auto& each) {
        return !on_its_side(side_of(each.first.first), each.second).is_negative();
    });
    if (moved.empty()) return std::nullopt;
    const auto books = balances_on(view, latest_day);
    for (const auto& [account, amount] : moved) {
        const auto& [role, party] = account;
        const auto balance = role == AccountRole::compensation
                                 ? unclaimed_compensations(view, amount.currency)
                                 : books.of(role, party, amount.currency);
        const auto left = on_its_side(side_of(role), balance);
        if (left < -on_its_side(side_of(role), amount)) return Overdraft{role, left};
    }
    return std::nullopt;
}

Result<void> check_still_there(const View& view, const Entry& entry, const std::string& where) {
    auto legs = WhoseLegs(view).of(entry);
    for (auto& leg : legs) leg.amount = -leg.amount;
    const auto overdraft = overdraft_of(view, legs);
    if (!overdraft) return {};
    return refuse(Refusal::entry_not_by_hand, where, print_amount(overdraft->left));
}

}  // namespace ayni
