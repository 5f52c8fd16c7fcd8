#include "app/accruals_queries.h"

#include <algorithm>
#include <map>

#include "app/closing_queries.h"
#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "app/settlement_inputs_queries.h"
#include "app/use_cases.h"
#include "kernel/check.h"
#include "store/tables.h"

namespace ayni {
namespace {

// The day after the last one that is settled, or the first with milk. None: there is no milk.
std::optional<Date> first_unsettled(const View& view, ProductId product) {
    auto settled = view.db.query(
        "SELECT max(last) FROM settlement WHERE organisation = $1 AND product = $2 AND state = $3");
    settled.integer(view.organisation.number).integer(product.number);
    settled.integer(static_cast<int>(SettlementState::posted));
    if (settled.next() && !settled.is_null(0))
        return Date{static_cast<std::int32_t>(settled.integer_at(0))} + 1;
    // That of a row which does not count only makes the days without milk more.
    auto milk = view.db.query(
        "SELECT min(day) FROM delivery WHERE organisation = $1 AND product = $2");
    milk.integer(view.organisation.number).integer(product.number);
    if (!milk.next() || milk.is_null(0)) return std::nullopt;
    return Date{static_cast<std::int32_t>(milk.integer_at(0))};
}

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

// Milk of days that no settlement has taken in, and what came late to those that are settled. No
// day before `end` may be left: then it is only what came late.
Result<std::vector<MilkValue>> unsettled_milk(const View& view, const Product& product,
                                              std::optional<Date> first, Date end) {
    const bool is_left = first && *first <= end;
    const Period days = is_left ? Period{*first, end} : Period{end + 1, end + 1};
    const auto inputs = load_settlement_inputs(view, product, days);
    if (!inputs) return std::unexpected(inputs.error());
    std::vector<MilkValue> milk;
    if (is_left) {
        auto worth = value_milk(*inputs);
        if (!worth) return std::unexpected(named_by_code(view, worth.error()));
        milk = *std::move(worth);
    }
    for (const auto& late : inputs->late)
        milk.push_back({late.producer, late.amount, late.member, late.quantity});
    std::ranges::stable_sort(milk, {}, &MilkValue::producer);
    return milk;
}

// The number of the accrual; none: nothing is left to accrue. Refused: as the pricing of the milk.
Result<std::optional<AccrualNumber>> accrue(Work& work, const Product& product, Date end) {
    const auto first = first_unsettled(work, product.product);
    const auto milk = unsettled_milk(work, product, first, end);
    if (!milk) return std::unexpected(milk.error());
    auto legs = accrual_legs(*milk);
    if (legs.empty()) return std::nullopt;
    auto entry = new_entry(work, EntryKind::accrual, end, std::move(legs), product.product.number);
    keep_entry(work, entry);
    const auto back = keep_reversal(work, entry, end + 1);
    const AccrualNumber number{next_number(work.db, "accrual", "number", work.organisation)};
    insert(work.db,
           Accrual{work.organisation, number, product.product, std::min(first.value_or(end), end),
                   end, entry.number, back, work.position(), 0});
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
        if (known.last == settled.last) continue;
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
    const auto milk = unsettled_milk(view, product, first_unsettled(view, product.product),
                                     month_end);
    if (!milk) return std::unexpected(milk.error());
    std::vector<Leg> booked;
    for (const auto& known : accruals_from(view, product.product, month_end))
        if (known.last == month_end) booked = find_entry(view, known.entry)->legs;
    return accrual_legs(*milk) == booked;
}

std::optional<Accrual> find_accrual(const View& view, EntryNumber entry) {
    auto query = select<Accrual>(view.db,
                                 "WHERE organisation = $1 AND entry = $2 AND cancelled = 0");
    query.integer(view.organisation.number).integer(entry.number);
    return first_row<Accrual>(query);
}

}  // namespace ayni
