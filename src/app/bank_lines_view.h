#pragma once

#include <map>

#include "app/banking_contract.h"
#include "domain/banking/match_lines.h"

namespace ayni {

/// A line as it is shown, before anything is known of it.
[[nodiscard]] BankLineView view_of(StatementNumber statement, std::int64_t number,
                                   const BankLine& line);
/// What a line may have been, as it is shown.
[[nodiscard]] MeaningView view_of(const LineMeaning& meaning, const BankBooks& books);
/// A statement as it is shown.
[[nodiscard]] BankStatementView view_of(const KeptStatement& statement, std::int64_t matched);

}  // namespace ayni
