#pragma once
// Inputs and outputs of banking: statements and what their lines were.

#include "app/people_contract.h"
#include "domain/banking/bank_format.h"
#include "domain/banking/bank_statement.h"
#include "domain/pricing/price_terms.h"

namespace ayni {

/// A statement of the bank, to be taken in.
struct ImportBankStatement {
    OrganisationId organisation;
    std::string file_name;
    std::string content;                ///< base64 of the bytes of the file
    std::optional<std::string> format;  ///< of the organisation; none: ISO 20022 camt.053
    std::optional<Money> opening;       ///< where a CSV does not tell its balances
};
BOOST_DESCRIBE_STRUCT(ImportBankStatement, (), (organisation, file_name, content, format, opening))
template <>
inline constexpr std::string_view note<ImportBankStatement> =
    "Takes in a statement of the bank, once, and matches its lines with payments and entries where "
    "there is no doubt; the rest is left to a person.";
template <>
inline constexpr auto field_notes<ImportBankStatement> =
    std::to_array<FieldNote>({{.field = "content", .bulky = true, .longest = 24'000'000}});

/// The same, but nothing is kept.
struct CheckBankStatement {
    OrganisationId organisation;
    std::string file_name;
    std::string content;  ///< base64 of the bytes of the file
    std::optional<std::string> format;
    std::optional<Money> opening;
};
BOOST_DESCRIBE_STRUCT(CheckBankStatement, (), (organisation, file_name, content, format, opening))
template <>
inline constexpr std::string_view note<CheckBankStatement> =
    "What taking in a statement of the bank would do; nothing is kept.";
template <>
inline constexpr auto field_notes<CheckBankStatement> =
    std::to_array<FieldNote>({{.field = "content", .bulky = true, .longest = 24'000'000}});

/// Says which payment, order or entries a line was.
struct MatchLine {
    OrganisationId organisation;
    StatementNumber statement;
    std::int64_t line = 0;
    std::optional<std::string> reference;             ///< of a payment
    std::optional<PaymentOrderNumber> order;          ///< all of it that is awaited
    std::optional<std::vector<EntryNumber>> entries;  ///< that are in the books
};
BOOST_DESCRIBE_STRUCT(MatchLine, (), (organisation, statement, line, reference, order, entries))
template <>
inline constexpr std::string_view note<MatchLine> =
    "Says which payment, payment order or entries of the books a line of a statement was; the "
    "amounts are the same.";

/// Says what a line was that nothing in the books tells of.
struct ExplainLine {
    OrganisationId organisation;
    StatementNumber statement;
    std::int64_t line = 0;
    AccountRole account;  ///< bank_charges, interest_income, …
    std::optional<std::string> party;
    std::string document;
};
BOOST_DESCRIBE_STRUCT(ExplainLine, (), (organisation, statement, line, account, party, document))
template <>
inline constexpr std::string_view note<ExplainLine> =
    "Says what a line of a statement was: charges and money that came in are booked at once, other "
    "money that went out by a voucher that another person approves.";
template <>
inline constexpr auto field_notes<ExplainLine> =
    std::to_array<FieldNote>({{.field = "document", .longest = longest_term_text}});

/// Takes back what a line was said to be.
struct UnmatchLine {
    OrganisationId organisation;
    StatementNumber statement;
    std::optional<std::int64_t> line;  ///< none: all lines of the statement
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(UnmatchLine, (), (organisation, statement, line, reason))
template <>
inline constexpr std::string_view note<UnmatchLine> =
    "Takes back what a line of a statement was said to be, and the entries that it made.";

/// Takes a statement back.
struct UndoBankStatement {
    OrganisationId organisation;
    StatementNumber statement;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(UndoBankStatement, (), (organisation, statement, reason))
template <>
inline constexpr std::string_view note<UndoBankStatement> =
    "Takes the last statement of an account back, whose lines made no entry.";

/// One entry or payment that a line was, or may have been.
struct MatchView {
    std::optional<std::string> reference;  ///< of the payment
    std::optional<EntryNumber> entry;
    std::optional<PaymentState> becomes;  ///< of the payment
};
BOOST_DESCRIBE_STRUCT(MatchView, (), (reference, entry, becomes))
template <>
inline constexpr std::string_view note<MatchView> =
    "One payment or entry that a line of a statement was, or may have been.";

/// What a line was or may have been, and why.
struct MeaningView {
    std::vector<MatchView> what;
    std::vector<MatchReason> reasons;
    std::int64_t score = 0;  ///< to 100
};
BOOST_DESCRIBE_STRUCT(MeaningView, (), (what, reasons, score))
template <>
inline constexpr std::string_view note<MeaningView> =
    "What a line of a statement was or may have been, with the reasons.";

/// A line of a statement.
struct BankLineView {
    StatementNumber statement;  ///< 0 before it is taken in
    std::int64_t line = 0;
    Date booked, valued;
    Money amount;  ///< above zero it came in
    std::optional<std::string> reference;
    std::optional<std::string> own_reference;
    std::optional<std::string> bank_reference;
    std::optional<std::string> party;
    std::optional<std::string> party_account;
    std::optional<std::string> text;
    std::optional<std::string> reason;
    std::int64_t payments = 0;             ///< of a sum, how many
    std::optional<MeaningView> meaning;    ///< none: it is left to a person
    std::vector<MeaningView> suggestions;  ///< for that person
    std::optional<std::int64_t> voucher;   ///< that waits for another person
};
BOOST_DESCRIBE_STRUCT(BankLineView, (),
                      (statement, line, booked, valued, amount, reference, own_reference,
                       bank_reference, party, party_account, text, reason, payments, meaning,
                       suggestions, voucher))
template <>
inline constexpr std::string_view note<BankLineView> = "A line of a statement, and what it was.";

/// A statement of the bank.
struct BankStatementView {
    StatementNumber statement;
    std::string account;
    std::string bank_id;
    std::string file_name;
    Date first, last;
    Money opening, closing;
    std::int64_t lines = 0;
    std::int64_t matched = 0;  ///< of the lines
    bool undone = false;
};
BOOST_DESCRIBE_STRUCT(BankStatementView, (),
                      (statement, account, bank_id, file_name, first, last, opening, closing, lines,
                       matched, undone))
template <>
inline constexpr std::string_view note<BankStatementView> = "A statement of the bank.";

/// The newest first.
struct BankStatementsView {
    std::vector<BankStatementView> statements;
};
BOOST_DESCRIBE_STRUCT(BankStatementsView, (), (statements))
template <>
inline constexpr std::string_view note<BankStatementsView> =
    "The statements that were taken in, the newest first.";

/// Which statement.
struct BankStatementQuery {
    OrganisationId organisation;
    StatementNumber statement;
};
BOOST_DESCRIBE_STRUCT(BankStatementQuery, (), (organisation, statement))
template <>
inline constexpr std::string_view note<BankStatementQuery> = "Names a statement.";

/// Statements with their lines.
struct StatementLinesView {
    std::vector<BankStatementView> statements;
    std::vector<BankLineView> lines;
};
BOOST_DESCRIBE_STRUCT(StatementLinesView, (), (statements, lines))
template <>
inline constexpr std::string_view note<StatementLinesView> =
    "Statements with their lines, what each was and why, and what it may have been.";

/// As of the end of which day.
struct ReconciliationQuery {
    OrganisationId organisation;
    Date as_of;
};
BOOST_DESCRIBE_STRUCT(ReconciliationQuery, (), (organisation, as_of))
template <>
inline constexpr std::string_view note<ReconciliationQuery> = "As of the end of which day.";

/// An entry that moved the bank and stands on no statement.
struct UnstatedEntryView {
    EntryNumber entry;
    EntryKind kind;
    Date date;
    Money amount;
};
BOOST_DESCRIBE_STRUCT(UnstatedEntryView, (), (entry, kind, date, amount))
template <>
inline constexpr std::string_view note<UnstatedEntryView> =
    "An entry that moved the bank and stands on no statement yet.";

/// A payment that is on its way.
struct InTransitView {
    std::string reference;
    std::string supplier;
    PaymentState state;
    Money amount;
    Date since;
};
BOOST_DESCRIBE_STRUCT(InTransitView, (), (reference, supplier, state, amount, since))
template <>
inline constexpr std::string_view note<InTransitView> =
    "A payment that was sent and of which nothing is known since.";

/// The bank in the books and in the bank's statements.
struct ReconciliationView {
    std::optional<std::string> account;
    Money books;
    Money statement;             ///< the last one's balance; zero before the first
    std::optional<Date> stated;  ///< of which day that is
    std::vector<BankLineView> not_explained;
    Money not_explained_total;
    std::vector<UnstatedEntryView> not_stated;
    Money not_stated_total;
    std::vector<InTransitView> in_transit;
    Money in_transit_total;
    Money in_transit_books;  ///< by the account: the same, or it does not agree
    Money difference;        ///< of the books from statement + not stated - not explained: zero
    bool agrees = false;     ///< nothing is left to explain, and the balances are the same
};
BOOST_DESCRIBE_STRUCT(ReconciliationView, (),
                      (account, books, statement, stated, not_explained, not_explained_total,
                       not_stated, not_stated_total, in_transit, in_transit_total, in_transit_books,
                       difference, agrees))
template <>
inline constexpr std::string_view note<ReconciliationView> =
    "The bank as the books have it and as its statements say: the lines that nobody explained, the "
    "entries that stand on no statement, and what is on its way, since when.";

}  // namespace ayni
