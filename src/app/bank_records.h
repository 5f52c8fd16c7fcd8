#pragma once
// The rows that a command of banking makes, and what of them enters the digest of its record.

#include <vector>

#include "app/work.h"
#include "domain/banking/bank_statement.h"

namespace ayni {

/// What one record did to the bank's rows; the same bytes whoever made them in which order.
struct BankEffects {
    std::vector<KeptStatement> statements;      ///< taken in; as they were then
    std::vector<BankMatch> matches;             ///< made; as they were then
    std::vector<BankExplanation> explanations;  ///< made
    std::vector<BankMatch> unmatched;           ///< taken back
    std::vector<KeptStatement> undone;          ///< taken back
};

/// By their keys, packed.
[[nodiscard]] std::string bytes_of(BankEffects effects);

/// Keeps rows, and tells them in the command's record; `finish` comes after its entries.
class BankRecords {
public:
    explicit BankRecords(Work& work) : work_(work) {}

    void keep(const KeptStatement& statement);
    void keep(const BankMatch& match);
    void keep(const BankExplanation& explanation);
    /// Both say that they were taken back by this command.
    void take_back(const BankMatch& match);
    void take_back(const KeptStatement& statement);
    void finish();

private:
    Work& work_;
    BankEffects effects_;
};

/// A match that this command makes.
[[nodiscard]] BankMatch new_match(const Work& work, const KeptLine& line, EntryNumber entry);

}  // namespace ayni
