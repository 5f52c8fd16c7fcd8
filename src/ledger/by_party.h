#pragma once

#include "ledger/account.h"

namespace ayni {

/// Whether an amount of the account is always somebody's: owed by him or to him, or his share.
/// Without the party nobody could pay it or be paid.
[[nodiscard]] bool is_by_party(AccountRole role) noexcept;

}  // namespace ayni
