#pragma once
// The second factor over HTTP: enrolling, giving a code, giving it up.

#include <string_view>

#include "app/service.h"

namespace ayni {

/// What a signed-in caller is answered at /session/second_factor`act`: "/begin" (what to tell the
/// telephone, with a QR code), "/confirm" (the recovery codes), "" and "/end" (nothing: the session
/// as it is now). `body` is JSON with the code.
[[nodiscard]] Answer second_factor_answer(Service& service, const Caller& caller,
                                          std::string_view token, std::string_view act,
                                          const std::string& body);

}  // namespace ayni
