#include "app/bank_books_queries.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "app/lookup_queries.h"
#include "store/bank_tables.h"
#include "store/tables.h"

namespace ayni {
namespace {

// How long before a statement an entry may have been made that still stands on it.
constexpr int longest_before_days = 92;
// How long a payment may take to come back.
constexpr int longest_back_days = 366;

std::set<EntryNumber> stated_entries(const View& view) {
    auto query = view.db.query(
        "SELECT entry FROM bank_match WHERE organisation = $1 AND undone = 0 ORDER BY entry");
    query.integer(view.organisation.number);
    std::set<EntryNumber> stated;
    while (query.next()) stated.insert(stated.end(), EntryNumber{query.integer_at(0)});
    return stated;
}

std::vector<BookedPayment> booked_payments(const View& view, Date first) {
    auto query = view.db.query(
        "SELECT p.number, p.payment_order, p.reference, p.amount, p.amount_currency, p.state, "
        "y.name, y.account, o.day FROM payment_order o JOIN payment p ON p.organisation = "
        "o.organisation AND p.payment_order = o.number LEFT JOIN payment_payee y ON "
        "y.organisation = p.organisation AND y.payment = p.number WHERE o.organisation = $1 AND "
        "o.method = $2 AND o.state = $3 AND (p.state IN ($4, $5) OR (p.state IN ($6, $7, $8) AND "
        "o.day >= $9)) ORDER BY p.number");
    query.integer(view.organisation.number).integer(static_cast<int>(PaymentMethod::bank));
    query.integer(static_cast<int>(OrderState::sent));
    query.integer(static_cast<int>(PaymentState::sent));
    query.integer(static_cast<int>(PaymentState::unknown));
    query.integer(static_cast<int>(PaymentState::paid));
    query.integer(static_cast<int>(PaymentState::returned));
    query.integer(static_cast<int>(PaymentState::misdirected));
    query.integer((first - longest_back_days).days);
    std::vector<BookedPayment> all;
    while (query.next())
        all.push_back({.number = {query.integer_at(0)},
                       .order = {query.integer_at(1)},
                       .reference = std::string(query.text_at(2)),
                       .amount = {query.integer_at(3),
                                  Currency::numbered(static_cast<int>(query.integer_at(4)))},
                       .state = static_cast<PaymentState>(query.integer_at(5)),
                       .name = std::string(query.text_at(6)),
                       .account = std::string(query.text_at(7)),
                       .day = {static_cast<std::int32_t>(query.integer_at(8))},
                       .entry = {}});
    return all;
}

// Whose legs to the bank are the money of one payment.
bool is_of_payment(EntryKind kind) {
    return kind == EntryKind::payment_confirmed || kind == EntryKind::payment_misdirected ||
           kind == EntryKind::payment_returned;
}

// Of these nothing more is awaited but what a statement may still tell of their way out.
bool is_over(PaymentState state) {
    return state == PaymentState::returned || state == PaymentState::misdirected;
}

// The paper by which a line may name an entry: a voucher's, or the buyer's of what he paid.
class DocumentsOfEntries {
public:
    explicit DocumentsOfEntries(const View& view) {
        read(view, EntryKind::voucher,
             "SELECT number, document FROM voucher WHERE organisation = $1 AND entry > 0");
        read(view, EntryKind::receipt,
             "SELECT number, document FROM buyer_receipt WHERE organisation = $1 AND reversed = 0");
    }
    [[nodiscard]] std::string of(const Entry& entry) const {
        const auto found = by_subject_.find({entry.kind, entry.subject});
        return found == by_subject_.end() ? std::string() : found->second;
    }

private:
    std::map<std::pair<EntryKind, std::int64_t>, std::string> by_subject_;

