#include "app/bank_plan_queries.h"

#include <algorithm>

#include "app/bank_formats_queries.h"
#include "app/base64.h"
#include "app/lookup_queries.h"
#include "app/payment_queries.h"
#include "domain/banking/check_statement.h"
#include "domain/banking/iso20022.h"
#include "domain/banking/read_camt053.h"
#include "domain/banking/read_statement_csv.h"
#include "store/bank_tables.h"

namespace ayni {
namespace {

constexpr int longest_ago_days = 1096;
constexpr std::size_t letters_of_id = 16;

bool is_known(const View& view, std::string_view column, const std::string& account,
              const std::string& value) {
    auto query = view.db.query(
        "SELECT 1 FROM bank_statement WHERE organisation = $1 AND account "
        "= $2 AND undone = 0 AND " +
        std::string(column) + " = $3");
    return query.integer(view.organisation.number).text(account).text(value).next();
}

std::optional<StatedBalance> last_balance(const View& view, const std::string& account) {
    auto query = select<KeptStatement>(view.db,
                                       "WHERE organisation = $1 AND account = $2 AND undone = 0 "
                                       "ORDER BY number DESC LIMIT 1");
    const auto last = first_row<KeptStatement>(
        query.integer(view.organisation.number).text(account));
    if (!last) return std::nullopt;
    return StatedBalance{last->last, last->closing};
}

// Says where in the file the statement stands.
Refused inside(Refused refused, std::size_t statement) {
    for (auto& problem : refused.problems)
        problem.where = "/statements/" + std::to_string(statement) + problem.where;
    return refused;
}

// What was on the account before its first statement: the entries up to then, or until the day
// before, with or without the payments of older books that had not left it, if they come to it.
LineMatch match_opening(const View& view, const StatedBalance& opening) {
    const auto entries = unstated_entries(view, {Date{INT32_MIN}, opening.day});
    for (const bool with_that_day : {true, false})
        for (const bool with_outstanding : {true, false}) {
            LineMeaning meaning;
            meaning.reasons = {MatchReason::opening, MatchReason::amount};
            meaning.score = 100;
            Money sum{0, opening.amount.currency};
            for (const auto& entry : entries) {
                const auto amount = bank_amount(entry, opening.amount.currency);
                const bool is_outstanding = entry.kind == EntryKind::opening &&
                                            amount.is_negative();
                if (entry.date == opening.day && !with_that_day) continue;
                if (is_outstanding && !with_outstanding) continue;
                meaning.entries.push_back(entry.number);
                sum += amount;
            }
            if (sum == opening.amount && !meaning.entries.empty()) return {meaning, {}};
        }
    return {};
}

class Planning {
public:
    Planning(const View& view, const ImportBankStatement& command, std::string account)
        : view_(view),
          command_(command),
          account_(std::move(account)),
          known_{account_, own_organisation(view).currency, last_balance(view, account_)} {}

    Result<BankPlan> plan(std::string_view bytes) {
        const auto digest = hex(sha256(bytes));
        if (is_known(view_, "file_digest", account_, digest))
            return refuse(Refusal::file_imported_already, "/content");
        const auto statements = read(bytes, digest);
        if (!statements) return std::unexpected(statements.error());
        for (const auto& statement : *statements)
            if (auto added = add(statement, digest); !added)
                return std::unexpected(inside(added.error(), plan_.statements.size()));
        match();
        return std::move(plan_);
    }

private:
    const View& view_;
    const ImportBankStatement& command_;
    std::string account_;
    KnownAccount known_;
    std::optional<StatedBalance> opened_;  // by the first statement of the account
    BankPlan plan_;

