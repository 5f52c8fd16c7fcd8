#include <map>
#include <set>

#include "app/chart_queries.h"
#include "app/lookup_queries.h"
#include "app/service.h"
#include "app/use_cases.h"
#include "kernel/check.h"
#include "kernel/packed.h"
#include "ledger/plain_journal.h"
#include "ledger/reports.h"
#include "store/tables.h"

namespace ayni {
namespace {

Instant time_of_record(const View& view, std::int64_t position) {
    const auto body = body_at(view.db, view.organisation, position);
    CHECK(body.has_value());
    return body->at;
}

// The last record of the log that was made by the end of the day: records follow one another.
std::int64_t last_position_on(const View& view, Date day) {
    const auto zone = own_organisation(view).time_zone;
    std::int64_t known = 0, after = log_head(view.db, view.organisation).position + 1;
    while (after - known > 1) {
        const auto middle = known + (after - known) / 2;
        (day_in(zone, time_of_record(view, middle)) <= day ? known : after) = middle;
    }
    return known;
}

// Of what was known on a day; of all, where none is named.
std::int64_t known_position(const View& view, std::optional<Date> known_on) {
    return known_on ? last_position_on(view, *known_on) : INT64_MAX;
}

// Every entry up to the last day, as it was known on a day; in no order.
template <class Each>
void each_known(const View& view, Date last, std::optional<Date> known_on, const Each& each) {
    auto query = view.db.scan("number, date, reverses, legs",
                              "FROM entry WHERE organisation = $1 AND date <= $2 AND position <= "
                              "$3");
    query.integer(view.organisation.number).integer(last.days);
    query.integer(known_position(view, known_on));
    Entry entry;
    view.db.each(query, [&](const Row& row) {
        read_members<Entry, &Entry::number, &Entry::date, &Entry::reverses, &Entry::legs>(row,
                                                                                          entry);
        each(entry);
    });
}

// The entries that closed a year: they say nothing of income and expenses.
std::set<EntryNumber> year_ends(const View& view) {
    std::set<EntryNumber> all;
    auto query = view.db.query(
        "SELECT year_entry FROM closing WHERE organisation = $1 AND year_entry > 0");
    query.integer(view.organisation.number);
    while (query.next()) all.insert(EntryNumber{query.integer_at(0)});
    return all;
}

// How the roles are called in a journal. Refused: `account_not_mapped` when it is asked for one.
class JournalAccounts {
public:
    explicit JournalAccounts(const std::optional<Chart>& chart) : chart_(chart) {}

