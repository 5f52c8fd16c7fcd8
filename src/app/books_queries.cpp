#include <algorithm>

#include "app/caller_queries.h"
#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "app/merge_queries.h"
#include "app/settlement_inputs_queries.h"
#include "app/use_cases.h"
#include "kernel/check.h"
#include "kernel/packed.h"
#include "store/tables.h"

namespace ayni {
namespace {

LegView view_of(const Leg& leg, const PartyNames& names) {
    std::optional<std::string> name;
    if (!leg.party.is_none()) name = names.of(leg.party).name;
    return {leg.role, names.code(leg.party), name, names.code(leg.about), leg.amount};
}

bool concerns(const Entry& entry, const JournalQuery& query, std::optional<PartyId> party) {
    if (query.settlement &&
        (entry.kind != EntryKind::settlement || entry.subject != *query.settlement))
        return false;
    if (!query.account && !party) return true;
    return std::ranges::any_of(entry.legs, [&](const Leg& leg) {
        return (!query.account || leg.role == *query.account) &&
               (!party || leg.party == *party || leg.about == *party);
    });
}

template <class Each>
void each_entry(const View& view, Date first, Date last, Each&& each) {
    auto query = select<Entry>(
        view.db, "WHERE organisation = $1 AND date BETWEEN $2 AND $3 ORDER BY number");
    query.integer(view.organisation.number).integer(first.days).integer(last.days);
    Entry entry;
    while (query.next()) {
        read_row(query, describe<Entry>(), &entry);
        each(entry);
    }
}

constexpr Date earliest{INT32_MIN};

EntryView view_of(const Entry& entry, const PartyNames& names) {
    EntryView one{entry.number,   entry.date, entry.event_date, entry.kind, entry.subject,
                  entry.reverses, {}};
    for (const auto& leg : entry.legs) one.legs.push_back(view_of(leg, names));
    return one;
}

struct Cut {
    std::int64_t offset, limit;
};

// Where every entry fits, only those that are shown are read: a journal is printed page by page.
JournalView journal_of_days(const View& view, const JournalQuery& query, Cut cut,
                            const PartyNames& names) {
    const auto first = query.first.value_or(earliest), last = query.last.value_or(latest_day);
    auto count = view.db.query(
        "SELECT count(*) FROM entry WHERE organisation = $1 AND date BETWEEN $2 AND $3");
    count.integer(view.organisation.number).integer(first.days).integer(last.days);
    CHECK(count.next());
    JournalView all{count.integer_at(0), {}};
    auto rows = select<Entry>(view.db,
                              "WHERE organisation = $1 AND date BETWEEN $2 AND $3 ORDER BY number "
                              "LIMIT $4 OFFSET $5");
    rows.integer(view.organisation.number).integer(first.days).integer(last.days);
    rows.integer(cut.limit).integer(cut.offset);
    Entry entry;
    while (rows.next()) {
        read_row(rows, describe<Entry>(), &entry);
        all.entries.push_back(view_of(entry, names));
    }
    return all;
}

}  // namespace

Result<JournalView> journal(const View& view, const JournalQuery& query) {
    std::optional<PartyId> party;
    if (query.party) {
        const auto found = find_party_itself(view, *query.party, "/party");
        if (!found) return std::unexpected(found.error());
        party = found->party;
    }
    const auto names = party_names(view);
    const auto offset = std::clamp<std::int64_t>(query.offset.value_or(0), 0, INT32_MAX);
    const auto limit = std::clamp<std::int64_t>(query.limit.value_or(100), 1, 1000);
    if (!query.account && !party && !query.settlement)
        return journal_of_days(view, query, {offset, limit}, names);
    JournalView all;
    each_entry(view, query.first.value_or(earliest), query.last.value_or(latest_day),
               [&](const Entry& entry) {
                   if (!concerns(entry, query, party)) return;
                   if (const auto place = all.total++; place < offset || place >= offset + limit)
                       return;
                   all.entries.push_back(view_of(entry, names));
               });
    return all;
}

Result<BalancesView> balances(const View& view, const BalancesQuery& query) {
    const auto as_of = query.as_of.value_or(view.today);
    const auto sums = balances_on(view, as_of);
    const auto names = party_names(view);
    BalancesView all;
    all.as_of = as_of;
    all.sum = Money{0, own_organisation(view).currency};
    for (const auto& line : query.by_party.value_or(false) ? sums.by_party() : sums.by_account()) {
        if (line.amount.currency == all.sum.currency) all.sum += line.amount;
        if (query.account && line.role != *query.account) continue;
        std::optional<std::string> name;
        if (!line.party.is_none()) name = names.of(line.party).name;
        all.balances.push_back(
            {line.role, class_of(line.role), names.code(line.party), name, line.amount});
    }
    return all;
}

namespace {

// So far is looked back at once for the records of one person or of one kind.
constexpr std::int64_t most_looked_at = 20'000;

bool is_asked(const LogQuery& query, UserId actor, const LogBody& body) {
    return (!query.command || *query.command == body.command) &&
           (!query.actor || actor == body.actor);
}

}  // namespace

Result<LogListView> log_records(const View& view, const LogQuery& query) {
    LogListView all;
    auto rows = view.db.query(
        "SELECT l.position, l.body, l.hash FROM log l WHERE l.organisation = $1 AND l.position < "
        "$2 ORDER BY l.position DESC LIMIT $3");
    rows.integer(view.organisation.number).integer(query.before.value_or(INT64_MAX));
    rows.integer(most_looked_at + 1);
    const auto limit = std::clamp<std::int64_t>(query.limit.value_or(100), 1, 1000);
    const auto actor = query.actor ? user_named(view.db, *query.actor) : UserId{};
    if (query.actor && actor.is_none()) return all;
    for (std::int64_t looked_at = 0; rows.next(); ++looked_at) {
        const auto position = rows.integer_at(0);
        if (looked_at == most_looked_at || std::ssize(all.records) == limit) {
            all.earlier = position + 1;
            break;
        }
        const auto body = unpack<LogBody>(rows.text_at(1));
        CHECK(body.has_value());
        if (is_asked(query, actor, *body))
            all.records.push_back({position, body->at, login_of(view, body->actor), body->command,
                                   body->payload, hex(rows.text_at(2))});
    }
    return all;
}

}  // namespace ayni
