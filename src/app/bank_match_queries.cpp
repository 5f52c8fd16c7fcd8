#include "app/bank_match_queries.h"

#include <algorithm>
#include <set>

#include "app/bank_books_queries.h"
#include "app/bank_records.h"
#include "app/closing_queries.h"
#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "app/payment_queries.h"
#include "app/use_cases.h"
#include "kernel/check.h"
#include "store/bank_tables.h"

namespace ayni {
namespace {

// The line, if nobody said yet what it was. Refused: `not_found`, `line_matched`.
Result<KeptLine> open_line(const View& view, StatementNumber statement, std::int64_t number) {
    const auto known = standing_statement(view, statement);
    if (!known) return std::unexpected(known.error());
    auto line = line_of(view, statement, number);
    if (line && !matches_of(view, *line).empty())
        return refuse(Refusal::line_matched, "/line", std::to_string(number));
    return line;
}

class MatchingByHand {
public:
    MatchingByHand(Work& work, const KeptLine& line)
        : work_(work), line_(line), books_(load_bank_books(work, line.booked)), records_(work) {}

    Result<void> with_entries(const std::vector<EntryNumber>& entries) {
        Money sum{0, line_.amount.currency};
        std::set<EntryNumber> seen;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const auto where = "/entries/" + std::to_string(i);
            const auto number = std::to_string(entries[i].number);
            const auto entry = find_entry(work_, entries[i]);
            if (!entry) return refuse(Refusal::not_found, where, number);
            if (is_stated(work_, entries[i])) return refuse(Refusal::line_matched, where, number);
            if (!seen.insert(entries[i]).second)
                return refuse(Refusal::reference_repeated, where, number);
            sum += bank_amount(*entry, line_.amount.currency);
        }
        if (sum != line_.amount)
            return refuse(Refusal::amounts_differ, "/entries", print_amount(sum));
        for (const auto entry : entries) records_.keep(new_match(work_, line_, entry));
        return finish();
    }
    Result<void> with_payment(const std::string& reference) {
        const auto payment = payment_named(work_, reference);
        if (!payment) return std::unexpected(payment.error());
        const auto found = std::ranges::find(books_.payments, payment->number,
                                             &BookedPayment::number);
        const bool came_in = !line_.amount.is_negative();
        const bool fits = found != books_.payments.end() &&
                          (came_in ? found->state == PaymentState::paid : is_awaited(*found));
        if (!fits)
            return refuse(Refusal::payment_state_unfit, "/reference",
                          std::string(name_of(payment->state)));
        if (payment->amount != (came_in ? line_.amount : -line_.amount))
            return refuse(Refusal::amounts_differ, "/reference", print_amount(payment->amount));
        if (auto done = tell(*found, came_in ? PaymentState::returned : PaymentState::paid); !done)
            return done;
        return finish();
    }
    Result<void> with_order(PaymentOrderNumber order) {
        const auto known = existing_order(work_, order);
        if (!known) return std::unexpected(known.error());
        Money sum{0, line_.amount.currency};
        std::vector<BookedPayment> awaited;
        for (const auto& payment : books_.payments) {
            if (payment.order != order || !is_awaited(payment)) continue;
            awaited.push_back(payment);
            sum += payment.amount;
        }
        if (awaited.empty()) return refuse(Refusal::nothing_to_pay, "/order");
        if (sum != -line_.amount)
            return refuse(Refusal::amounts_differ, "/order", print_amount(sum));
        for (const auto& payment : awaited)
            if (auto done = tell(payment, PaymentState::paid); !done) return done;
        return finish();
    }

private:
    Work& work_;
    const KeptLine& line_;
    BankBooks books_;
    BankRecords records_;

