#include "app/bank_import_queries.h"

#include <algorithm>

#include "app/bank_lines_view.h"
#include "app/bank_plan_queries.h"
#include "app/bank_records.h"
#include "app/lookup_queries.h"
#include "app/payment_queries.h"
#include "kernel/check.h"
#include "kernel/packed.h"
#include "store/bank_tables.h"
#include "store/tables.h"

namespace ayni {
namespace {

KeptLine kept(const KeptStatement& statement, std::int32_t number, const BankLine& line) {
    return {.organisation = statement.organisation,
            .statement = statement.number,
            .line = number,
            .booked = line.booked,
            .valued = line.valued,
            .amount = line.amount,
            .reference = line.reference,
            .own_reference = line.own_reference,
            .bank_reference = line.bank_reference,
            .reason = line.reason,
            .is_reversal = line.is_reversal,
            .details = line.details};
}

class Keeping {
public:
    Keeping(Work& work, BankPlan plan) : work_(work), plan_(std::move(plan)), records_(work) {}

    Result<void> keep() {
        auto number = next_number(work_.db, "bank_statement", "number", work_.organisation);
        work_.made("bank_statement", number);
        for (std::size_t i = 0; i < plan_.statements.size(); ++i) {
            auto& statement = plan_.statements[i];
            statement.number = {number++};
            statement.position = work_.position();
            const auto end = i + 1 < plan_.first.size() ? plan_.first[i + 1] : plan_.lines.size();
            keep_lines(statement, plan_.first[i], end);
            records_.keep(statement);
            for (auto line = plan_.first[i]; line < end; ++line)
                if (plan_.matches[line].sure)
                    if (auto done = act_on(statement, line); !done) return done;
        }
        records_.finish();
        work_.made("statements", std::ssize(plan_.statements));
        work_.made("lines", std::ssize(plan_.lines));
        work_.made("matched", std::ranges::count_if(plan_.matches, [](const LineMatch& match) {
                       return match.sure.has_value();
                   }));
        return {};
    }

private:
    Work& work_;
    BankPlan plan_;
    BankRecords records_;

    void keep_lines(KeptStatement& statement, std::size_t first, std::size_t end) {
        Sha256 digest;
        for (auto i = first; i < end; ++i) {
            const auto& line = plan_.lines[i];
            const auto row = kept(statement, plan_.numbers[i], line);
            insert(work_.db, row);
            digest.add(pack(row));
            if (line.party.empty() && line.party_account.empty() && line.text.empty()) continue;
            insert(work_.db, KeptLineParty{work_.organisation, statement.number, plan_.numbers[i],
                                           line.party, line.party_account, line.text});
        }
        statement.lines_digest = hex(digest.finish());
    }
    // Takes the steps that the line tells of, and marks the entries that stand on it.
    Result<void> act_on(const KeptStatement& statement, std::size_t line) {
        const auto& meaning = *plan_.matches[line].sure;
        const auto row = kept(statement, plan_.numbers[line], plan_.lines[line]);
        for (const auto which : meaning.payments) {
            auto& booked = plan_.books.payments[which];
            const Payment payment{.organisation = work_.organisation,
                                  .number = booked.number,
                                  .payment_order = booked.order,
                                  .settlement = {},
                                  .producer = producer_of(booked.number),
                                  .reference = booked.reference,
                                  .amount = booked.amount,
                                  .state = booked.state};
            const PaymentStep step{meaning.becomes, Money{0, booked.amount.currency}, {}};
            const auto entry = take_step(work_, payment, PaymentMethod::bank, step, row.valued,
                                         reason_of(row, booked));
            if (!entry) return std::unexpected(entry.error());
            booked.state = meaning.becomes;
            auto match = match_of(row, meaning, *entry);
            match.payment = booked.number;
            match.made = true;
            records_.keep(match);
        }
        for (const auto entry : meaning.entries) records_.keep(match_of(row, meaning, entry));
        return {};
    }
    [[nodiscard]] PartyId producer_of(PaymentNumber payment) const {
        auto query = work_.db.query(
            "SELECT producer FROM payment WHERE organisation = $1 AND number = $2");
        query.integer(work_.organisation.number).integer(payment.number);
        CHECK(query.next());
        return {query.integer_at(0)};
    }
    static std::string reason_of(const KeptLine& line, const BookedPayment& payment) {
        for (const auto& detail : line.details)
            if (detail.reference == payment.reference) return detail.reason;
        return line.reason;
    }
    [[nodiscard]] BankMatch match_of(const KeptLine& line, const LineMeaning& meaning,
                                     EntryNumber entry) const {
        auto match = new_match(work_, line, entry);
        match.reasons = meaning.reasons;
        match.score = meaning.score;
        return match;
    }
};

}  // namespace

Result<void> import_bank_statement(Work& work, const ImportBankStatement& command) {
    auto plan = plan_statements(work, command);
    if (!plan) return std::unexpected(plan.error());
    return Keeping(work, *std::move(plan)).keep();
}

Result<StatementLinesView> check_bank_statement(const View& view, const CheckBankStatement& query) {
    const auto plan = plan_statements(
        view, {query.organisation, query.file_name, query.content, query.format, query.opening});
    if (!plan) return std::unexpected(plan.error());
    StatementLinesView all;
    for (std::size_t i = 0; i < plan->statements.size(); ++i) {
        const auto end = i + 1 < plan->first.size() ? plan->first[i + 1] : plan->lines.size();
        std::int64_t matched = 0;
        for (auto line = plan->first[i]; line < end; ++line) {
            auto shown = view_of(StatementNumber{}, plan->numbers[line], plan->lines[line]);
            const auto& match = plan->matches[line];
            if (match.sure) shown.meaning = view_of(*match.sure, plan->books);
            for (const auto& other : match.others)
                shown.suggestions.push_back(view_of(other, plan->books));
            matched += match.sure && plan->numbers[line] > 0 ? 1 : 0;
            all.lines.push_back(std::move(shown));
        }
        all.statements.push_back(view_of(plan->statements[i], matched));
    }
    return all;
}

Result<void> undo_bank_statement(Work& work, const UndoBankStatement& command) {
    const auto known = standing_statement(work, command.statement);
    if (!known) return std::unexpected(known.error());
    for (const auto& other : standing_statements(work))
        if (other.number > known->number && other.account == known->account)
            return refuse(Refusal::statement_not_joined, "/statement",
                          std::to_string(other.number.number));
    const auto matches = matches_of(work, known->number);
    if (std::ranges::any_of(matches, &BankMatch::made))
        return refuse(Refusal::statement_matched, "/statement");
    BankRecords records(work);
    for (const auto& match : matches) records.take_back(match);
    records.take_back(*known);
    records.finish();
    return {};
}

}  // namespace ayni
