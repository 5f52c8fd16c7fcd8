#include "app/accruals_queries.h"
#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "app/use_cases.h"
#include "domain/alliance/certificate_premium.h"
#include "domain/collection/check_delivery.h"
#include "store/tables.h"

namespace ayni {
namespace {

bool is_reversed(const View& view, EntryNumber number) {
    auto query = view.db.query("SELECT 1 FROM entry WHERE organisation = $1 AND reverses = $2");
    query.integer(view.organisation.number).integer(number.number);
    return query.next();
}

// It is out of the store again, or back in it.
Result<void> reverse_stock(Work& work, const Entry& entry) {
    auto query = select<ProduceStock>(
        work.db,
        "WHERE organisation = $1 AND ((entry = $2 AND released_by = 0) OR released_by = $2)");
    query.integer(work.organisation.number).integer(entry.number.number);
    const auto lot = first_row<ProduceStock>(query);
    if (!lot) return refuse(Refusal::entry_not_by_hand, "/entry", std::string(name_of(entry.kind)));
    auto again = work.db.query(
        "SELECT 1 FROM produce_stock WHERE organisation = $1 AND lot = $2 AND number <> $3 AND "
        "released_by = 0");
    again.integer(work.organisation.number).text(lot->lot).integer(lot->number.number);
    if (again.next()) return refuse(Refusal::code_taken, "/entry", lot->lot);
    const auto reversal = keep_reversal(work, entry, entry.date);
    const EntryNumber released_by = lot->entry == entry.number ? reversal : EntryNumber{};
    work.db
        .query("UPDATE produce_stock SET released_by = $3 WHERE organisation = $1 AND number = $2")
        .integer(work.organisation.number)
        .integer(lot->number.number)
        .integer(released_by.number)
        .run();
    work.made("entry", reversal.number);
    return {};
}

}  // namespace

Result<void> record_premium(Work& work, const RecordPremium& command) {
    const auto buyer = find_party(work, command.buyer, "/buyer");
    if (!buyer) return std::unexpected(buyer.error());
    if (auto plausible = check_day(command.day, work.today); !plausible) return plausible;
    const auto currency = own_organisation(work).currency;
    const auto premium = certificate_premium(command.quantity, command.premium, currency);
    if (!premium) return std::unexpected(premium.error());
    if (premium->is_zero()) return refuse(Refusal::amount_not_positive, "/premium");
    auto entry = new_entry(work, EntryKind::premium, command.day,
                           premium_legs(buyer->party, *premium), 0, buyer->party);
    keep_entry(work, entry);
    work.made("entry", entry.number.number);
    return {};
}

Result<void> reverse_entry(Work& work, const ReverseEntry& command) {
    const auto entry = find_entry(work, command.entry);
    if (!entry) return refuse(Refusal::not_found, "/entry", std::to_string(command.entry.number));
    // Milk that was accrued has its reversal already, on the next day: both go.
    if (const auto milk = find_accrual(work, entry->number)) {
        undo_accrual(work, *milk);
        work.made("entries", 2);
        return {};
    }
    if (is_reversed(work, entry->number)) return refuse(Refusal::entry_reversed_already, "/entry");
    if (entry->kind == EntryKind::accrual) return reverse_stock(work, *entry);
    if (entry->kind != EntryKind::premium && entry->kind != EntryKind::opening)
        return refuse(Refusal::entry_not_by_hand, "/entry", std::string(name_of(entry->kind)));
    work.made("entry", keep_reversal(work, *entry, entry->date).number);
    return {};
}

}  // namespace ayni
