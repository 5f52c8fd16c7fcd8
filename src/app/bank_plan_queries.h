#pragma once
// What a file of statements says, held against the books, before anything is kept.

#include "app/bank_books_queries.h"
#include "app/banking_contract.h"

namespace ayni {

/// Statements of a file, and all their lines one after the other.
struct BankPlan {
    std::vector<KeptStatement> statements;  ///< without numbers, positions and digests of lines
    std::vector<BankLine> lines;            ///< of all statements
    std::vector<LineMatch> matches;         ///< as many
    std::vector<std::size_t> first;         ///< of each statement, its first line among them
    std::vector<std::int32_t> numbers;      ///< of each line in its statement; 0: what was before
    BankBooks books;
};

/// Refused: `own_account_missing`; `wrong_type`, `file_imported_already` at /content; what reading
/// the kind of file and `check_statement` refuse, at /statements/N; `day_not_plausible` at a line,
/// or at /closing for a day to come.
[[nodiscard]] Result<BankPlan> plan_statements(const View& view,
                                               const ImportBankStatement& command);

}  // namespace ayni
