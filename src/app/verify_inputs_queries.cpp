#include "app/verify_inputs_queries.h"

#include "app/entry_queries.h"
#include "app/merge_queries.h"
#include "store/asset_tables.h"

namespace ayni {
namespace {

bool has_its_entry(const View& view, const std::vector<MergedParty>& mergers,
                   const InputMovement& movement) {
    auto legs = input_legs(movement);
    if (movement.entry.is_none()) return legs.empty();
    const auto entry = find_entry(view, movement.entry);
    if (!entry) return false;
    lead_to_kept({mergers, entry->position}, legs);
    return entry->kind == EntryKind::stock && entry->subject == movement.number.number &&
           entry->position == movement.position && entry->legs == legs;
}

}  // namespace

void verify_inputs(const View& view, const Find& find) {
    auto query = select<InputMovement>(view.db, "WHERE organisation = $1 ORDER BY number");
    query.integer(view.organisation.number);
    const auto mergers = all_mergers(view);
    for (const auto& movement : all_rows<InputMovement>(query)) {
        const bool one_currency = movement.cost.currency == movement.price.currency &&
                                  movement.cost.currency == movement.vat.currency;
        if (!one_currency || !has_its_entry(view, mergers, movement))
            find("input_movement", std::to_string(movement.number.number) + "/entry");
    }
}

}  // namespace ayni
