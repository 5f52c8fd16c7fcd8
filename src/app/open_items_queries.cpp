#include <map>

#include "app/lookup_queries.h"
#include "app/merge_queries.h"
#include "app/use_cases.h"
#include "store/tables.h"

namespace ayni {
namespace {

// Own costs and equity have no open items: what was taken for them is theirs.
bool is_receivable_or_payable(AccountRole role) noexcept {
    const auto side = class_of(role);
    return side == AccountClass::asset || side == AccountClass::liability;
}

// Lots are items of a buyer's account, which tells of them by itself.
bool is_of_buyers(AccountRole role) noexcept { return role == AccountRole::buyer_receivable; }

// The items of a book, and the entry that was the first to move each.
struct Items {
    OpenItems open;
    std::map<std::int64_t, EntryNumber> first_entry;

    explicit Items(const View& view) {
        auto query = select<Entry>(view.db, "WHERE organisation = $1 ORDER BY number");
        query.integer(view.organisation.number);
        Entry entry;
        while (query.next()) {
            read_row(query, describe<Entry>(), &entry);
            open.add(entry);
            for (const auto& leg : entry.legs)
                if (leg.item != 0 && !is_of_buyers(leg.role))
                    first_entry.try_emplace(leg.item, entry.number);
        }
    }
};

std::map<std::int64_t, Obligation> obligations_by_number(const View& view) {
    std::map<std::int64_t, Obligation> all;
    auto query = select<Obligation>(view.db, "WHERE organisation = $1");
    query.integer(view.organisation.number);
    for (auto& row : all_rows<Obligation>(query)) all.emplace(row.number.number, std::move(row));
    return all;
}

}  // namespace

Result<OpenItemsView> open_items(const View& view, const OpenItemsQuery& query) {
    std::optional<PartyId> wanted;
    if (query.supplier) {
        const auto party = find_party_itself(view, *query.supplier);
        if (!party) return std::unexpected(party.error());
        wanted = party->party;
    }
    const Items items(view);
    const auto obligations = obligations_by_number(view);
    const auto names = party_names(view);
    OpenItemsView all;
    for (const auto& each : items.open.all()) {
        if (!is_receivable_or_payable(each.role) || each.party.is_none() || is_of_buyers(each.role))
            continue;
        if (query.account && each.role != *query.account) continue;
        if (wanted && each.party != *wanted) continue;
        const auto& debt = obligations.at(each.item);
        all.items.push_back({each.role, names.of(each.party).code, names.of(each.party).name,
                             debt.number, debt.kind, debt.document, debt.settlement,
                             items.first_entry.at(each.item), each.amount});
    }
    return all;
}

}  // namespace ayni
