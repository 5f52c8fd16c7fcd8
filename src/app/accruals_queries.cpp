#include "app/accruals_queries.h"

#include <algorithm>
#include <map>

#include "app/buying_queries.h"
#include "app/closing_queries.h"
#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "app/settlement_inputs_queries.h"
#include "app/unsettled_spans_queries.h"
#include "app/use_cases.h"
#include "kernel/check.h"
#include "store/tables.h"

namespace ayni {
namespace {

// Accruals of days that end with the settlement or after it.
std::vector<Accrual> accruals_from(const View& view, ProductId product, Date last) {
    auto query = select<Accrual>(view.db,
                                 "WHERE organisation = $1 AND product = $2 AND last >= $3 AND "
                                 "cancelled = 0 ORDER BY number");
    query.integer(view.organisation.number).integer(product.number).integer(last.days);
    return all_rows<Accrual>(query);
}

void reverse_on(Work& work, EntryNumber number, Date day) {
    const auto entry = find_entry(work, number);
    CHECK(entry.has_value());
    keep_reversal(work, *entry, day);
}

// Milk that no settlement has taken in by the end of a month, and from which day on.
struct UnsettledMilk {
    Date first;
    std::vector<MilkValue> values;
};

void add_late(std::vector<MilkValue>& milk, const SettlementInputs& inputs) {
    for (const auto& late : inputs.late)
        milk.push_back({late.producer, late.amount, late.member, late.quantity});
}

// The days that are still to be settled, and what came late to those that are settled.
Result<UnsettledMilk> unsettled_milk(const View& view, const Product& product, Date end) {
    UnsettledMilk milk{end, {}};
    const auto spans = unsettled_spans(view, product.product, end, Covers::posted);
    for (const auto& days : spans) {
        const auto inputs = load_without_late(view, product, days, AsOf{});
        if (!inputs) return std::unexpected(inputs.error());
        auto worth = value_milk(*inputs);
        if (!worth) return std::unexpected(named_by_code(view, worth.error()));
        milk.values.insert(milk.values.end(), worth->begin(), worth->end());
        milk.first = std::min(milk.first, days.first);
    }
    // The inputs of any days have what came late; those after the end have nothing else.
    const auto late = load_settlement_inputs(view, product, {end + 1, end + 1});
    if (!late) return std::unexpected(late.error());
    add_late(milk.values, *late);
    std::ranges::stable_sort(milk.values, {}, &MilkValue::producer);
    return milk;
}

// The number of the accrual; none: nothing is left to accrue. Refused: as the pricing of the milk.
Result<std::optional<AccrualNumber>> accrue(Work& work, const Product& product, Date end) {
    const auto milk = unsettled_milk(work, product, end);
    if (!milk) return std::unexpected(milk.error());
    auto legs = accrual_legs(milk->values, bought_for(work, product.product, end));
    if (legs.empty()) return std::nullopt;
    auto entry = new_entry(work, EntryKind::accrual, end, std::move(legs), product.product.number);
    keep_entry(work, entry);
    const auto back = keep_reversal(work, entry, end + 1);
    const AccrualNumber number{next_number(work.db, "accrual", "number", work.organisation)};
    insert(work.db, Accrual{work.organisation, number, product.product, milk->first, end,
                            entry.number, back, work.position(), 0});
    return number;
}

void cancel(Work& work, const Accrual& known, std::int64_t cancelled) {
    reverse_on(work, known.entry, known.last);
    reverse_on(work, known.taken_back_by, known.last + 1);
    work.db.query("UPDATE accrual SET cancelled = $3 WHERE organisation = $1 AND number = $2")
        .integer(work.organisation.number)
        .integer(known.number.number)
        .integer(cancelled)
        .run();
}

}  // namespace

Result<void> accrue_milk(Work& work, const AccrueMilk& command) {
    const auto product = find_product(work, command.product);
    if (!product) return std::unexpected(product.error());
    const auto end = command.month_end;
    if (!ends_month(end)) return refuse(Refusal::not_a_month_end, "/month_end", print(end));
    if (end > work.today) return refuse(Refusal::period_not_ended, "/month_end", print(end));
    if (end < open_from(work)) return refuse(Refusal::month_closed, "/month_end", print(end));
    for (const auto& known : accruals_from(work, product->product, end))
        if (known.last == end) return refuse(Refusal::already_recorded, "/month_end", print(end));
    const auto number = accrue(work, *product, end);
    if (!number) return std::unexpected(number.error());
    if (!*number) return refuse(Refusal::nothing_to_settle, "/month_end");
    work.made("accrual", (*number)->number);
    work.made("entries", 2);
    return {};
}

void undo_accrual(Work& work, const Accrual& known) { cancel(work, known, -work.position()); }

Result<void> replace_accruals(Work& work, ProductId product, Period settled) {
    for (const auto& known : accruals_from(work, product, settled.last)) {
        // In a closed month it stands: its reversal and the settlement come after it.
        if (known.first > settled.last || known.last < open_from(work)) continue;
        cancel(work, known, work.position());
        // What the settlement did not take in of the month is still to be settled.
        if (const auto rest = accrue(work, product_numbered(work, product), known.last); !rest)
            return std::unexpected(rest.error());
    }
    return {};
}

Result<void> restore_accruals(Work& work, const Settlement& withdrawn) {
    std::map<Date, Accrual> newest;
    auto query = select<Accrual>(
        work.db, "WHERE organisation = $1 AND product = $2 AND last >= $3 ORDER BY number");
    query.integer(work.organisation.number).integer(withdrawn.product.number);
    query.integer(withdrawn.first.days);
    for (const auto& known : all_rows<Accrual>(query)) newest.insert_or_assign(known.last, known);
    for (const auto& [end, known] : newest) {
        const bool is_replaced = known.cancelled > withdrawn.position;
        if ((known.cancelled != 0 && !is_replaced) || end < open_from(work)) continue;
        if (known.cancelled == 0) cancel(work, known, work.position());
        if (const auto made = accrue(work, product_numbered(work, withdrawn.product), end); !made)
            return std::unexpected(made.error());
    }
    return {};
}

Result<bool> is_accrued(const View& view, const Product& product, Date month_end) {
    const auto milk = unsettled_milk(view, product, month_end);
    if (!milk) return std::unexpected(milk.error());
    std::vector<Leg> booked;
    for (const auto& known : accruals_from(view, product.product, month_end))
        if (known.last == month_end) booked = find_entry(view, known.entry)->legs;
    const auto buyer = bought_for(view, product.product, month_end);
    return accrual_legs(milk->values, buyer) == booked;
}

std::optional<Accrual> find_accrual(const View& view, EntryNumber entry) {
    auto query = select<Accrual>(view.db,
                                 "WHERE organisation = $1 AND entry = $2 AND cancelled = 0");
    query.integer(view.organisation.number).integer(entry.number);
    return first_row<Accrual>(query);
}

}  // namespace ayni
