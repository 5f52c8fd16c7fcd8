#pragma once
// Refusals as the outside sees them: the code, where, the value, and the words of the reader.

#include <string>
#include <string_view>

#include "kernel/result.h"

namespace ayni {

/// {"problems":[{"code","where","detail","text"}]}
[[nodiscard]] std::string refusal_json(const Refused& refused, Language language);
/// Back from there; `busy` for anything else.
[[nodiscard]] Refused refused_from_json(std::string_view text);
/// The HTTP status that fits the first problem.
[[nodiscard]] unsigned status_of(const Refused& refused) noexcept;

}  // namespace ayni
