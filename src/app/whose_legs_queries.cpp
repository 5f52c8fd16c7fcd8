#include "app/whose_legs_queries.h"

#include "app/entry_queries.h"
#include "app/merge_queries.h"
#include "kernel/check.h"

namespace ayni {

WhoseLegs::WhoseLegs(const View& view) : view_(view), mergers_(all_mergers(view)) {}

std::vector<Leg> WhoseLegs::of(const Entry& entry) {
    if (mergers_.empty()) return entry.legs;
    if (entry.kind == EntryKind::merge) return {};
    if (!entry.reverses.is_none()) {
        auto undone = find_entry(view_, entry.reverses);
        CHECK(undone.has_value());
        undone->legs = of(*undone);
        return reversal_of(*undone, entry.date).legs;
    }
    auto legs = entry.legs;
    const KeptParties then(mergers_, entry.position);
    for (auto& leg : legs) {
        const auto named = named_by(entry, leg);
        if (then.of(named) == leg.party) leg.party = named;
    }
    return legs;
}

const std::optional<WhoseLegs::Debt>& WhoseLegs::debt(std::int64_t number) {
    const auto [known, is_new] = debts_.try_emplace(number);
    if (is_new) {
        // Whoever reverses an entry may be reading the whole row, by the statement for that.
        auto query = view_.db.query(
            "SELECT party, creditor FROM obligation WHERE organisation = $1 AND number = $2");
        query.integer(view_.organisation.number).integer(number);
        if (query.next()) known->second = {{query.integer_at(0)}, {query.integer_at(1)}};
    }
    return known->second;
}

// Whom the paper behind the leg names as its party; none where that is nobody.
PartyId WhoseLegs::named_by(const Entry& entry, const Leg& leg) {
    const bool is_about_another = !leg.about.is_none();
    // Items of buyers are lots, and a buyer of lots keeps his code.
    if (leg.item == 0 || leg.role == AccountRole::buyer_receivable)
        return is_about_another ? PartyId{} : entry.party;
    const auto& known = debt(leg.item);
    if (!known) return {};
    return is_about_another ? known->creditor : known->party;
}

}  // namespace ayni