    [[nodiscard]] Result<void> check(const Entry& entry) const {
        if (chart_)
            for (const auto& leg : entry.legs)
                if (!account_in(*chart_, leg.role))
                    return refuse(Refusal::account_not_mapped, "/chart",
                                  std::string(name_of(leg.role)));
        return {};
    }
    [[nodiscard]] std::string of(AccountRole role) const {
        const auto* account = chart_ ? account_in(*chart_, role) : nullptr;
        return account ? account->code : plain_account(role);
    }

private:
    const std::optional<Chart>& chart_;
};

Result<void> check_days(const auto& query) {
    if (query.last < query.first) return refuse(Refusal::dates_reversed, "/last");
    return {};
}

}  // namespace

Result<TrialBalanceView> trial_balance(const View& view, const ChartReportQuery& query) {
    if (auto sound = check_days(query); !sound) return std::unexpected(sound.error());
    const auto chart = find_chart(view, query.chart, known_position(view, query.known_on));
    if (!chart) return std::unexpected(chart.error());
    TrialBalance books(query.first);
    each_known(view, query.last, query.known_on, [&](const Entry& entry) { books.add(entry); });
    const Money zero{0, own_organisation(view).currency};
    TrialBalanceView all{books.lines(), zero, zero, {}};
    for (const auto& line : all.lines) {
        if (line.debit.currency != zero.currency) continue;
        all.debit += line.debit;
        all.credit += line.credit;
    }
    if (*chart) {
        auto accounts = lines_by_chart(all.lines, **chart);
        if (!accounts) return std::unexpected(accounts.error());
        all.accounts = *std::move(accounts);
    }
    return all;
}

Result<IncomeView> income_statement(const View& view, const ReportQuery& query) {
    if (auto sound = check_days(query); !sound) return std::unexpected(sound.error());
    const auto closed = year_ends(view);
    AccountSums moved;
    each_known(view, query.last, query.known_on, [&](const Entry& entry) {
        if (entry.date >= query.first && !closed.contains(entry.number) &&
            !closed.contains(entry.reverses))
            moved.add(entry);
    });
    IncomeView all{{}, {}, Money{0, own_organisation(view).currency}};
    for (const auto& line : moved.lines()) {
        const auto side = class_of(line.role);
        if (side == AccountClass::income)
            all.income.push_back({line.role, -line.amount});
        else if (side == AccountClass::expense)
            all.expenses.push_back({line.role, line.amount});
        else
            continue;
        if (line.amount.currency == all.result.currency) all.result -= line.amount;
    }
    return all;
}

Result<PositionView> position(const View& view, const PositionQuery& query) {
    AccountSums books;
    each_known(view, query.as_of, query.known_on, [&](const Entry& entry) { books.add(entry); });
    const Money zero{0, own_organisation(view).currency};
    PositionView all{{}, {}, {}, zero, zero, zero};
    for (const auto& line : books.lines()) {
        const bool is_counted = line.amount.currency == zero.currency;
        switch (class_of(line.role)) {
            case AccountClass::asset:
                all.assets.push_back({line.role, line.amount});
                if (is_counted) all.total_assets += line.amount;
                continue;
            case AccountClass::liability:
                all.liabilities.push_back({line.role, -line.amount});
                break;
            case AccountClass::equity: all.equity.push_back({line.role, -line.amount}); break;
            case AccountClass::income:
            case AccountClass::expense:
                if (is_counted) all.result -= line.amount;
                break;
        }
        if (is_counted) all.total_liabilities_and_equity -= line.amount;
    }
    return all;
}

Result<JournalFileView> journal_file(const View& view, const ChartReportQuery& query) {
    if (auto sound = check_days(query); !sound) return std::unexpected(sound.error());
    const auto chart = find_chart(view, query.chart, known_position(view, query.known_on));
    if (!chart) return std::unexpected(chart.error());
    const JournalAccounts accounts(*chart);
    const auto names = party_names(view);
    const PlainNames plain{[&](AccountRole role) { return accounts.of(role); },
                           [&](PartyId party) { return plain_name(party, names.of(party).code); }};
    auto rows = select<Entry>(view.db,
                              "WHERE organisation = $1 AND date BETWEEN $2 AND $3 AND position <= "
                              "$4 ORDER BY number");
    rows.integer(view.organisation.number).integer(query.first.days).integer(query.last.days);
    rows.integer(known_position(view, query.known_on));
    JournalFileView file{"journal-" + print(query.last) + ".journal", {}};
    Entry entry;
    while (rows.next()) {
        read_row(rows, describe<Entry>(), &entry);
        if (auto mapped = accounts.check(entry); !mapped) return std::unexpected(mapped.error());
        append_plain(file.content, entry, plain);
    }
    return file;
}

Result<CashFlowView> cash_flow(const View& view, const ReportQuery& query) {
    if (auto sound = check_days(query); !sound) return std::unexpected(sound.error());
    CashFlow flow(query.first);
    each_known(view, query.last, query.known_on, [&](const Entry& entry) { flow.add(entry); });
    const auto currency = own_organisation(view).currency;
    CashFlowView all{Money{0, currency}, {}, Money{0, currency}};
    if (const auto found = flow.opening().find(currency); found != flow.opening().end())
        all.opening = found->second;
    all.closing = all.opening;
    for (const auto& line : flow.lines()) {
        all.flows.push_back({line.role, line.amount});
        if (line.amount.currency == currency) all.closing += line.amount;
    }
    return all;
}

}  // namespace ayni
