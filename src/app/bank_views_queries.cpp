#include "app/bank_views_queries.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/bank_books_queries.h"
#include "app/bank_lines_view.h"
#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "app/payment_queries.h"
#include "store/bank_tables.h"
#include "store/tables.h"

namespace ayni {
namespace {

// What was there before the first statement is no line of it.
std::int64_t matched_lines(const View& view, StatementNumber statement) {
    auto query = view.db.query(
        "SELECT count(DISTINCT line) FROM bank_match WHERE organisation = $1 AND statement = $2 "
        "AND line > 0 AND undone = 0");
    query.integer(view.organisation.number).integer(statement.number);
    return query.next() ? query.integer_at(0) : 0;
}

std::string reference_of(const View& view, PaymentNumber payment) {
    auto query = view.db.query(
        "SELECT reference FROM payment WHERE organisation = $1 AND number = $2");
    query.integer(view.organisation.number).integer(payment.number);
    return std::string(query.next() ? query.text_at(0) : "");
}

// A voucher that somebody proposed for the line and another one has to decide.
std::optional<std::int64_t> waiting_voucher(const View& view, const KeptLine& line) {
    auto query = view.db.query(
        "SELECT v.number FROM bank_explanation e JOIN voucher v ON v.organisation = "
        "e.organisation AND v.number = e.voucher WHERE e.organisation = $1 AND e.statement = $2 "
        "AND e.line = $3 AND v.state = $4");
    query.integer(view.organisation.number).integer(line.statement.number).integer(line.line);
    if (!query.integer(static_cast<int>(VoucherState::proposed)).next()) return std::nullopt;
    return query.integer_at(0);
}

MeaningView meaning_of(const View& view, const std::vector<BankMatch>& matches) {
    MeaningView meaning{
        .what = {}, .reasons = matches.front().reasons, .score = matches.front().score};
    for (const auto& match : matches) {
        MatchView one{{}, match.entry, {}};
        if (!match.payment.is_none()) one.reference = reference_of(view, match.payment);
        meaning.what.push_back(std::move(one));
    }
    return meaning;
}

// The lines of a statement that nobody explained get what they may have been.
class Lines {
public:
    Lines(const View& view, const KeptStatement& statement) : view_(view) {
        for (auto& match : matches_of(view, statement.number))
            matches_[match.line].push_back(std::move(match));
        lines_ = lines_of(view, statement.number);
    }
    [[nodiscard]] std::vector<BankLineView> all() {
        std::vector<BankLineView> shown;
        std::vector<std::size_t> open;
        std::vector<BankLine> read;
        for (const auto& line : lines_) {
            auto as_it_was_read = as_read(view_, line);
            shown.push_back(view_of(line.statement, line.line, as_it_was_read));
            if (const auto found = matches_.find(line.line); found != matches_.end()) {
                shown.back().meaning = meaning_of(view_, found->second);
                continue;
            }
            shown.back().voucher = waiting_voucher(view_, line);
            open.push_back(shown.size() - 1);
            read.push_back(std::move(as_it_was_read));
        }
        if (!open.empty()) suggest(open, read, shown);
        return shown;
    }

private:
    const View& view_;
    std::map<std::int32_t, std::vector<BankMatch>> matches_;
    std::vector<KeptLine> lines_;

    void suggest(const std::vector<std::size_t>& open, const std::vector<BankLine>& read,
                 std::vector<BankLineView>& shown) const {
        const auto first = std::ranges::min(read, {}, &BankLine::booked).booked;
        const auto books = load_bank_books(view_, first);
        const auto found = match_lines(read, books);
        for (std::size_t i = 0; i < open.size(); ++i) {
            auto& suggestions = shown[open[i]].suggestions;
            if (found[i].sure) suggestions.push_back(view_of(*found[i].sure, books));
            for (const auto& other : found[i].others) suggestions.push_back(view_of(other, books));
        }
    }
};

class Reconciling {
public:
    Reconciling(const View& view, Date as_of)
        : view_(view), as_of_(as_of), currency_(own_organisation(view).currency) {}

    std::int64_t not_explained() {
        read_matches();
        std::int64_t count = 0;
        for (const auto& statement : statements_by_then()) count += open_lines_of(statement);
        return count;
    }

    ReconciliationView view() {
        const Money zero{0, currency_};
        ReconciliationView all{.account = {},
                               .books = zero,
                               .statement = zero,
                               .stated = {},
                               .not_explained = {},
                               .not_explained_total = zero,
                               .not_stated = {},
                               .not_stated_total = zero,
                               .in_transit = {},
                               .in_transit_total = zero,
                               .in_transit_books = zero,
                               .difference = zero,
                               .agrees = false};
        if (auto account = newest_account(view_, {}); !account.empty()) all.account = account;
        read_matches();
        read_entries(all);
        read_statements(all);
        read_in_transit(all);
        all.difference = all.books -
                         (all.statement + all.not_stated_total - all.not_explained_total);
        all.agrees = all.difference.is_zero() && all.not_explained.empty() && all.stated &&
                     all.in_transit_books == all.in_transit_total;
        return all;
    }

private:
    const View& view_;
    Date as_of_;
    Currency currency_;
    using Place = std::pair<std::int64_t, std::int64_t>;  // a statement and its line
    std::set<Place> explained_;
    std::set<EntryNumber> stated_;

