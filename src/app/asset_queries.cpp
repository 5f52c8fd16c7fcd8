#include "app/asset_queries.h"

#include <algorithm>
#include <map>

#include "app/closing_queries.h"
#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "domain/people/check_begun_day.h"
#include "kernel/check.h"
#include "store/asset_tables.h"
#include "store/tables.h"

namespace ayni {
namespace {

std::vector<Asset> all_assets(const View& view) {
    auto query = select<Asset>(view.db,
                               "WHERE organisation = $1 AND withdrawn = 0 ORDER BY number");
    query.integer(view.organisation.number);
    return all_rows<Asset>(query);
}

Result<Asset> existing_asset(const View& view, AssetNumber number) {
    auto query = select<Asset>(view.db,
                               "WHERE organisation = $1 AND number = $2 AND withdrawn = 0");
    query.integer(view.organisation.number).integer(number.number);
    auto known = first_row<Asset>(query);
    if (!known) return refuse(Refusal::not_found, "/asset", std::to_string(number.number));
    return *std::move(known);
}

Result<Asset> present_asset(const View& view, AssetNumber number) {
    auto known = existing_asset(view, number);
    if (known && !known->disposed_by.is_none()) return refuse(Refusal::asset_disposed, "/asset");
    return known;
}

void set_disposed_by(Work& work, AssetNumber asset, EntryNumber entry) {
    work.db.query("UPDATE asset SET disposed_by = $3 WHERE organisation = $1 AND number = $2")
        .integer(work.organisation.number)
        .integer(asset.number)
        .integer(entry.number)
        .run();
}

// What the books say is depreciated of each asset by the end of a day, since they began.
std::map<std::int64_t, Money> depreciated_in_books(const View& view, Date day) {
    std::map<std::int64_t, Money> by_asset;
    auto query = select<Entry>(view.db, "WHERE organisation = $1 AND date <= $2");
    query.integer(view.organisation.number).integer(day.days);
    Entry entry;
    while (query.next()) {
        read_row(query, describe<Entry>(), &entry);
        for (const auto& leg : entry.legs)
            if (leg.role == AccountRole::accumulated_depreciation && leg.item != 0)
                by_asset.try_emplace(leg.item, Money{0, leg.amount.currency}).first->second -=
                    leg.amount;
    }
    return by_asset;
}

Money depreciated(const Asset& asset, const std::map<std::int64_t, Money>& in_books) {
    const auto found = in_books.find(asset.number.number);
    return found == in_books.end() ? asset.before : asset.before + found->second;
}

// What the entry brought into fixed assets, less what stands in the register of it.
Money free_of_assets(const View& view, const Entry& entry, Currency currency) {
    Money free{0, currency};
    for (const auto& leg : entry.legs)
        if (leg.role == AccountRole::fixed_asset && leg.amount.currency == currency)
            free += leg.amount;
    for (const auto& asset : all_assets(view))
        if (asset.bought_by == entry.number) free -= asset.cost;
    return free;
}

bool is_undone(const View& view, const Entry& entry) {
    auto query = view.db.query("SELECT 1 FROM entry WHERE organisation = $1 AND reverses = $2");
    query.integer(view.organisation.number).integer(entry.number.number);
    return !entry.reverses.is_none() || query.next();
}

Result<Money> proceeds_of(const DisposeAsset& command, Currency currency) {
    const auto proceeds = command.proceeds.value_or(Money{0, currency});
    if (proceeds.currency != currency) return refuse(Refusal::currencies_differ, "/proceeds");
    if (proceeds.is_negative()) return refuse(Refusal::amount_not_positive, "/proceeds");
    if (!proceeds.is_zero() && !command.into) return refuse(Refusal::field_missing, "/into");
    if (command.into && *command.into != AccountRole::bank && *command.into != AccountRole::cash)
        return refuse(Refusal::not_a_choice, "/into", std::string(name_of(*command.into)));
    return proceeds;
}

std::optional<Date> disposal_day(const View& view, const Asset& asset) {
    if (asset.disposed_by.is_none()) return std::nullopt;
    const auto entry = find_entry(view, asset.disposed_by);
    CHECK(entry.has_value());
    return entry->date;
}

}  // namespace

bool brought_assets(const View& view, EntryNumber entry) {
    auto query = view.db.query(
        "SELECT 1 FROM asset WHERE organisation = $1 AND bought_by = $2 AND withdrawn = 0");
    return query.integer(view.organisation.number).integer(entry.number).next();
}

Result<void> acquire_asset(Work& work, const AcquireAsset& command) {
    const auto entry = find_entry(work, command.entry);
    if (!entry || is_undone(work, *entry))
        return refuse(Refusal::not_found, "/entry", std::to_string(command.entry.number));
    const auto currency = own_organisation(work).currency;
    const Asset made{.organisation = work.organisation,
                     .number = {next_number(work.db, "asset", "number", work.organisation)},
                     .name = command.name,
                     .bought_by = entry->number,
                     .day = command.day,
                     .cost = command.cost,
                     .residual = command.residual,
                     .months = command.months,
                     .before = command.before.value_or(Money{0, currency}),
                     .disposed_by = {},
                     .withdrawn = 0,
                     .position = work.position()};
    if (made.cost.currency != currency) return refuse(Refusal::currencies_differ, "/cost");
    if (made.residual.currency != currency) return refuse(Refusal::currencies_differ, "/residual");
    if (made.before.currency != currency) return refuse(Refusal::currencies_differ, "/before");
    if (auto sound = check_asset(made); !sound) return sound;
    if (auto plausible = check_begun_day(command.day, work.today, "/day"); !plausible)
        return plausible;
    const auto free = free_of_assets(work, *entry, currency);
    if (free < made.cost) return refuse(Refusal::amounts_differ, "/cost", print_amount(free));
    insert(work.db, made);
    work.made("asset", made.number.number);
    return {};
}

Result<void> withdraw_asset(Work& work, const WithdrawAsset& command) {
    const auto known = present_asset(work, command.asset);
    if (!known) return std::unexpected(known.error());
    if (depreciated(*known, depreciated_in_books(work, latest_day)) != known->before)
        return refuse(Refusal::entry_not_by_hand, "/asset");
    work.db.query("UPDATE asset SET withdrawn = $3 WHERE organisation = $1 AND number = $2")
        .integer(work.organisation.number)
        .integer(known->number.number)
        .integer(work.position())
        .run();
    return {};
}

std::vector<Depreciated> not_depreciated(const View& view, Date month_end) {
    const auto in_books = depreciated_in_books(view, latest_day);
    std::vector<Depreciated> parts;
    for (const auto& asset : all_assets(view)) {
        if (!asset.disposed_by.is_none()) continue;
        const auto due = depreciated_by_plan(asset, month_end) - depreciated(asset, in_books);
        if (!due.is_zero() && !due.is_negative()) parts.push_back({asset.number, due});
    }
    return parts;
}

Result<void> depreciate(Work& work, const Depreciate& command) {
    const auto month_end = command.month_end;
    if (!ends_month(month_end))
        return refuse(Refusal::not_a_month_end, "/month_end", print(month_end));
    if (month_end > work.today)
        return refuse(Refusal::period_not_ended, "/month_end", print(month_end));
    if (month_end < open_from(work))
        return refuse(Refusal::month_closed, "/month_end", print(month_end));
    const auto parts = not_depreciated(work, month_end);
    if (parts.empty()) return refuse(Refusal::nothing_to_depreciate, "/month_end");
    auto entry = new_entry(work, EntryKind::depreciation, month_end, depreciation_legs(parts));
    keep_entry(work, entry);
    work.made("entry", entry.number.number);
    return {};
}

Result<void> dispose_asset(Work& work, const DisposeAsset& command) {
    const auto known = present_asset(work, command.asset);
    if (!known) return std::unexpected(known.error());
    if (auto open = check_entry_day(work, command.day); !open) return open;
    if (command.day < known->day) return refuse(Refusal::dates_reversed, "/day", print(known->day));
    const auto proceeds = proceeds_of(command, known->cost.currency);
    if (!proceeds) return std::unexpected(proceeds.error());
    const auto gone = depreciated(*known, depreciated_in_books(work, latest_day));
    // What it lost on days on which it was sold already is reversed first.
    if (depreciated(*known, depreciated_in_books(work, command.day)) != gone)
        return refuse(Refusal::dates_reversed, "/day");
    auto entry = new_entry(
        work, EntryKind::depreciation, command.day,
        disposal_legs(*known, gone, *proceeds, command.into.value_or(AccountRole::cash)),
        known->number.number);
    keep_entry(work, entry);
    set_disposed_by(work, known->number, entry.number);
    work.made("entry", entry.number.number);
    return {};
}

Result<void> reverse_depreciation(Work& work, const Entry& entry) {
    for (const auto& asset : all_assets(work)) {
        if (asset.disposed_by == entry.number) {
            set_disposed_by(work, asset.number, {});
            break;
        }
        const bool is_part = std::ranges::any_of(
            entry.legs, [&](const Leg& leg) { return leg.item == asset.number.number; });
        if (is_part && !asset.disposed_by.is_none())
            return refuse(Refusal::entry_not_by_hand, "/entry", asset.name);
    }
    work.made("entry", keep_reversal(work, entry, entry.event_date).number);
    return {};
}

Result<AssetsView> assets(const View& view, const AssetsQuery& query) {
    const auto as_of = query.as_of.value_or(latest_day);
    const auto in_books = depreciated_in_books(view, as_of);
    AssetsView all{{}, Money{0, own_organisation(view).currency}};
    for (const auto& asset : all_assets(view)) {
        if (asset.day > as_of) continue;
        AssetView one{.asset = asset.number,
                      .name = asset.name,
                      .entry = asset.bought_by,
                      .day = asset.day,
                      .cost = asset.cost,
                      .residual = asset.residual,
                      .months = asset.months,
                      .depreciated = depreciated(asset, in_books),
                      .worth = Money{0, all.worth.currency},
                      .disposed = disposal_day(view, asset),
                      .disposed_by = {}};
        if (one.disposed && *one.disposed <= as_of) {
            one.depreciated = Money{0, all.worth.currency};
            one.disposed_by = asset.disposed_by;
        } else {
            one.disposed.reset();
            one.worth = one.cost - one.depreciated;
        }
        all.worth += one.worth;
        all.assets.push_back(std::move(one));
    }
    return all;
}

}  // namespace ayni
