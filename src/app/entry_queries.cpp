#include "app/entry_queries.h"

#include "app/closing_queries.h"
#include "app/lookup_queries.h"
#include "app/merge_queries.h"
#include "app/whose_legs_queries.h"
#include "kernel/check.h"
#include "kernel/packed.h"
#include "store/tables.h"

namespace ayni {

EntryNumber next_entry(Work& work) {
    return {next_number(work.db, "entry", "number", work.organisation)};
}

Entry new_entry(Work& work, EntryKind kind, Date day, std::vector<Leg> legs, std::int64_t subject,
                PartyId party) {
    return {.organisation = work.organisation,
            .number = next_entry(work),
            .date = posting_date(day, open_from(work)),
            .event_date = day,
            .kind = kind,
            .subject = subject,
            .party = party,
            .reverses = {},
            .legs = std::move(legs),
            .position = 0};
}

void lead_to_kept(const KeptParties& kept, std::vector<Leg>& legs) {
    if (kept.empty()) return;
    for (auto& leg : legs) leg.party = kept.of(leg.party);
}

void keep_entry(Work& work, Entry& entry) {
    CHECK(check_balanced(entry.legs).has_value());
    // Nothing comes to stand under a code that leads to another one.
    if (entry.kind != EntryKind::merge) lead_to_kept(kept_parties(work), entry.legs);
    entry.position = work.position();
    insert(work.db, entry);
    work.effect(pack(entry));
}

EntryNumber keep_reversal(Work& work, const Entry& entry, Date date) {
    auto undone = entry;
    undone.legs = WhoseLegs(work).of(entry);
    auto reversal = reversal_of(undone, date);
    // What an entry of a later month took in is taken out there, not in the month of its event.
    reversal.date = posting_date(std::max(date, entry.date), open_from(work));
    reversal.number = next_entry(work);
    keep_entry(work, reversal);
    return reversal.number;
}

std::optional<Entry> find_entry(const View& view, EntryNumber number) {
    auto query = select<Entry>(view.db, "WHERE organisation = $1 AND number = $2");
    query.integer(view.organisation.number).integer(number.number);
    return first_row<Entry>(query);
}

Balances balances_on(const View& view, Date day) {
    auto query = select<Entry>(view.db, "WHERE organisation = $1 AND date <= $2");
    query.integer(view.organisation.number).integer(day.days);
    Balances sums;
    Entry entry;
    while (query.next()) {
        read_row(query, describe<Entry>(), &entry);
        sums.add(entry);
    }
    return sums;
}

}  // namespace ayni
