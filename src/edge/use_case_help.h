#pragma once

#include <string>

#include "app/register.h"

namespace ayni {

/// Every use case with its first sentence, by name; commands are marked.
[[nodiscard]] std::string use_case_list(const Register& all);
/// What a use case does, who may, and a flag for each member of its input.
[[nodiscard]] std::string use_case_help(const UseCase& use_case);

}  // namespace ayni
