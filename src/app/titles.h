#pragma once

#include <string>
#include <string_view>

namespace ayni {

/// A title in small letters, without blanks at its ends: "CÓDIGO" is "código". (ASCII and the
/// letters of Spanish.)
[[nodiscard]] std::string lowered(std::string_view text);
/// The same without accents, as it is often typed: "Proteína" is "proteina".
[[nodiscard]] std::string plain_title(std::string_view text);

}  // namespace ayni
