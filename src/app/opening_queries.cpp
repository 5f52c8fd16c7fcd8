#include "app/closing_queries.h"
#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "app/use_cases.h"
#include "ledger/by_party.h"
#include "store/tables.h"

namespace ayni {
namespace {

// What producers owe begins as debts, which say when they are asked; what is in store as goods that
// are counted, or as milk; what is on its way as a line of the bank that is still expected. Nothing
// would ever clear these accounts.
bool begins_elsewhere(AccountRole role) {
    switch (role) {
        case AccountRole::producer_advance:
        case AccountRole::input_receivable:
        case AccountRole::loan_principal:
        case AccountRole::interest_receivable:
        case AccountRole::producer_receivable:
        case AccountRole::stock_inputs:
        case AccountRole::stock_produce:
        case AccountRole::in_transit: return true;
        default: return false;
    }
}

}  // namespace

Result<void> record_opening(Work& work, const RecordOpening& command) {
    if (command.role == AccountRole::surplus || begins_elsewhere(command.role))
        return refuse(Refusal::not_a_choice, "/role", std::string(name_of(command.role)));
    if (is_by_party(command.role) && !command.party)
        return refuse(Refusal::field_missing, "/party");
    if (command.amount.currency != own_organisation(work).currency)
        return refuse(Refusal::currencies_differ, "/amount/currency");
    if (command.amount.is_zero()) return refuse(Refusal::amount_not_positive, "/amount");
    if (auto open = check_entry_day(work, command.day); !open) return open;
    const auto party = find_party_if(work, command.party, "/party");
    if (!party) return std::unexpected(party.error());
    auto entry = new_entry(work, EntryKind::opening, command.day,
                           {{command.role, *party, {}, 0, command.amount},
                            {AccountRole::surplus, {}, {}, 0, -command.amount}},
                           0, *party);
    keep_entry(work, entry);
    work.made("entry", entry.number.number);
    return {};
}

}  // namespace ayni
