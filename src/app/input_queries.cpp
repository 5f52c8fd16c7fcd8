#include "app/input_queries.h"

#include <algorithm>
#include <map>

#include "app/closing_queries.h"
#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "app/overdraft_queries.h"
#include "app/use_cases.h"
#include "domain/people/check_agreed_day.h"
#include "kernel/check.h"
#include "store/asset_tables.h"
#include "store/tables.h"

namespace ayni {
namespace {

std::vector<InputMovement> movements_of(const View& view, const std::string& item) {
    auto query = select<InputMovement>(
        view.db, "WHERE organisation = $1 AND item = $2 AND undone = 0 ORDER BY number");
    query.integer(view.organisation.number).text(item);
    return all_rows<InputMovement>(query);
}

Result<void> check_money(Money amount, Currency currency, const std::string& where) {
    if (amount.currency != currency) return refuse(Refusal::currencies_differ, where);
    if (amount.is_zero() || amount.is_negative())
        return refuse(Refusal::amount_not_positive, where);
    return {};
}

InputMovement begun(const View& view, InputKind kind, const auto& command, std::int64_t position) {
    const Money zero{0, own_organisation(view).currency};
    return {.organisation = view.organisation,
            .number = {next_number(view.db, "input_movement", "number", view.organisation)},
            .kind = kind,
            .item = command.item,
            .day = command.day,
            .party = {},
            .quantity = command.quantity,
            .cost = zero,
            .price = zero,
            .vat = zero,
            .document = command.document,
            .obligation = {},
            .entry = {},
            .undone = 0,
            .position = position};
}

// Its entry, unless nothing moved, and itself.
void keep(Work& work, InputMovement& made) {
    work.made("input_movement", made.number.number);
    if (auto legs = input_legs(made); !legs.empty()) {
        auto entry = new_entry(work, EntryKind::stock, made.day, std::move(legs),
                               made.number.number, made.party);
        keep_entry(work, entry);
        made.entry = entry.number;
        work.made("entry", entry.number.number);
    }
    insert(work.db, made);
}

bool is_known(const View& view, const InputMovement& made) {
    auto query = view.db.query(
        "SELECT 1 FROM input_movement WHERE organisation = $1 AND document = $2 AND party = $3 AND "
        "item = $4 AND kind = $5 AND undone = 0");
    query.integer(view.organisation.number).text(made.document).integer(made.party.number);
    return query.text(made.item).integer(static_cast<int>(made.kind)).next();
}

Result<void> check_sale(const View& view, const SellInputs& command, Currency currency) {
    if (auto open = check_entry_day(view, command.day); !open) return open;
    if (command.quantity <= Quantity{}) return refuse(Refusal::quantity_not_positive, "/quantity");
    if (auto sound = check_money(command.price, currency, "/price"); !sound) return sound;
    if (auto sound = check_money(command.instalment, currency, "/instalment"); !sound) return sound;
    if (command.price < command.instalment)
        return refuse(Refusal::instalment_above_amount, "/instalment");
    return check_agreed_day(command.first_due, view.today, "/first_due");
}

// What he owes for it, as if it had been entered by hand.
Obligation debt_for(Work& work, const InputMovement& sold, const SellInputs& command) {
    return {work.organisation,
            {next_number(work.db, "obligation", "number", work.organisation)},
            sold.party,
            DeductionKind::input,
            {},
            command.price,
            command.instalment,
            command.first_due,
            command.document,
            0,
            work.position(),
            0,
            {},
            Money{0, command.price.currency},
            {}};
}

Result<InputMovement> existing_movement(const View& view, InputMovementNumber number) {
    auto query = select<InputMovement>(view.db,
                                       "WHERE organisation = $1 AND number = $2 AND undone = 0");
    query.integer(view.organisation.number).integer(number.number);
    auto known = first_row<InputMovement>(query);
    if (!known) return refuse(Refusal::not_found, "/movement", std::to_string(number.number));
    return *std::move(known);
}

// Nothing of the debt was taken yet.
Result<void> cancel_debt(Work& work, ObligationNumber debt) {
    auto taken = work.db.query(
        "SELECT 1 FROM application WHERE organisation = $1 AND obligation = $2 AND cancelled = 0 "
        "AND amount > 0");
    if (taken.integer(work.organisation.number).integer(debt.number).next())
        return refuse(Refusal::obligation_settled, "/movement");
    work.db.query("UPDATE obligation SET cancelled = $3 WHERE organisation = $1 AND number = $2")
        .integer(work.organisation.number)
        .integer(debt.number)
        .integer(work.position())
        .run();
    outdate_computed(work);
    return {};
}

// What came after it went by what the store was worth with it.
Result<void> check_undo(const View& view, const InputMovement& known) {
    if (known.kind == InputKind::sold) return {};
    const auto all = movements_of(view, known.item);
    if (all.back().number != known.number)
        return refuse(Refusal::entry_not_by_hand, "/movement",
                      std::to_string(all.back().number.number));
    return {};
}

}  // namespace

bool is_of_goods_sold(const View& view, ObligationNumber obligation) {
    auto query = view.db.query(
        "SELECT 1 FROM input_movement WHERE organisation = $1 AND obligation = $2");
    return query.integer(view.organisation.number).integer(obligation.number).next();
}

Result<void> receive_inputs(Work& work, const ReceiveInputs& command) {
    const auto party = find_party_if(work, command.supplier, "/supplier");
    if (!party) return std::unexpected(party.error());
    // Whoever is paid the tax gave a paper.
    if (command.vat && party->is_none()) return refuse(Refusal::field_missing, "/supplier");
    if (auto open = check_entry_day(work, command.day); !open) return open;
    if (command.quantity <= Quantity{}) return refuse(Refusal::quantity_not_positive, "/quantity");
    const auto currency = own_organisation(work).currency;
    if (auto sound = check_money(command.cost, currency, "/cost"); !sound) return sound;
    if (command.vat)
        if (auto sound = check_money(*command.vat, currency, "/vat"); !sound) return sound;
    auto made = begun(work, InputKind::received, command, work.position());
    made.party = *party;
    made.cost = command.cost;
    if (command.vat) made.vat = *command.vat;
    if (is_known(work, made))
        return refuse(Refusal::already_recorded, "/document", command.document);
    keep(work, made);
    return {};
}

Result<void> sell_inputs(Work& work, const SellInputs& command) {
    const auto party = find_supplier(work, command.supplier);
    if (!party) return std::unexpected(party.error());
    const auto currency = own_organisation(work).currency;
    if (auto sound = check_sale(work, command, currency); !sound) return sound;
    const auto all = movements_of(work, command.item);
    if (const auto least = least_stock_from(all, command.day); least < command.quantity)
        return refuse(Refusal::stock_not_enough, "/quantity", print(least));
    auto made = begun(work, InputKind::sold, command, work.position());
    made.party = party->party;
    made.price = command.price;
    made.cost = -cost_of_issue(all, currency, command.day, command.quantity);
    auto debt = debt_for(work, made, command);
    made.obligation = debt.number;
    work.made("obligation", debt.number.number);
    keep(work, made);
    debt.entry = made.entry;
    insert(work.db, debt);
    outdate_computed(work);
    return {};
}

Result<void> count_inputs(Work& work, const CountInputs& command) {
    if (auto open = check_entry_day(work, command.day); !open) return open;
    if (command.quantity < Quantity{}) return refuse(Refusal::quantity_not_positive, "/quantity");
    const auto all = movements_of(work, command.item);
    if (all.empty()) return refuse(Refusal::not_found, "/item", command.item);
    const auto currency = own_organisation(work).currency;
    auto made = begun(work, InputKind::counted, command, work.position());
    made.quantity = command.quantity - stock_after(all, currency, command.day).quantity;
    if (least_stock_from(all, command.day) + made.quantity < Quantity{})
        return refuse(Refusal::stock_not_enough, "/quantity",
                      print(least_stock_from(all, command.day)));
    made.cost = made.quantity < Quantity{}
                    ? -cost_of_issue(all, currency, command.day, Quantity{} - made.quantity)
                    : average_cost(stock_after(all, currency, command.day), made.quantity);
    keep(work, made);
    return {};
}

Result<void> undo_inputs(Work& work, const UndoInputs& command) {
    const auto known = existing_movement(work, command.movement);
    if (!known) return std::unexpected(known.error());
    if (auto last = check_undo(work, *known); !last) return last;
    if (!known->obligation.is_none())
        if (auto free = cancel_debt(work, known->obligation); !free) return free;
    work.db.query("UPDATE input_movement SET undone = $3 WHERE organisation = $1 AND number = $2")
        .integer(work.organisation.number)
        .integer(known->number.number)
        .integer(work.position())
        .run();
    if (known->entry.is_none()) return {};
    const auto entry = find_entry(work, known->entry);
    CHECK(entry.has_value());
    if (auto left = check_still_there(work, *entry, "/movement"); !left) return left;
    work.made("entry", keep_reversal(work, *entry, entry->event_date).number);
    return {};
}

Result<InputStockView> input_stock(const View& view, const InputStockQuery& query) {
    auto rows = select<InputMovement>(view.db,
                                      "WHERE organisation = $1 AND undone = 0 ORDER BY number");
    rows.integer(view.organisation.number);
    std::map<std::string, std::vector<InputMovement>> by_item;
    for (auto& row : all_rows<InputMovement>(rows)) by_item[row.item].push_back(std::move(row));
    const auto currency = own_organisation(view).currency;
    InputStockView all{{}, Money{0, currency}};
    for (const auto& [item, movements] : by_item) {
        const auto stock = stock_after(movements, currency, query.as_of.value_or(latest_day));
        // It came later, or is used up.
        if (stock.quantity == Quantity{} && stock.value.is_zero()) continue;
        all.items.push_back({item, stock.quantity, stock.value});
        all.value += stock.value;
    }
    return all;
}

Result<InputMovementsView> input_movements(const View& view, const InputMovementsQuery& query) {
    const auto wanted = find_party_if(view, query.party, "/party");
    if (!wanted) return std::unexpected(wanted.error());
    auto rows = select<InputMovement>(
        view.db, "WHERE organisation = $1 AND day BETWEEN $2 AND $3 ORDER BY number DESC");
    rows.integer(view.organisation.number).integer(query.first.value_or(Date{INT32_MIN}).days);
    rows.integer(query.last.value_or(latest_day).days);
    const auto names = party_names(view);
    InputMovementsView all;
    for (const auto& row : all_rows<InputMovement>(rows)) {
        if (query.item && row.item != *query.item) continue;
        if (!wanted->is_none() && row.party != *wanted) continue;
        InputMovementView one{row.number,
                              row.kind,
                              row.day,
                              row.item,
                              names.code(row.party),
                              change_of(row),
                              row.cost,
                              row.price,
                              row.document,
                              {},
                              {},
                              row.undone != 0};
        if (!row.obligation.is_none()) one.obligation = row.obligation;
        if (!row.entry.is_none()) one.entry = row.entry;
        all.movements.push_back(std::move(one));
    }
    return all;
}

}  // namespace ayni
