#include "app/accepted_milk_queries.h"
#include "app/buyer_account_queries.h"
#include "app/buying_queries.h"
#include "app/closing_queries.h"
#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "app/readings.h"
#include "app/sale_queries.h"
#include "app/undone_queries.h"
#include "domain/collection/check_delivery.h"
#include "domain/sale/lot_weight.h"
#include "domain/sale/sale_legs.h"
#include "kernel/check.h"
#include "kernel/described_json.h"
#include "store/sale_tables.h"
#include "store/tables.h"

namespace ayni {
namespace {

bool is_code_taken(const View& view, const std::string& code) {
    auto query = view.db.query("SELECT 1 FROM lot WHERE organisation = $1 AND code = $2");
    return query.integer(view.organisation.number).text(code).next();
}

bool is_liquidated(const View& view, LotNumber lot) {
    auto query = view.db.query(
        "SELECT 1 FROM liquidation_line l JOIN liquidation q ON q.organisation = l.organisation "
        "AND q.number = l.liquidation WHERE l.organisation = $1 AND l.lot = $2 AND q.undone = 0");
    return query.integer(view.organisation.number).integer(lot.number).next();
}

// Refused: `not_found`, `lot_decided`.
Result<Lot> undecided_lot(const View& view, const std::string& code) {
    auto lot = existing_lot(view, code);
    if (lot && lot->state != LotState::dispatched)
        return refuse(Refusal::lot_decided, "/lot", std::string(name_of(lot->state)));
    return lot;
}

Result<void> check_decided_on(const View& view, const Lot& lot, Date day) {
    if (auto open = check_entry_day(view, day); !open) return open;
    if (day < lot.day) return refuse(Refusal::dates_reversed, "/day", print(lot.day));
    return {};
}

void keep(Work& work, const Lot& lot) {
    work.db.query("DELETE FROM lot WHERE organisation = $1 AND number = $2")
        .integer(work.organisation.number)
        .integer(lot.number.number)
        .run();
    insert(work.db, lot);
}

// What the terms' indices were on a day, in their order.
std::vector<std::optional<Price>> indices_on(const View& view, const CompiledTerms& terms,
                                             Date day) {
    std::vector<std::optional<Price>> values;
    for (const auto& series : terms.indices()) {
        auto query = view.db.query(
            "SELECT value FROM index_value WHERE organisation = $1 AND series = $2 AND day <= $3 "
            "ORDER BY day DESC, revision DESC LIMIT 1");
        query.integer(view.organisation.number).text(series).integer(day.days);
        values.push_back(query.next() ? std::optional(Price{query.integer_at(0)}) : std::nullopt);
    }
    return values;
}

bool is_bought_for_buyer(const View& view, const Lot& lot) {
    return bought_for(view, lot.product, lot.day) == lot.buyer;
}

// Posts something of the lot, which names the entry then.
void post(Work& work, Lot& lot, Date day, std::vector<Leg> legs) {
    auto entry = new_entry(work, EntryKind::sale, day, std::move(legs), lot.number.number,
                           lot.buyer);
    keep_entry(work, entry);
    lot.entry = entry.number;
    work.made("entry", entry.number.number);
}

LotView view_of(const View& view, const Lot& lot, const PartyNames& names) {
    const auto product = product_numbered(view, lot.product);
    LotView one{.lot = lot.code,
                .product = product.code,
                .buyer = names.of(lot.buyer).code,
                .day = lot.day,
                .collected_from = lot.collected_from,
                .tank = {},
                .quantity = lot.weight,
                .litres = {},
                .factor = lot.factor,
                .readings = named(product.attributes, lot.readings),
                .collected = {},
                .difference = {},
                .state = lot.state,
                .decided_on = lot.decided_on,
                .reason = {},
                .note = {},
                .price = {},
                .value = {},
                .due = lot.due,
                .entry = {}};
    // What was collected, and what we note for ourselves, is no buyer's business.
    if (!view.own_party) {
        one.collected = collected_in(view, lot.product, {lot.collected_from, lot.day});
        one.difference = one.quantity - *one.collected;
        if (!lot.note.empty()) one.note = lot.note;
    }
    if (!lot.tank.empty()) one.tank = lot.tank;
    if (lot.litres != Quantity{}) one.litres = lot.litres;
    if (!lot.reason.empty()) one.reason = lot.reason;
    if (lot.state == LotState::accepted) {
        one.price = lot.price;
        one.value = lot.value;
    }
    if (!lot.entry.is_none()) one.entry = lot.entry;
    return one;
}

}  // namespace

Result<Lot> existing_lot(const View& view, const std::string& code, std::string where) {
    auto query = select<Lot>(view.db, "WHERE organisation = $1 AND code = $2");
    query.integer(view.organisation.number).text(code);
    auto known = first_row<Lot>(query);
    if (!known) return refuse(Refusal::not_found, std::move(where), code);
    return *std::move(known);
}

std::vector<Lot> lots_where(const View& view, PartyId buyer) {
    auto query = select<Lot>(view.db,
                             "WHERE organisation = $1 AND (buyer = $2 OR $2 = 0) ORDER BY number");
    query.integer(view.organisation.number).integer(buyer.number);
    return all_rows<Lot>(query);
}

Result<PricedLot> worth_of(const View& view, const Lot& lot, AgreementNumber agreement,
                           std::span<const Lot> period) {
    auto query = select<Agreement>(view.db, "WHERE organisation = $1 AND number = $2");
    query.integer(view.organisation.number).integer(agreement.number);
    const auto signed_one = first_row<Agreement>(query);
    CHECK(signed_one.has_value());
    const auto price = from_json_text<PriceTerms>(signed_one->price, Limits::none);
    CHECK(price.has_value());  // It was valid when it was signed, and nobody may change it.
    const auto terms = CompiledTerms::compile(*price,
                                              product_numbered(view, lot.product).attributes);
    CHECK(terms.has_value());
    auto found = price_lot(*terms, lot, period, indices_on(view, *terms, lot.day));
    if (!found)
        return refuse(found.error().reason(), "/lot" + found.error().problems.front().where,
                      found.error().problems.front().detail);
    return found;
}

std::vector<Lot> sold_in(const View& view, ProductId product, PartyId buyer, Period days) {
    auto sold = lots_where(view, buyer);
    std::erase_if(sold, [&](const Lot& each) {
        return each.state != LotState::accepted || each.product != product ||
               !days.contains(each.day);
    });
    return sold;
}

std::vector<Lot> with(std::vector<Lot> lots, const Lot& lot) {
    std::erase_if(lots, [&](const Lot& each) { return each.number == lot.number; });
    lots.push_back(lot);
    return lots;
}

Quantity collected_in(const View& view, ProductId product, Period days) {
    Quantity collected;
    each_accepted(view, product, days, [&](const Delivery& each) { collected += each.quantity; });
    return collected;
}

Result<void> dispatch_lot(Work& work, const DispatchLot& command) {
    const auto product = find_product(work, command.product);
    if (!product) return std::unexpected(product.error());
    const auto buyer = find_buyer(work, command.buyer);
    if (!buyer) return std::unexpected(buyer.error());
    if (auto plausible = check_day(command.day, work.today); !plausible) return plausible;
    if (auto usable = check_code(command.code); !usable) return usable;
    if (is_code_taken(work, command.code))
        return refuse(Refusal::code_taken, "/code", command.code);
    const auto collected_from = command.collected_from.value_or(command.day);
    if (command.day < collected_from) return refuse(Refusal::dates_reversed, "/collected_from");
    const auto measured = lot_weight(
        {command.quantity, command.litres, command.density.value_or(product->density)});
    if (!measured) return std::unexpected(measured.error());
    const auto readings = readings_from(
        product->attributes, command.readings.value_or(std::vector<NamedReading>{}), "/readings");
    if (!readings) return std::unexpected(readings.error());
    const Money nothing{0, own_organisation(work).currency};
    const Lot made{.organisation = work.organisation,
                   .number = {next_number(work.db, "lot", "number", work.organisation)},
                   .code = command.code,
                   .product = product->product,
                   .buyer = buyer->party,
                   .day = command.day,
                   .collected_from = collected_from,
                   .tank = command.tank.value_or(std::string()),
                   .weight = measured->weight,
                   .litres = command.litres.value_or(Quantity{}),
                   .factor = measured->factor,
                   .readings = *readings,
                   .note = command.note.value_or(std::string()),
                   .state = LotState::dispatched,
                   .decided_on = {},
                   .reason = {},
                   .agreement = {},
                   .terms = {},
                   .price = {},
                   .value = nothing,
                   .due = {},
                   .entry = {},
                   .position = work.position()};
    insert(work.db, made);
    work.made("lot", made.number.number);
    return {};
}

Result<void> accept_lot(Work& work, const AcceptLot& command) {
    auto lot = undecided_lot(work, command.lot);
    if (!lot) return std::unexpected(lot.error());
    if (auto sound = check_decided_on(work, *lot, command.day); !sound) return sound;
    const auto sold_by = sale_agreement_on(work, lot->product, lot->buyer, lot->day);
    if (!sold_by) return std::unexpected(sold_by.error());
    if (command.readings) {
        const auto readings = readings_from(product_numbered(work, lot->product).attributes,
                                            *command.readings, "/readings");
        if (!readings) return std::unexpected(readings.error());
        lot->readings = *readings;
    }
    // By what was sold of its fortnight so far; the buyer's liquidation knows all of it.
    const auto worth = worth_of(
        work, *lot, sold_by->agreement.number,
        with(sold_in(work, lot->product, lot->buyer, fortnight_of(lot->day)), *lot));
    if (!worth) return std::unexpected(worth.error());
    lot->state = LotState::accepted;
    lot->decided_on = command.day;
    lot->agreement = sold_by->agreement.number;
    lot->terms = sold_by->terms.number;
    lot->price = worth->price;
    lot->value = worth->value;
    lot->due = command.day + static_cast<int>(sold_by->terms.payment_days);
    if (!lot->value.is_zero() && !is_bought_for_buyer(work, *lot))
        post(work, *lot, command.day, sale_legs(*lot));
    work.made("price", lot->price.millionths);  // so that the record tells it
    keep(work, *lot);
    return {};
}

Result<void> reject_lot(Work& work, const RejectLot& command) {
    auto lot = undecided_lot(work, command.lot);
    if (!lot) return std::unexpected(lot.error());
    if (auto sound = check_decided_on(work, *lot, command.day); !sound) return sound;
    if (command.lost) {
        const auto lost = *command.lost;
        if (lost.currency != lot->value.currency)
            return refuse(Refusal::currencies_differ, "/lost/currency");
        if (lost.minor <= 0) return refuse(Refusal::amount_not_positive, "/lost");
        if (is_bought_for_buyer(work, *lot)) return refuse(Refusal::produce_not_own, "/lost");
        post(work, *lot, command.day,
             loss_legs(lost, command.bought_from.value_or(MembershipKind::member)));
    }
    lot->state = LotState::rejected;
    lot->decided_on = command.day;
    lot->reason = command.reason;
    keep(work, *lot);
    return {};
}

Result<void> cancel_lot(Work& work, const CancelLot& command) {
    auto lot = undecided_lot(work, command.lot);
    if (!lot) return std::unexpected(lot.error());
    lot->state = LotState::cancelled;
    lot->reason = command.reason;
    keep(work, *lot);
    return {};
}

Result<void> reopen_lot(Work& work, const ReopenLot& command) {
    auto lot = existing_lot(work, command.lot);
    if (!lot) return std::unexpected(lot.error());
    if (lot->state == LotState::dispatched) return refuse(Refusal::lot_not_accepted, "/lot");
    if (is_liquidated(work, lot->number)) return refuse(Refusal::lot_liquidated, "/lot");
    if (is_any_paid(work, lot->buyer, {lot->number})) return refuse(Refusal::sale_paid, "/lot");
    if (!lot->entry.is_none()) {
        const auto entry = find_entry(work, lot->entry);
        CHECK(entry.has_value());
        work.made("entry", keep_reversal(work, *entry, entry->date).number);
    }
    lot->state = LotState::dispatched;
    lot->decided_on = {};
    lot->reason.clear();
    lot->agreement = {};
    lot->terms = {};
    lot->price = {};
    lot->value = Money{0, lot->value.currency};
    lot->due = {};
    lot->entry = {};
    keep(work, *lot);
    return {};
}

Result<LotsView> lots(const View& view, const LotsQuery& query) {
    const auto buyer = asked_buyer(view, query.buyer);
    if (!buyer) return std::unexpected(buyer.error());
    const auto names = party_names(view);
    auto rows = lots_where(view, *buyer);
    LotsView all;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        if (query.first && row->day < *query.first) continue;
        if (query.last && *query.last < row->day) continue;
        if (query.state && row->state != *query.state) continue;
        all.lots.push_back(view_of(view, *row, names));
    }
    return all;
}

}  // namespace ayni
