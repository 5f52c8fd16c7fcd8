#pragma once

#include "app/banking_contract.h"
#include "app/work.h"

namespace ayni {

Result<BankStatementsView> bank_statements(const View& view, const OrganisationQuery& query);
Result<StatementLinesView> bank_statement(const View& view, const BankStatementQuery& query);
Result<ReconciliationView> bank_reconciliation(const View& view, const ReconciliationQuery& query);
/// How many lines of the statements that end by that day are not explained.
[[nodiscard]] std::int64_t lines_not_explained(const View& view, Date as_of);

}  // namespace ayni