    // On the statement by that day is what stands on one that ended by then; a line counts as
    // explained once all its entries are dated by then.
    void read_matches() {
        auto matched = view_.db.query(
            "SELECT m.statement, m.line, m.entry, e.date FROM bank_match m JOIN bank_statement s "
            "ON s.organisation = m.organisation AND s.number = m.statement JOIN entry e ON "
            "e.organisation = m.organisation AND e.number = m.entry WHERE m.organisation = $1 AND "
            "m.undone = 0 AND s.last <= $2");
        matched.integer(view_.organisation.number).integer(as_of_.days);
        std::map<Place, std::vector<EntryNumber>> entries;
        std::set<Place> late;
        while (matched.next()) {
            const Place place{matched.integer_at(0), matched.integer_at(1)};
            entries[place].push_back({matched.integer_at(2)});
            if (matched.integer_at(3) > as_of_.days) late.insert(place);
        }
        for (const auto& [place, of_line] : entries) {
            if (late.contains(place)) continue;
            explained_.insert(place);
            stated_.insert(of_line.begin(), of_line.end());
        }
    }
    void read_entries(ReconciliationView& all) {
        auto query = select<Entry>(view_.db,
                                   "WHERE organisation = $1 AND date <= $2 ORDER BY number");
        query.integer(view_.organisation.number).integer(as_of_.days);
        std::map<EntryNumber, UnstatedEntryView> open;
        Entry entry;
        while (query.next()) {
            read_row(query, describe<Entry>(), &entry);
            for (const auto& leg : entry.legs)
                if (leg.role == AccountRole::in_transit) all.in_transit_books -= leg.amount;
            const auto amount = bank_amount(entry, currency_);
            if (amount.is_zero()) continue;
            all.books += amount;
            if (stated_.contains(entry.number)) continue;
            // An entry and its reversal of the same days are nothing to look for.
            if (!entry.reverses.is_none() && open.erase(entry.reverses) == 1) continue;
            open.emplace(entry.number,
                         UnstatedEntryView{entry.number, entry.kind, entry.date, amount});
        }
        for (auto& [number, each] : open) {
            all.not_stated_total += each.amount;
            all.not_stated.push_back(each);
        }
    }
    [[nodiscard]] std::vector<KeptStatement> statements_by_then() const {
        auto all = standing_statements(view_);
        std::erase_if(all, [&](const KeptStatement& each) { return each.last > as_of_; });
        return all;
    }
    [[nodiscard]] bool is_open(const KeptStatement& statement, std::int32_t line) const {
        return !explained_.contains({statement.number.number, line});
    }
    [[nodiscard]] std::int64_t open_lines_of(const KeptStatement& statement) const {
        return std::ranges::count_if(
            lines_of(view_, statement.number),
            [&](std::int32_t line) { return is_open(statement, line); }, &KeptLine::line);
    }
    void read_statements(ReconciliationView& all) {
        for (const auto& statement : statements_by_then()) {
            if (!all.stated || *all.stated <= statement.last) {
                all.stated = statement.last;
                all.statement = statement.closing;
            }
            if (open_lines_of(statement) == 0) continue;
            for (auto& line : Lines(view_, statement).all()) {
                if (!is_open(statement, static_cast<std::int32_t>(line.line))) continue;
                all.not_explained_total += line.amount;
                line.meaning.reset();  // of a later day
                all.not_explained.push_back(std::move(line));
            }
        }
    }
    // As each payment stood at the end of that day.
    void read_in_transit(ReconciliationView& all) {
        auto query = view_.db.query(
            "SELECT p.reference, p.producer, p.amount, e.state, e.day FROM payment_order o JOIN "
            "payment p ON p.organisation = o.organisation AND p.payment_order = o.number JOIN "
            "payment_event e ON e.organisation = p.organisation AND e.payment = p.number WHERE "
            "o.organisation = $1 AND o.method = $2 AND e.day <= $3 ORDER BY p.number, e.sequence");
        query.integer(view_.organisation.number).integer(static_cast<int>(PaymentMethod::bank));
        query.integer(as_of_.days);
        const auto names = party_names(view_);
        std::vector<InTransitView> payments;
        while (query.next()) {
            const auto state = static_cast<PaymentState>(query.integer_at(3));
            const Date day{static_cast<std::int32_t>(query.integer_at(4))};
            if (payments.empty() || payments.back().reference != query.text_at(0))
                payments.push_back({.reference = std::string(query.text_at(0)),
                                    .supplier = names.of({query.integer_at(1)}).code,
                                    .state = state,
                                    .amount = {query.integer_at(2), currency_},
                                    .since = day});
            auto& last = payments.back();
            // On its way since it was sent, whatever was asked about it since.
            const bool goes_on = last.state == PaymentState::sent && state == PaymentState::unknown;
            if (!goes_on) last.since = day;
            last.state = state;
        }
        std::erase_if(payments, [](const InTransitView& one) {
            return one.state != PaymentState::sent && one.state != PaymentState::unknown;
        });
        for (const auto& one : payments) all.in_transit_total += one.amount;
        all.in_transit = std::move(payments);
    }
};

}  // namespace

Result<BankStatementsView> bank_statements(const View& view, const OrganisationQuery&) {
    auto query = select<KeptStatement>(view.db, "WHERE organisation = $1 ORDER BY number DESC");
    query.integer(view.organisation.number);
    BankStatementsView all;
    for (const auto& statement : all_rows<KeptStatement>(query))
        all.statements.push_back(view_of(statement, matched_lines(view, statement.number)));
    return all;
}

Result<StatementLinesView> bank_statement(const View& view, const BankStatementQuery& query) {
    const auto known = standing_statement(view, query.statement);
    if (!known) return std::unexpected(known.error());
    return StatementLinesView{{view_of(*known, matched_lines(view, known->number))},
                              Lines(view, *known).all()};
}

std::int64_t lines_not_explained(const View& view, Date as_of) {
    return Reconciling(view, as_of).not_explained();
}

Result<ReconciliationView> bank_reconciliation(const View& view, const ReconciliationQuery& query) {
    return Reconciling(view, query.as_of).view();
}

}  // namespace ayni
