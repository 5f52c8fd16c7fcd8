#pragma once

#include "app/register.h"

namespace ayni {

/// Statements, what their lines were, and the files of banks.
void enter_banking(Register& all);

}  // namespace ayni
