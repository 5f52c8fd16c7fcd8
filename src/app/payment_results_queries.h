#pragma once

#include "app/bank_files_contract.h"
#include "app/work.h"

namespace ayni {

Result<void> import_payment_results(Work& work, const ImportPaymentResults& command);
/// Refused, at /file: `not_found`; and, with the payment, `payment_state_unfit` when a later state
/// stands on what the file said of it, `line_matched` when a line of the bank says it,
/// `already_recorded` when it was ordered again.
Result<void> undo_payment_results(Work& work, const UndoPaymentResults& command);
Result<ResultFilesView> payment_result_files(const View& view, const OrganisationQuery& query);
Result<PaymentResultsView> check_payment_results(const View& view,
                                                 const CheckPaymentResults& query);
Result<PaymentFileCheckView> check_payment_file(const View& view, const CheckPaymentFile& query);

}  // namespace ayni
