#pragma once

#include "app/banking_contract.h"
#include "app/work.h"

namespace ayni {

Result<void> import_bank_statement(Work& work, const ImportBankStatement& command);
Result<StatementLinesView> check_bank_statement(const View& view, const CheckBankStatement& query);
Result<void> undo_bank_statement(Work& work, const UndoBankStatement& command);

}  // namespace ayni
