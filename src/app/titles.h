#pragma once

#include <string>
#include <string_view>

namespace ayni {

/// A title in small letters, without blanks at its ends: "CÓDIGO" is "código". (ASCII and the
/// letters of Spanish.)
[[nodiscard]] std::string lowered(std::string_view text);

}  // namespace ayni
