#include "app/open_payables_queries.h"

#include <set>

#include "app/lookup_queries.h"
#include "app/merge_queries.h"
#include "app/payment_queries.h"
#include "app/whose_legs_queries.h"
#include "store/tables.h"

namespace ayni {
namespace {

// What a settlement owes is paid by its own orders, and payments take away what was owed.
bool is_of_settlements_or_payments(EntryKind kind) {
    using enum EntryKind;
    return kind == settlement || kind == accrual || kind == payment_ordered ||
           kind == payment_confirmed || kind == payment_refused || kind == payment_returned ||
           kind == payment_misdirected || kind == merge;
}

}  // namespace

Money OpenPayables::free_of(PartyId party) const {
    const auto found = by_party.find(party);
    if (found == by_party.end()) return {0, currency};
    return found->second.owed - found->second.alive;
}

OpenPayables owed_outside_settlements(const View& view) {
    OpenPayables all{own_organisation(view).currency, {}};
    const Money zero{0, all.currency};
    const auto kept = kept_parties(view);
    const auto line_of = [&](PartyId party) -> OpenPayables::Line& {
        return all.by_party.try_emplace(kept.of(party), OpenPayables::Line{zero, zero})
            .first->second;
    };
    WhoseLegs whose(view);
    std::set<EntryNumber> left_out;
    auto query = select<Entry>(view.db, "WHERE organisation = $1 ORDER BY number");
    query.integer(view.organisation.number);
    Entry entry;
    while (query.next()) {
        read_row(query, describe<Entry>(), &entry);
        if (is_of_settlements_or_payments(entry.kind) || left_out.contains(entry.reverses)) {
            left_out.insert(entry.number);
            continue;
        }
        for (const auto& leg : whose.of(entry))
            if (leg.role == AccountRole::producer_payable && leg.amount.currency == all.currency)
                line_of(leg.party).owed -= leg.amount;
    }
    for (const auto& payment : payments_where(view, "settlement", 0))
        if (is_alive(payment.state)) line_of(payment.producer).alive += payment.amount;
    return all;
}

}  // namespace ayni
