#pragma once

#include "app/bank_files_contract.h"
#include "app/work.h"

namespace ayni {

Result<void> import_payment_results(Work& work, const ImportPaymentResults& command);
Result<PaymentResultsView> check_payment_results(const View& view,
                                                 const CheckPaymentResults& query);
Result<PaymentFileCheckView> check_payment_file(const View& view, const CheckPaymentFile& query);

}  // namespace ayni
