#include "app/verify_sales_queries.h"

#include "app/entry_queries.h"
#include "app/sale_queries.h"
#include "domain/sale/lot_weight.h"
#include "domain/sale/reconcile_lot.h"
#include "domain/sale/sale_legs.h"
#include "kernel/described_json.h"
#include "kernel/packed.h"
#include "store/sale_tables.h"
#include "store/tables.h"

namespace ayni {
namespace {

template <class Row>
std::vector<Row> rows_of(const View& view) {
    auto query = select<Row>(view.db, "WHERE organisation = $1 ORDER BY number");
    query.integer(view.organisation.number);
    return all_rows<Row>(query);
}

// Without legs there is no entry.
bool posts(const View& view, EntryNumber number, const std::vector<Leg>& legs) {
    if (number.is_none()) return legs.empty();
    const auto entry = find_entry(view, number);
    return entry && entry->legs == legs;
}

// Litres x factor, or both were measured and the factor comes of them.
bool weighs_as_measured(const Lot& lot) {
    if (lot.litres == Quantity{}) return true;
    const auto by_factor = lot_weight({{}, lot.litres, lot.factor});
    const auto by_both = lot_weight({lot.weight, lot.litres, lot.factor});
    return (by_factor && by_factor->weight == lot.weight) ||
           (by_both && by_both->factor == lot.factor);
}

// Weight x price, rounded as the agreement says by which it was sold.
bool is_worth_its_price(const View& view, const Lot& lot) {
    auto query = select<Agreement>(view.db, "WHERE organisation = $1 AND number = $2");
    query.integer(view.organisation.number).integer(lot.agreement.number);
    const auto agreement = first_row<Agreement>(query);
    if (!agreement) return false;
    const auto terms = from_json_text<PriceTerms>(agreement->price, Limits::none);
    if (!terms) return false;
    const auto value = value_of(lot.weight, lot.price, terms->currency, terms->rounding);
    return value && *value == lot.value;
}

// So many days after it was accepted, as the agreement says by which it was sold.
bool is_due_as_agreed(const View& view, const Lot& lot) {
    const auto due_after = [&](std::int64_t days) {
        return lot.decided_on && lot.due && *lot.due == *lot.decided_on + static_cast<int>(days);
    };
    if (lot.terms.is_none()) return due_after(0);
    auto query = select<SaleTerms>(view.db, "WHERE organisation = $1 AND number = $2");
    query.integer(view.organisation.number).integer(lot.terms.number);
    const auto terms = first_row<SaleTerms>(query);
    return terms && terms->agreement == lot.agreement && due_after(terms->payment_days);
}

void verify_lots(const View& view, const Find& find) {
    for (const auto& lot : rows_of<Lot>(view)) {
        if (!weighs_as_measured(lot)) find("lot_weight", lot.code);
        if (lot.state == LotState::accepted && !is_worth_its_price(view, lot))
            find("lot_value", lot.code);
        if (lot.state == LotState::accepted && !is_due_as_agreed(view, lot))
            find("lot_due", lot.code);
        // Of what is bought for the buyer there is no sale.
        if (lot.state == LotState::accepted && !lot.entry.is_none() &&
            !posts(view, lot.entry, sale_legs(lot)))
            find("lot_entry", lot.code);
    }
}

void verify_liquidations(const View& view, const Find& find) {
    for (const auto& row : rows_of<Liquidation>(view)) {
        const auto lines = lines_of(view, row.number);
        if (digest_of(lines) != row.lines_digest)
            find("liquidation_lines", std::to_string(row.number.number));
        else if (!posts(view, row.entry, liquidation_legs(row, lines)))
            find("liquidation_entry", std::to_string(row.number.number));
    }
}

void verify_decisions(const View& view, const Find& find) {
    for (const auto& row : rows_of<DisputeDecision>(view)) {
        auto query = select<Liquidation>(view.db, "WHERE organisation = $1 AND number = $2");
        query.integer(view.organisation.number).integer(row.liquidation.number);
        const auto liquidation = first_row<Liquidation>(query);
        bool stands = false;
        for (const auto& line : lines_of(view, row.liquidation))
            if (liquidation && line.lot == row.lot)
                stands = posts(view, row.entry,
                               correction_legs(row.worth - line.ours, liquidation->buyer, row.lot,
                                               income_of(row.lot)));
        if (!stands) find("decision_entry", std::to_string(row.number.number));
    }
}

void verify_receipts(const View& view, const Find& find) {
    for (const auto& row : rows_of<BuyerReceipt>(view)) {
        const auto entry = find_entry(view, row.entry);
        Money money{0, row.amount.currency}, advance = money;
        for (const auto& leg : entry.value_or(Entry{}).legs) {
            if (leg.role == row.kept_in) money += leg.amount;
            if (leg.role == AccountRole::buyer_advance && leg.amount.is_negative())
                advance -= leg.amount;
        }
        if (!entry || money != row.amount || advance != row.advance)
            find("receipt_entry", std::to_string(row.number.number));
    }
}

}  // namespace

void verify_sales(const View& view, const Find& find) {
    verify_lots(view, find);
    verify_liquidations(view, find);
    verify_decisions(view, find);
    verify_receipts(view, find);
}

}  // namespace ayni
