#pragma once

#include <string>
#include <string_view>

#include "kernel/result.h"

namespace ayni {

/// A CCI: 20 digits, which blanks and hyphens may part. Its control digits are no reason to refuse
/// it (`cci_fits`). Refused: `account_not_plausible`.
[[nodiscard]] Result<std::string> read_account(std::string_view text);

}  // namespace ayni
