#pragma once
// A person's letters, as paper and codes can take them.

#include <string>
#include <string_view>

namespace ayni {

/// The text in NFC as one line: control, line and direction characters become blanks, so that a
/// name can not move what stands beside it. What is no character shows as U+FFFD.
[[nodiscard]] std::string drawable(std::string_view text);

/// The text as printable ASCII: accents dropped ("Ñahui" is "Nahui"), any other letter is "?".
[[nodiscard]] std::string ascii_letters(std::string_view text);

}  // namespace ayni
