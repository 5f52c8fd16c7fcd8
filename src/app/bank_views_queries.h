#pragma once

#include "app/banking_contract.h"
#include "app/work.h"

namespace ayni {

Result<BankStatementsView> bank_statements(const View& view, const OrganisationQuery& query);
Result<StatementLinesView> bank_statement(const View& view, const BankStatementQuery& query);
Result<ReconciliationView> bank_reconciliation(const View& view, const ReconciliationQuery& query);

}  // namespace ayni
