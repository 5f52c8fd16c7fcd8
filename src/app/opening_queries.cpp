#include "app/closing_queries.h"
#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "app/use_cases.h"
#include "store/tables.h"

namespace ayni {
namespace {

// What producers owe begins as debts, which say when they are asked; these would never be.
bool begins_as_debt(AccountRole role) {
    switch (role) {
        case AccountRole::producer_advance:
        case AccountRole::input_receivable:
        case AccountRole::loan_principal:
        case AccountRole::interest_receivable:
        case AccountRole::producer_receivable: return true;
        default: return false;
    }
}

}  // namespace

Result<void> record_opening(Work& work, const RecordOpening& command) {
    if (command.role == AccountRole::surplus || begins_as_debt(command.role))
        return refuse(Refusal::not_a_choice, "/role", std::string(name_of(command.role)));
    if (command.role == AccountRole::producer_payable && !command.party)
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
