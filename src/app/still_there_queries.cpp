#include "app/still_there_queries.h"

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

}  // namespace

Money unclaimed_compensations(const View& view) {
    Money sum{0, own_organisation(view).currency};
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

Result<void> check_still_there(const View& view, const Entry& entry, const std::string& where) {
    const auto books = balances_on(view, latest_day);
    const auto kept = kept_parties(view);
    for (const auto& leg : WhoseLegs(view).of(entry)) {
        const auto side = side_of(leg.role);
        if (side == 0 || leg.amount.is_negative() != (side < 0)) continue;
        const auto balance = leg.role == AccountRole::compensation
                                 ? unclaimed_compensations(view)
                                 : books.of(leg.role, kept.of(leg.party), leg.amount.currency);
        const auto left = side < 0 ? -balance : balance;
        if (left < (side < 0 ? -leg.amount : leg.amount))
            return refuse(Refusal::entry_not_by_hand, where, print_amount(left));
    }
    return {};
}

}  // namespace ayni
