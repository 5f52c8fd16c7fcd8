#pragma once
// Text as people write it: any language, never cut inside a letter, never changed.

#include <cstdint>
#include <string>
#include <string_view>

namespace ayni {

/// Whether the bytes are UTF-8 without surrogates and overlong forms.
[[nodiscard]] bool is_utf8(std::string_view bytes) noexcept;
/// How many code points; the text must be UTF-8.
[[nodiscard]] std::size_t letters(std::string_view utf8) noexcept;
/// At most so many bytes of the beginning, never a part of a letter.
[[nodiscard]] std::string_view start_of(std::string_view utf8, std::size_t bytes) noexcept;
/// Writes a code point behind the text; surrogates are the caller's to keep out.
void append_utf8(std::string& text, std::uint32_t point);
/// A space, a tab or the end of a line.
[[nodiscard]] constexpr bool is_blank(char c) noexcept {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}
/// 0 to 9 and nothing else; true of an empty text.
[[nodiscard]] bool all_digits(std::string_view text) noexcept;
/// Without blanks at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;

}  // namespace ayni
