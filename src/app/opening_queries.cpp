#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "app/use_cases.h"
#include "domain/collection/check_delivery.h"
#include "store/tables.h"

namespace ayni {

Result<void> record_opening(Work& work, const RecordOpening& command) {
    if (command.role == AccountRole::surplus) return refuse(Refusal::not_a_choice, "/role");
    if (command.amount.currency != own_organisation(work).currency)
        return refuse(Refusal::currencies_differ, "/amount/currency");
    if (command.amount.is_zero()) return refuse(Refusal::amount_not_positive, "/amount");
    if (auto plausible = check_day(command.day, work.today); !plausible) return plausible;
    PartyId party;
    if (command.party) {
        const auto found = find_party(work, *command.party, "/party");
        if (!found) return std::unexpected(found.error());
        party = found->party;
    }
    auto entry = new_entry(work, EntryKind::opening, command.day,
                           {{command.role, party, {}, 0, command.amount},
                            {AccountRole::surplus, {}, {}, 0, -command.amount}},
                           0, party);
    keep_entry(work, entry);
    work.made("entry", entry.number.number);
    return {};
}

}  // namespace ayni
