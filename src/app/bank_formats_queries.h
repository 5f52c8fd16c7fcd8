#pragma once

#include "app/bank_files_contract.h"
#include "app/payment_contract.h"
#include "app/work.h"

namespace ayni {

Result<void> set_bank_format(Work& work, const SetBankFormat& command);
Result<BankFormatsView> bank_formats(const View& view, const OrganisationQuery& query);
Result<PaymentFileView> formatted_payment_file(const View& view, const PaymentFileQuery& query);

/// The description that counts now. Refused: `format_unknown` at /format when there is none of that
/// name, `not_a_choice` when it is of another kind.
[[nodiscard]] Result<BankFormat> format_named(const View& view, const std::string& name,
                                              std::initializer_list<FormatKind> kinds);

}  // namespace ayni
