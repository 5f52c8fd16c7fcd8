#pragma once
// Files inside JSON.

#include <string>
#include <string_view>

#include "kernel/result.h"

namespace ayni {

/// Refused: `wrong_type` for anything but padded base64 (RFC 4648).
[[nodiscard]] Result<std::string> from_base64(std::string_view text);
[[nodiscard]] std::string to_base64(std::string_view bytes);

}  // namespace ayni
