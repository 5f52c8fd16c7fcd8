#include "app/banking_use_cases.h"

#include "app/bank_formats_queries.h"
#include "app/bank_import_queries.h"
#include "app/bank_match_queries.h"
#include "app/bank_views_queries.h"
#include "app/payment_results_queries.h"

namespace ayni {

namespace {

using enum Role;

void enter_statements(Register& all) {
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

void enter_bank_files(Register& all) {
    all.command<SetBankFormat>("set_bank_format", note<SetBankFormat>, {manager, accountant},
                               set_bank_format);
    all.query<OrganisationQuery, BankFormatsView>("bank_formats", note<BankFormatsView>,
                                                  {manager, accountant, approver, auditor},
                                                  bank_formats);
    all.query<PaymentFileQuery, PaymentFileView>("payment_file", note<PaymentFileQuery>,
                                                 {manager, accountant, approver},
                                                 formatted_payment_file);
    all.command<ImportPaymentResults>("import_payment_results", note<ImportPaymentResults>,
                                      {accountant}, import_payment_results);
    all.command<UndoPaymentResults>("undo_payment_results", note<UndoPaymentResults>, {accountant},
                                    undo_payment_results);
    all.query<OrganisationQuery, ResultFilesView>("payment_result_files", note<ResultFilesView>,
                                                  {manager, accountant, approver, auditor},
                                                  payment_result_files);
    all.query<CheckPaymentResults, PaymentResultsView>(
        "check_payment_results", note<CheckPaymentResults>, {accountant}, check_payment_results);
    all.query<CheckPaymentFile, PaymentFileCheckView>("check_payment_file", note<CheckPaymentFile>,
                                                      {manager, accountant}, check_payment_file);
}

}  // namespace

void enter_banking(Register& all) {
    enter_statements(all);
    enter_bank_files(all);
}

}  // namespace ayni
