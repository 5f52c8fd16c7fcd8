#pragma once
// The words of printed tables, in both languages: those of the pages (web/src/lib/i18n), no others.

#include <string>
#include <string_view>

#include "kernel/refusal.h"

namespace ayni {

/// The word of a group: of a choice ("AccountRole", "bank"), of a `column`, of a `title`, of a
/// `text`. Empty if there is none.
[[nodiscard]] std::string_view paper_word(std::string_view group, std::string_view name,
                                          Language language) noexcept;
/// The same, or the name itself where nobody gave it a word.
[[nodiscard]] std::string word_or_name(std::string_view group, std::string_view name,
                                       Language language);
/// A `text` with "$1" and "$2" replaced.
[[nodiscard]] std::string paper_sentence(std::string_view name, Language language,
                                         std::string_view first, std::string_view second = {});

}  // namespace ayni