    static bool is_awaited(const BookedPayment& payment) {
        return payment.state != PaymentState::paid || !payment.entry.is_none();
    }
    Result<void> finish() {
        records_.finish();
        return {};
    }
    // The step that the line tells of, or the entry that is there.
    Result<void> tell(const BookedPayment& booked, PaymentState becomes) {
        if (becomes == PaymentState::paid && !booked.entry.is_none()) {
            records_.keep(new_match(work_, line_, booked.entry));
            return {};
        }
        const auto payment = payment_named(work_, booked.reference);
        CHECK(payment.has_value());
        const PaymentStep step{becomes, Money{0, booked.amount.currency}, {}};
        const auto entry = take_step(work_, *payment, PaymentMethod::bank, step, line_.valued,
                                     line_.reason);
        if (!entry) return std::unexpected(entry.error());
        auto match = new_match(work_, line_, *entry);
        match.payment = booked.number;
        match.made = true;
        records_.keep(match);
        work_.made("entry", entry->number);
        return {};
    }
};

BankExplanation explained(const Work& work, const ExplainLine& command, PartyId party) {
    return {.organisation = work.organisation,
            .number = {next_number(work.db, "bank_explanation", "number", work.organisation)},
            .statement = command.statement,
            .line = static_cast<std::int32_t>(command.line),
            .account = command.account,
            .party = party,
            .document = command.document,
            .voucher = 0,
            .entry = {},
            .told_by = work.caller.user,
            .position = work.position()};
}

// Whether a voucher for the line waits for another person.
bool is_proposed(const View& view, const KeptLine& line) {
    auto query = view.db.query(
        "SELECT 1 FROM bank_explanation e JOIN voucher v ON v.organisation = e.organisation AND "
        "v.number = e.voucher WHERE e.organisation = $1 AND e.statement = $2 AND e.line = $3 AND "
        "v.state = $4");
    query.integer(view.organisation.number).integer(line.statement.number).integer(line.line);
    return query.integer(static_cast<int>(VoucherState::proposed)).next();
}

// Money that went out for something else than charges needs two people, as any voucher does.
Result<void> propose(Work& work, const ExplainLine& command, const KeptLine& line,
                     BankExplanation made) {
    const ProposeVoucher voucher{.organisation = command.organisation,
                                 .day = posting_date(line.valued, open_from(work)),
                                 .document = command.document,
                                 .purpose = command.document,
                                 .payee = command.party,
                                 .lines = {{command.account, command.party, -line.amount}},
                                 .paid_from = AccountRole::bank};
    made.voucher = next_number(work.db, "voucher", "number", work.organisation);
    if (auto proposed = propose_voucher(work, voucher); !proposed) {
        const auto& problem = proposed.error().problems.front();
        const bool of_account = problem.reason == Refusal::not_a_choice ||
                                problem.reason == Refusal::above_what_is_owed;
        return refuse(problem.reason, of_account ? "/account" : "/document", problem.detail);
    }
    BankRecords records(work);
    records.keep(made);
    records.finish();
    work.made("explanation", made.number.number);
    return {};
}

Result<void> book(Work& work, const ExplainLine& command, const KeptLine& line,
                  BankExplanation made, std::vector<Leg> legs) {
    auto entry = new_entry(work, EntryKind::bank_line, line.valued, std::move(legs),
                           command.statement.number, made.party);
    keep_entry(work, entry);
    made.entry = entry.number;
    auto match = new_match(work, line, entry.number);
    match.made = true;
    BankRecords records(work);
    records.keep(made);
    records.keep(match);
    records.finish();
    work.made("explanation", made.number.number);
    work.made("entry", entry.number.number);
    return {};
}

// Takes back what the match made: the payment's step, or the entry.
Result<void> take_back(Work& work, const BankMatch& match, const std::string& reason) {
    if (!match.made) return {};
    if (match.payment.is_none()) {
        const auto entry = find_entry(work, match.entry);
        CHECK(entry.has_value());
        keep_reversal(work, *entry, entry->date);
        return {};
    }
    auto query = select<Payment>(work.db, "WHERE organisation = $1 AND number = $2");
    query.integer(work.organisation.number).integer(match.payment.number);
    const auto payment = first_row<Payment>(query);
    CHECK(payment.has_value());
    return take_back_step(work, *payment, match.entry, reason);
}

}  // namespace

Result<void> match_line(Work& work, const MatchLine& command) {
    const auto line = open_line(work, command.statement, command.line);
    if (!line) return std::unexpected(line.error());
    if (is_proposed(work, *line)) return refuse(Refusal::line_matched, "/line");
    const int ways = (command.reference ? 1 : 0) + (command.order ? 1 : 0) +
                     (command.entries ? 1 : 0);
    if (ways != 1) return refuse(Refusal::field_missing, "/reference");
    MatchingByHand matching(work, *line);
    if (command.reference) return matching.with_payment(*command.reference);
    if (command.order) return matching.with_order(*command.order);
    return matching.with_entries(*command.entries);
}

Result<void> explain_line(Work& work, const ExplainLine& command) {
    const auto line = open_line(work, command.statement, command.line);
    if (!line) return std::unexpected(line.error());
    if (is_proposed(work, *line)) return refuse(Refusal::line_matched, "/line");
    const auto party = find_party_if(work, command.party, "/party");
    if (!party) return std::unexpected(party.error());
    const bool came_in = !line->amount.is_negative();
    const auto amount = came_in ? line->amount : -line->amount;
    auto legs = voucher_legs({{command.account, *party, amount}}, AccountRole::bank, *party,
                             amount.currency);
    if (!legs) {
        const bool of_party = legs.error().reason() == Refusal::field_missing;
        return refuse(legs.error().reason(), of_party ? "/party" : "/account");
    }
    const auto made = explained(work, command, *party);
    if (!came_in && command.account != AccountRole::bank_charges)
        return propose(work, command, *line, made);
    if (came_in)
        for (auto& leg : *legs) leg.amount = -leg.amount;
    return book(work, command, *line, made, *std::move(legs));
}

Result<void> unmatch_line(Work& work, const UnmatchLine& command) {
    const auto known = standing_statement(work, command.statement);
    if (!known) return std::unexpected(known.error());
    auto matches = matches_of(work, known->number);
    if (command.line)
        std::erase_if(matches, [&](const BankMatch& match) { return match.line != *command.line; });
    if (matches.empty()) return refuse(Refusal::line_not_matched, "/line");
    // What came later is taken back first: a return before what it returned.
    std::ranges::reverse(matches);
    BankRecords records(work);
    for (const auto& match : matches) {
        if (auto done = take_back(work, match, command.reason); !done) return done;
        records.take_back(match);
    }
    records.finish();
    return {};
}

void match_voucher(Work& work, VoucherNumber voucher, EntryNumber entry) {
    auto query = select<BankExplanation>(work.db, "WHERE organisation = $1 AND voucher = $2");
    query.integer(work.organisation.number).integer(voucher.number);
    const auto explanation = first_row<BankExplanation>(query);
    if (!explanation) return;
    const auto line = open_line(work, explanation->statement, explanation->line);
    if (!line) return;  // Said to be something else since, or undone: the voucher stands by itself.
    BankRecords records(work);
    records.keep(new_match(work, *line, entry));
    records.finish();
}

}  // namespace ayni
