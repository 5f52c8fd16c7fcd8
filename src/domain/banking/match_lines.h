#pragma once
// What each line of a statement was, as far as that is beyond doubt; the rest is left to a person.

#include "domain/banking/bank_statement.h"

namespace ayni {

/// A payment by bank that is under way, or whose way out or back may stand on a statement.
struct BookedPayment {
    PaymentNumber number;
    PaymentOrderNumber order;
    std::string reference;
    Money amount;  ///< above zero
    PaymentState state = PaymentState::sent;
    std::string name, account;  ///< of who gets it
    Date day;                   ///< on which its order was to be paid
    EntryNumber entry;          ///< that booked it as paid and stands on no statement yet; none: no
};

/// An entry of the books that moved the bank and stands on no statement yet; those of payments are
/// told by their payments.
struct BookedEntry {
    EntryNumber number;
    Date date;
    Money amount;  ///< of its legs to the bank: above zero it came in
    std::string document;
    std::string party;  ///< name
};

/// A payment order and the message under which its file went to the bank.
struct SentOrder {
    PaymentOrderNumber number;
    std::string message;
};

/// What the books know that a statement may tell of.
struct BankBooks {
    std::vector<BookedPayment> payments;
    std::vector<BookedEntry> entries;
    std::vector<SentOrder> orders;
};

/// What a line may have been: payments whose step it tells, or entries that are there.
struct LineMeaning {
    std::vector<std::size_t> payments;          ///< places in `BankBooks::payments`
    PaymentState becomes = PaymentState::paid;  ///< or returned; of those under way
    std::vector<EntryNumber> entries;           ///< that are there; also of payments
    std::vector<MatchReason> reasons;
    int score = 0;  ///< to 100
};

/// What was found for one line.
struct LineMatch {
    std::optional<LineMeaning> sure;
    std::vector<LineMeaning> others;  ///< for a person to choose among; at most a few
};

/// How far a day in the books and the bank's may lie apart.
inline constexpr int longest_apart_days = 5;

/// Holds the lines of a statement against the books, in this order: references and batches, then
/// documents, then amount and party, then amount and day. Only what is the one possibility from
/// both sides is sure. As many results as lines; no more work than lines and entries sorted.
[[nodiscard]] std::vector<LineMatch> match_lines(const std::vector<BankLine>& lines,
                                                 const BankBooks& books);

}  // namespace ayni
