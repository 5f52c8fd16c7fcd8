#include "app/closing_queries.h"

#include "app/accruals_queries.h"
#include "app/asset_queries.h"
#include "app/bank_views_queries.h"
#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "app/settlement_inputs_queries.h"
#include "app/surplus_queries.h"
#include "app/use_cases.h"
#include "domain/collection/check_delivery.h"
#include "kernel/check.h"
#include "ledger/year_end.h"
#include "store/tables.h"

namespace ayni {
namespace {

// What is computed must be posted or given up before its days are closed.
Result<void> check_settlements(const View& view, Date month_end) {
    for (const auto& settlement : settlements_of(view, {})) {
        const bool is_draft = settlement.state == SettlementState::computed ||
                              settlement.state == SettlementState::approved;
        if (is_draft && settlement.first <= month_end)
            return refuse(Refusal::settlement_pending, "/month_end",
                          std::to_string(settlement.number.number));
    }
    return {};
}

Result<void> check_milk(const View& view, Date month_end) {
    auto query = select<Product>(view.db, "WHERE organisation = $1 ORDER BY product");
    query.integer(view.organisation.number);
    for (const auto& product : all_rows<Product>(query)) {
        const auto accrued = is_accrued(view, product, month_end);
        if (!accrued) return std::unexpected(accrued.error());
        if (!*accrued) return refuse(Refusal::milk_not_accrued, "/month_end", product.code);
    }
    return {};
}

// What the bank did is explained before the month in which it did is closed.
Result<void> check_bank(const View& view, Date month_end) {
    const auto lines = lines_not_explained(view, month_end);
    if (lines == 0) return {};
    return refuse(Refusal::lines_not_explained, "/month_end", std::to_string(lines));
}

Result<void> check_closing(const View& view, Date month_end) {
    if (!ends_month(month_end))
        return refuse(Refusal::not_a_month_end, "/month_end", print(month_end));
    if (month_end > view.today)
        return refuse(Refusal::period_not_ended, "/month_end", print(month_end));
    if (month_end < open_from(view))
        return refuse(Refusal::month_closed, "/month_end", print(month_end));
    if (auto settled = check_settlements(view, month_end); !settled) return settled;
    if (auto milk = check_milk(view, month_end); !milk) return milk;
    return check_bank(view, month_end);
}

void keep_closing(Work& work, Date month_end, EntryNumber year_entry) {
    const Closing made{.organisation = work.organisation,
                       .number = {next_number(work.db, "closing", "number", work.organisation)},
                       .last = month_end,
                       .position = work.position(),
                       .reopened = 0,
                       .reason = {},
                       .year_entry = year_entry};
    insert(work.db, made);
    work.made("closing", made.number.number);
}

}  // namespace

Date open_from(const View& view) {
    auto query = view.db.query(
        "SELECT max(last) FROM closing WHERE organisation = $1 AND reopened = 0");
    query.integer(view.organisation.number);
    if (!query.next() || query.is_null(0)) return Date{INT32_MIN};
    return Date{static_cast<std::int32_t>(query.integer_at(0))} + 1;
}

Result<void> check_entry_day(const View& view, Date day, std::string where) {
    if (!check_day(day, view.today))
        return refuse(Refusal::day_not_plausible, std::move(where), print(day));
    if (day < open_from(view)) return refuse(Refusal::month_closed, std::move(where), print(day));
    return {};
}

std::vector<Closing> closed_months(const View& view) {
    auto query = select<Closing>(view.db,
                                 "WHERE organisation = $1 AND reopened = 0 ORDER BY last, number");
    query.integer(view.organisation.number);
    return all_rows<Closing>(query);
}

Result<void> close_month(Work& work, const CloseMonth& command) {
    const auto last = command.month_end;
    if (auto sound = check_closing(work, last); !sound) return sound;
    const bool is_year_end = command.year_end.value_or(false);
    if (is_year_end && civil(last).month != 12) return refuse(Refusal::not_a_choice, "/year_end");
    if (is_year_end && !not_depreciated(work, last).empty())
        return refuse(Refusal::depreciation_missing, "/year_end");
    auto legs = is_year_end ? year_end_legs(balances_on(work, last)) : std::vector<Leg>{};
    if (legs.empty()) {
        keep_closing(work, last, {});
        return {};
    }
    auto entry = new_entry(work, EntryKind::year_end, last, std::move(legs), civil(last).year);
    keep_entry(work, entry);
    work.made("entry", entry.number.number);
    keep_closing(work, last, entry.number);
    return {};
}

Result<void> reopen_month(Work& work, const ReopenMonth& command) {
    const auto closed = closed_months(work);
    if (closed.empty() || closed.back().last != command.month_end)
        return refuse(Refusal::month_not_closed, "/month_end", print(command.month_end));
    const auto& known = closed.back();
    if (!known.year_entry.is_none()) {
        const auto year = civil(known.last).year;
        if (is_surplus_proposed(work, year))
            return refuse(Refusal::surplus_proposed, "/month_end", print(command.month_end));
        if (is_surplus_decided(work, year))
            return refuse(Refusal::surplus_decided, "/month_end", print(command.month_end));
    }
    work.db
        .query(
            "UPDATE closing SET reopened = $3, reason = $4 WHERE organisation = $1 AND number = "
            "$2")
        .integer(work.organisation.number)
        .integer(known.number.number)
        .integer(work.position())
        .text(command.reason)
        .run();
    work.made("closing", known.number.number);
    if (known.year_entry.is_none()) return {};
    const auto entry = find_entry(work, known.year_entry);
    CHECK(entry.has_value());
    work.made("entry", keep_reversal(work, *entry, known.last).number);
    return {};
}

Result<ClosingsView> closings(const View& view, const OrganisationQuery&) {
    ClosingsView all;
    const auto open = open_from(view);
    if (open.days != INT32_MIN) all.open_from = open;
    auto query = select<Closing>(view.db, "WHERE organisation = $1 ORDER BY number DESC");
    query.integer(view.organisation.number);
    for (const auto& row : all_rows<Closing>(query)) {
        std::optional<std::string> reason;
        if (row.reopened != 0) reason = row.reason;
        all.closings.push_back({row.number, row.last, !row.year_entry.is_none(), row.reopened != 0,
                                std::move(reason)});
    }
    return all;
}

}  // namespace ayni
