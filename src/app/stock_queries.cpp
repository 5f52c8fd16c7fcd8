#include "app/stock_queries.h"

#include "app/buying_queries.h"
#include "app/closing_queries.h"
#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "app/use_cases.h"
#include "kernel/check.h"
#include "store/tables.h"

namespace ayni {
namespace {

// The lot of that name that is still in the store.
std::optional<ProduceStock> find_lot(const View& view, const std::string& lot) {
    auto query = select<ProduceStock>(
        view.db, "WHERE organisation = $1 AND lot = $2 AND released_by = 0 ORDER BY number");
    query.integer(view.organisation.number).text(lot);
    return first_row<ProduceStock>(query);
}

// The lot that an entry recorded and nothing released yet, or that it released.
std::optional<ProduceStock> lot_of(const View& view, EntryNumber entry) {
    auto query = select<ProduceStock>(
        view.db,
        "WHERE organisation = $1 AND ((entry = $2 AND released_by = 0) OR released_by = $2)");
    query.integer(view.organisation.number).integer(entry.number);
    return first_row<ProduceStock>(query);
}

void set_released_by(Work& work, ProduceStockNumber lot, EntryNumber entry) {
    work.db
        .query("UPDATE produce_stock SET released_by = $3 WHERE organisation = $1 AND number = $2")
        .integer(work.organisation.number)
        .integer(lot.number)
        .integer(entry.number)
        .run();
}

}  // namespace

Result<void> record_stock(Work& work, const RecordStock& command) {
    const auto product = find_product(work, command.product);
    if (!product) return std::unexpected(product.error());
    if (auto open = check_entry_day(work, command.day); !open) return open;
    if (!bought_for(work, product->product, command.day).is_none())
        return refuse(Refusal::produce_not_own, "/product", command.product);
    if (find_lot(work, command.lot)) return refuse(Refusal::code_taken, "/lot", command.lot);
    const auto currency = own_organisation(work).currency;
    const auto shrink = command.shrink.value_or(Money{0, currency});
    if (command.cost.currency != currency) return refuse(Refusal::currencies_differ, "/cost");
    if (shrink.currency != currency) return refuse(Refusal::currencies_differ, "/shrink");
    if (command.quantity <= Quantity{}) return refuse(Refusal::quantity_not_positive, "/quantity");
    if (!(Money{0, currency} < command.cost)) return refuse(Refusal::amount_not_positive, "/cost");
    if (shrink.is_negative()) return refuse(Refusal::amount_not_positive, "/shrink");
    ProduceStock made{
        .organisation = work.organisation,
        .number = {next_number(work.db, "produce_stock", "number", work.organisation)},
        .product = product->product,
        .day = command.day,
        .lot = command.lot,
        .quantity = command.quantity,
        .cost = command.cost,
        .shrink = shrink,
        .bought_from = command.bought_from,
        .entry = {},
        .released_by = {},
        .position = work.position()};
    auto entry = new_entry(work, EntryKind::accrual, command.day, stock_legs(made),
                           made.number.number);
    keep_entry(work, entry);
    made.entry = entry.number;
    insert(work.db, made);
    work.made("stock", made.number.number);
    work.made("entry", entry.number.number);
    return {};
}

Result<void> release_stock(Work& work, const ReleaseStock& command) {
    const auto stock = find_lot(work, command.lot);
    if (!stock) return refuse(Refusal::not_found, "/lot", command.lot);
    if (auto open = check_entry_day(work, command.day); !open) return open;
    if (command.day < stock->day) return refuse(Refusal::dates_reversed, "/day", print(stock->day));
    auto entry = new_entry(work, EntryKind::accrual, command.day, release_legs(*stock),
                           stock->number.number);
    keep_entry(work, entry);
    set_released_by(work, stock->number, entry.number);
    work.made("entry", entry.number.number);
    return {};
}

Result<void> reverse_stock(Work& work, const Entry& entry) {
    const auto lot = lot_of(work, entry.number);
    if (!lot) return refuse(Refusal::entry_not_by_hand, "/entry", std::string(name_of(entry.kind)));
    const auto in_store = find_lot(work, lot->lot);
    if (in_store && in_store->number != lot->number)
        return refuse(Refusal::code_taken, "/entry", lot->lot);
    const auto reversal = keep_reversal(work, entry, entry.date);
    const bool was_recorded = lot->entry == entry.number;
    set_released_by(work, lot->number, was_recorded ? reversal : EntryNumber{});
    work.made("entry", reversal.number);
    return {};
}

}  // namespace ayni
