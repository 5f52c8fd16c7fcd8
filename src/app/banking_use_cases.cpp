#include "app/banking_use_cases.h"

#include "app/bank_import_queries.h"
#include "app/bank_match_queries.h"
#include "app/bank_views_queries.h"

namespace ayni {

using enum Role;

void enter_banking(Register& all) {
    all.command<ImportBankStatement>("import_bank_statement", note<ImportBankStatement>,
                                     {accountant}, import_bank_statement);
    all.query<CheckBankStatement, StatementLinesView>(
        "check_bank_statement", note<CheckBankStatement>, {accountant}, check_bank_statement);
    all.command<UndoBankStatement>("undo_bank_statement", note<UndoBankStatement>, {accountant},
                                   undo_bank_statement);
    all.command<MatchLine>("match_line", note<MatchLine>, {accountant}, match_line);
    all.command<ExplainLine>("explain_line", note<ExplainLine>, {accountant}, explain_line);
    all.command<UnmatchLine>("unmatch_line", note<UnmatchLine>, {accountant}, unmatch_line);
    all.query<OrganisationQuery, BankStatementsView>("bank_statements", note<BankStatementsView>,
                                                     {manager, accountant, approver, auditor},
                                                     bank_statements);
    all.query<BankStatementQuery, StatementLinesView>("bank_statement", note<StatementLinesView>,
                                                      {manager, accountant, approver, auditor},
                                                      bank_statement);
    all.query<ReconciliationQuery, ReconciliationView>(
        "bank_reconciliation", note<ReconciliationView>, {manager, accountant, approver, auditor},
        bank_reconciliation);
}

}  // namespace ayni