    void read(const View& view, EntryKind kind, std::string_view sql) {
        auto query = view.db.query(sql);
        query.integer(view.organisation.number);
        while (query.next())
            by_subject_.emplace(std::pair{kind, query.integer_at(0)},
                                std::string(query.text_at(1)));
    }
};

}  // namespace

Money bank_amount(const Entry& entry, Currency currency) {
    Money sum{0, currency};
    for (const auto& leg : entry.legs)
        if (leg.role == AccountRole::bank && leg.amount.currency == currency) sum += leg.amount;
    return sum;
}

std::vector<Entry> unstated_entries(const View& view, Period days) {
    const auto currency = own_organisation(view).currency;
    const auto stated = stated_entries(view);
    auto query = select<Entry>(
        view.db, "WHERE organisation = $1 AND date >= $2 AND date <= $3 ORDER BY number");
    query.integer(view.organisation.number).integer(days.first.days).integer(days.last.days);
    std::vector<Entry> all;
    std::set<EntryNumber> undone;
    Entry entry;
    while (query.next()) {
        read_row(query, describe<Entry>(), &entry);
        if (bank_amount(entry, currency).is_zero() || stated.contains(entry.number)) continue;
        if (!entry.reverses.is_none() && !stated.contains(entry.reverses)) {
            // A reversal of a reversal lets the first one stand again.
            if (!undone.contains(entry.reverses)) {
                undone.insert(entry.reverses);
                undone.insert(entry.number);
            }
        }
        all.push_back(entry);
    }
    std::erase_if(all, [&](const Entry& each) { return undone.contains(each.number); });
    return all;
}

BankBooks load_bank_books(const View& view, Date first) {
    BankBooks books;
    books.payments = booked_payments(view, first);
    const auto currency = own_organisation(view).currency;
    const auto names = party_names(view);
    const DocumentsOfEntries documents(view);
    std::map<std::int64_t, std::size_t> places;
    for (std::size_t i = 0; i < books.payments.size(); ++i)
        places.emplace(books.payments[i].number.number, i);
    const Period days{first - longest_before_days, latest_day};
    for (const auto& entry : unstated_entries(view, days)) {
        const auto amount = bank_amount(entry, currency);
        auto document = documents.of(entry);
        if (const auto found = places.find(entry.subject);
            found != places.end() && is_of_payment(entry.kind)) {
            auto& payment = books.payments[found->second];
            if (amount.is_negative()) {
                payment.entry = entry.number;
                continue;
            }
            document = payment.reference;  // It came back, and somebody told so before the bank.
        }
        books.entries.push_back(
            {entry.number, entry.date, amount, document, names.of(entry.party).name});
    }
    std::erase_if(books.payments, [](const BookedPayment& payment) {
        return is_over(payment.state) && payment.entry.is_none();
    });
    std::set<PaymentOrderNumber> orders;
    for (const auto& payment : books.payments) orders.insert(payment.order);
    for (const auto order : orders)
        books.orders.push_back(
            {order, fmt::format("AYNI-{}-{}", view.organisation.number, order.number)});
    return books;
}

bool is_stated(const View& view, EntryNumber entry) {
    auto query = view.db.query(
        "SELECT 1 FROM bank_match WHERE organisation = $1 AND entry = $2 AND undone = 0");
    return query.integer(view.organisation.number).integer(entry.number).next();
}

Result<KeptStatement> standing_statement(const View& view, StatementNumber number) {
    auto query = select<KeptStatement>(view.db,
                                       "WHERE organisation = $1 AND number = $2 AND undone = 0");
    query.integer(view.organisation.number).integer(number.number);
    auto known = first_row<KeptStatement>(query);
    if (!known) return refuse(Refusal::not_found, "/statement", std::to_string(number.number));
    return *std::move(known);
}

std::vector<KeptStatement> standing_statements(const View& view) {
    auto query = select<KeptStatement>(view.db,
                                       "WHERE organisation = $1 AND undone = 0 ORDER BY number");
    query.integer(view.organisation.number);
    return all_rows<KeptStatement>(query);
}

std::vector<KeptLine> lines_of(const View& view, StatementNumber statement) {
    auto query = select<KeptLine>(view.db,
                                  "WHERE organisation = $1 AND statement = $2 ORDER BY line");
    query.integer(view.organisation.number).integer(statement.number);
    return all_rows<KeptLine>(query);
}

Result<KeptLine> line_of(const View& view, StatementNumber statement, std::int64_t line) {
    auto query = select<KeptLine>(view.db,
                                  "WHERE organisation = $1 AND statement = $2 AND line = $3");
    query.integer(view.organisation.number).integer(statement.number).integer(line);
    auto known = first_row<KeptLine>(query);
    if (!known) return refuse(Refusal::not_found, "/line", std::to_string(line));
    return *std::move(known);
}

std::vector<BankMatch> matches_of(const View& view, StatementNumber statement) {
    auto query = select<BankMatch>(
        view.db, "WHERE organisation = $1 AND statement = $2 AND undone = 0 ORDER BY line, entry");
    query.integer(view.organisation.number).integer(statement.number);
    return all_rows<BankMatch>(query);
}

std::vector<BankMatch> matches_of(const View& view, const KeptLine& line) {
    auto query = select<BankMatch>(view.db,
                                   "WHERE organisation = $1 AND statement = $2 AND line = $3 AND "
                                   "undone = 0 ORDER BY entry");
    query.integer(view.organisation.number).integer(line.statement.number).integer(line.line);
    return all_rows<BankMatch>(query);
}

BankLine as_read(const View& view, const KeptLine& line) {
    auto query = select<KeptLineParty>(view.db,
                                       "WHERE organisation = $1 AND statement = $2 AND line = $3");
    query.integer(view.organisation.number).integer(line.statement.number).integer(line.line);
    const auto party = first_row<KeptLineParty>(query).value_or(KeptLineParty{});
    return {.booked = line.booked,
            .valued = line.valued,
            .amount = line.amount,
            .reference = line.reference,
            .own_reference = line.own_reference,
            .bank_reference = line.bank_reference,
            .party = party.name,
            .party_account = party.account,
            .text = party.text,
            .reason = line.reason,
            .is_reversal = line.is_reversal,
            .details = line.details};
}

}  // namespace ayni
