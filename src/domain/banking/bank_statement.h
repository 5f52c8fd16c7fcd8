#pragma once
// What a bank says of an account: its balance at both ends, and what moved it between.

#include <optional>
#include <string>
#include <vector>

#include "domain/payment/payment.h"

namespace ayni {

/// One payment of many that the bank booked as one sum.
struct LineDetail {
    std::string reference;  ///< end to end
    Money amount;           ///< above zero it came in
    std::string reason;     ///< why it came back, as the bank codes it ("AC04")
    bool operator==(const LineDetail&) const = default;
};
BOOST_DESCRIBE_STRUCT(LineDetail, (), (reference, amount, reason))

/// How many bytes are kept of a text and of a name that the bank sends.
inline constexpr std::size_t longest_line_text = 500, longest_line_name = 140;

/// One booked movement. Texts are empty where the bank does not say.
struct BankLine {
    Date booked, valued;
    Money amount;                ///< above zero it came in; never zero
    std::string reference;       ///< end to end: ours, of a payment
    std::string own_reference;   ///< the message or batch that we sent
    std::string bank_reference;  ///< the bank's own
    std::string party, party_account;
    std::string text;
    std::string reason;  ///< why a payment came back, as the bank codes it
    bool is_reversal = false;
    std::vector<LineDetail> details;  ///< of a sum of several; none: it is one
};

/// A balance at the end of a day.
struct StatedBalance {
    Date day;
    Money amount;
    bool operator==(const StatedBalance&) const = default;
};

/// A statement as it was read, before it is held against the books.
struct BankStatement {
    std::string account;
    std::string id;  ///< the bank's own, once for each account
    std::optional<StatedBalance> opening, closing;
    std::vector<BankLine> lines;  ///< in the bank's order
};

struct KeptStatement;
using StatementNumber = Id<KeptStatement>;

/// A statement that was taken in.
struct KeptStatement {
    OrganisationId organisation;
    StatementNumber number;
    std::string account;
    std::string bank_id;
    Date first, last;  ///< of the opening and of the closing balance
    Money opening, closing;
    std::int64_t lines = 0;
    std::string file_name;
    std::string file_digest;    ///< SHA-256, hexadecimal
    std::string lines_digest;   ///< SHA-256, hexadecimal, over the packed lines, in order
    std::int64_t position = 0;  ///< of the log, when it was taken in
    std::int64_t undone = 0;    ///< of the log; 0: it stands
};
BOOST_DESCRIBE_STRUCT(KeptStatement, (),
                      (organisation, number, account, bank_id, first, last, opening, closing, lines,
                       file_name, file_digest, lines_digest, position, undone))

/// A line as it is kept. Line 0 of an account's first statement is what was there before.
struct KeptLine {
    OrganisationId organisation;
    StatementNumber statement;
    std::int32_t line = 0;
    Date booked, valued;
    Money amount;
    std::string reference, own_reference, bank_reference, reason;
    bool is_reversal = false;
    std::vector<LineDetail> details;
};
BOOST_DESCRIBE_STRUCT(KeptLine, (),
                      (organisation, statement, line, booked, valued, amount, reference,
                       own_reference, bank_reference, reason, is_reversal, details))

/// Who stands on a line, and what is written there. Personal: it can be erased without touching the
/// books.
struct KeptLineParty {
    OrganisationId organisation;
    StatementNumber statement;
    std::int32_t line = 0;
    std::string name, account, text;
};
BOOST_DESCRIBE_STRUCT(KeptLineParty, (), (organisation, statement, line, name, account, text))

/// Why a line is held to be what it was matched with. Appended, never reordered: stored.
enum class MatchReason { reference, batch, document, amount, party, day, opening, by_hand };
BOOST_DESCRIBE_ENUM(MatchReason, reference, batch, document, amount, party, day, opening, by_hand)

/// An entry of the books that stands on a line of a statement; of a batch, each payment's.
struct BankMatch {
    OrganisationId organisation;
    EntryNumber entry;
    std::int64_t position = 0;  ///< of the log, when it was matched
    StatementNumber statement;
    std::int32_t line = 0;
    PaymentNumber
        payment;        ///< whose step the line told; none: the entry was there, or no payment's
    bool made = false;  ///< the line made the entry
    std::vector<MatchReason> reasons;
    std::int32_t score = 0;   ///< how sure it is, to 100
    std::int64_t undone = 0;  ///< of the log; 0: it stands
};
BOOST_DESCRIBE_STRUCT(BankMatch, (),
                      (organisation, entry, position, statement, line, payment, made, reasons,
                       score, undone))

struct BankExplanation;
using ExplanationNumber = Id<BankExplanation>;

/// What a person says a line was: a charge, interest, or money out for which there is a voucher.
struct BankExplanation {
    OrganisationId organisation;
    ExplanationNumber number;
    StatementNumber statement;
    std::int32_t line = 0;
    AccountRole account = AccountRole::bank_charges;
    PartyId party;
    std::string document;
    std::int64_t voucher = 0;  ///< that another person decides; 0: it was booked at once
    EntryNumber entry;         ///< that booked it at once
    UserId told_by;
    std::int64_t position = 0;  ///< of the log
};
BOOST_DESCRIBE_STRUCT(BankExplanation, (),
                      (organisation, number, statement, line, account, party, document, voucher,
                       entry, told_by, position))

struct ResultFile;
using ResultFileNumber = Id<ResultFile>;

/// A file of a bank that told what became of payments.
struct ResultFile {
    OrganisationId organisation;
    ResultFileNumber number;
    std::string file_name;
    std::string file_digest;    ///< SHA-256, hexadecimal
    std::int64_t payments = 0;  ///< whose state it changed
    std::int64_t position = 0;  ///< of the log
    std::int64_t undone = 0;    ///< of the log; 0: it stands
};
BOOST_DESCRIBE_STRUCT(ResultFile, (),
                      (organisation, number, file_name, file_digest, payments, position, undone))

/// An account number as it is compared: without blanks and hyphens.
[[nodiscard]] std::string plain_account(std::string_view account);

}  // namespace ayni
