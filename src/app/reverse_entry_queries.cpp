#include "app/accruals_queries.h"
#include "app/asset_queries.h"
#include "app/bank_books_queries.h"
#include "app/capital_queries.h"
#include "app/closing_queries.h"
#include "app/entry_queries.h"
#include "app/sale_queries.h"
#include "app/overdraft_queries.h"
#include "app/stock_queries.h"
#include "app/surplus_queries.h"
#include "app/use_cases.h"
#include "app/voucher_queries.h"

namespace ayni {
namespace {

bool is_reversed(const View& view, EntryNumber number) {
    auto query = view.db.query("SELECT 1 FROM entry WHERE organisation = $1 AND reverses = $2");
    query.integer(view.organisation.number).integer(number.number);
    return query.next();
}

}  // namespace

Result<void> reverse_entry(Work& work, const ReverseEntry& command) {
    const auto entry = find_entry(work, command.entry);
    if (!entry) return refuse(Refusal::not_found, "/entry", std::to_string(command.entry.number));
    // Milk that was accrued has its reversal already, on the next day: both go.
    if (const auto milk = find_accrual(work, entry->number)) {
        if (milk->last < open_from(work))
            return refuse(Refusal::month_closed, "/entry", print(milk->last));
        undo_accrual(work, *milk);
        work.made("entries", 2);
        return {};
    }
    if (is_reversed(work, entry->number)) return refuse(Refusal::entry_reversed_already, "/entry");
    // What the bank says happened is taken from its line first.
    if (is_stated(work, entry->number)) return refuse(Refusal::line_matched, "/entry");
    // An asset goes off the register before what brought it is undone.
    if (brought_assets(work, entry->number)) return refuse(Refusal::entry_not_by_hand, "/entry");
    if (entry->kind == EntryKind::depreciation) return reverse_depreciation(work, *entry);
    if (entry->kind == EntryKind::accrual) return reverse_stock(work, *entry);
    if (entry->kind == EntryKind::voucher || entry->kind == EntryKind::compensation)
        return reverse_voucher(work, *entry, command.reason);
    if (entry->kind == EntryKind::receipt) return reverse_receipt_of(work, *entry);
    if (entry->kind == EntryKind::capital) return reverse_capital(work, *entry, command.reason);
    if (entry->kind == EntryKind::surplus_share)
        return reverse_surplus(work, *entry, command.reason);
    if (entry->kind != EntryKind::premium && entry->kind != EntryKind::opening)
        return refuse(Refusal::entry_not_by_hand, "/entry", std::string(name_of(entry->kind)));
    if (auto left = check_still_there(work, *entry, "/entry"); !left) return left;
    work.made("entry", keep_reversal(work, *entry, entry->date).number);
    return {};
}

}  // namespace ayni
