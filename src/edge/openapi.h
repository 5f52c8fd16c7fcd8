#pragma once

#include <string>

#include "app/register.h"

namespace ayni {

/// The OpenAPI 3.1 document of every use case, made from the register.
[[nodiscard]] std::string openapi_document(const Register& use_cases);

}  // namespace ayni