    // A CSV is its own identity: its statement has none.
    [[nodiscard]] Result<std::vector<BankStatement>> read(std::string_view bytes,
                                                          const std::string& digest) const {
        if (!command_.format) {
            const auto xml = read_message(bytes);
            if (!xml) return std::unexpected(xml.error());
            return read_camt053(*xml);
        }
        const auto format = format_named(view_, *command_.format, {FormatKind::statement_csv});
        if (!format) return std::unexpected(format.error());
        const auto text = decode_csv(std::string(bytes));
        if (!text) return refuse(text.error().reason(), "/content");
        auto opening = command_.opening;
        const bool has_balances = std::ranges::any_of(
            format->description.fields,
            [](const FormatField& field) { return field.value == BankValue::balance; });
        if (!opening && !has_balances && known_.last) opening = known_.last->amount;
        auto statement = read_statement_csv(format->description, *text,
                                            {.account = account_,
                                             .id = digest.substr(0, letters_of_id),
                                             .currency = known_.currency,
                                             .opening = opening});
        if (!statement) return std::unexpected(statement.error());
        return std::vector{*std::move(statement)};
    }
    Result<void> add(const BankStatement& statement, const std::string& digest) {
        if (is_known(view_, "bank_id", account_, statement.id))
            return refuse(Refusal::file_imported_already, "/id", statement.id);
        if (auto sound = check_statement(statement, known_); !sound) return sound;
        if (auto sound = check_days(statement); !sound) return sound;
        plan_.first.push_back(plan_.lines.size());
        if (!known_.last) open_with(*statement.opening);
        std::int32_t number = 0;
        for (const auto& line : statement.lines) {
            plan_.lines.push_back(line);
            plan_.numbers.push_back(++number);
        }
        plan_.statements.push_back({.organisation = view_.organisation,
                                    .number = {},
                                    .account = account_,
                                    .bank_id = statement.id,
                                    .first = statement.opening->day,
                                    .last = statement.closing->day,
                                    .opening = statement.opening->amount,
                                    .closing = statement.closing->amount,
                                    .lines = std::ssize(statement.lines),
                                    .file_name = command_.file_name,
                                    .file_digest = digest,
                                    .lines_digest = {},
                                    .position = 0,
                                    .undone = 0});
        known_.last = statement.closing;
        return {};
    }
    // What is on an account before its first statement is a line of its own, to be explained too.
    void open_with(const StatedBalance& opening) {
        if (opening.amount.is_zero()) return;
        opened_ = opening;
        BankLine line;
        line.booked = line.valued = opening.day;
        line.amount = opening.amount;
        plan_.lines.push_back(std::move(line));
        plan_.numbers.push_back(0);
    }
    [[nodiscard]] Result<void> check_days(const BankStatement& statement) const {
        // What the account will have, no bank knows.
        if (const auto last = statement.closing->day; last > view_.today)
            return refuse(Refusal::day_not_plausible, "/closing", print(last));
        for (std::size_t i = 0; i < statement.lines.size(); ++i) {
            const auto booked = statement.lines[i].booked;
            if (booked > view_.today || booked < view_.today - longest_ago_days)
                return refuse(Refusal::day_not_plausible, "/lines/" + std::to_string(i),
                              print(booked));
        }
        return {};
    }
    void match() {
        if (plan_.lines.empty()) return;
        const auto first = std::ranges::min(plan_.lines, {}, &BankLine::booked).booked;
        plan_.books = load_bank_books(view_, first);
        LineMatch opening;
        if (opened_) {
            opening = match_opening(view_, *opened_);
            if (opening.sure) leave_out(opening.sure->entries);
        }
        const std::span lines(plan_.lines);
        const auto rest = lines.subspan(opened_ ? 1 : 0);
        plan_.matches = match_lines({rest.begin(), rest.end()}, plan_.books);
        if (opened_) plan_.matches.insert(plan_.matches.begin(), std::move(opening));
    }
    void leave_out(const std::vector<EntryNumber>& entries) {
        const auto is_out = [&](EntryNumber entry) {
            return std::ranges::binary_search(entries, entry);
        };
        std::erase_if(plan_.books.entries,
                      [&](const BookedEntry& entry) { return is_out(entry.number); });
        for (auto& payment : plan_.books.payments)
            if (is_out(payment.entry)) payment.entry = {};
    }
};

}  // namespace

Result<BankPlan> plan_statements(const View& view, const ImportBankStatement& command) {
    const auto bytes = from_base64(command.content);
    if (!bytes) return refuse(Refusal::wrong_type, "/content");
    auto account = newest_account(view, {});
    if (account.empty()) return refuse(Refusal::own_account_missing, "/content");
    return Planning(view, command, std::move(account)).plan(*bytes);
}

}  // namespace ayni
