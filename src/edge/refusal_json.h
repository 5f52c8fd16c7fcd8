#pragma once
// Refusals as the outside sees them: the code, where, the value, and the words of the reader.

#include <string>

#include "kernel/result.h"

namespace ayni {

/// {"problems":[{"code","where","detail","text"}]}
[[nodiscard]] std::string refusal_json(const Refused& refused, Language language);
/// The HTTP status that fits the first problem.
[[nodiscard]] unsigned status_of(const Refused& refused) noexcept;

}  // namespace ayni
