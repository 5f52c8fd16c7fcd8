#include "edge/papers/paper_dictionary.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ayni {
namespace {

struct Word {
    std::string_view group, name, spanish, english;
};

constexpr auto words = std::to_array<Word>({
#include <paper_words.inc>
});

constexpr std::pair<std::string_view, std::string_view> key_of(const Word& word) noexcept {
    return {word.group, word.name};
}
static_assert(std::ranges::is_sorted(words, {}, key_of));

void replace(std::string& text, std::string_view place, std::string_view by) {
    if (const auto at = text.find(place); at != text.npos) text.replace(at, place.size(), by);
}

}  // namespace

std::string_view paper_word(std::string_view group, std::string_view name,
                            Language language) noexcept {
    const std::pair wanted{group, name};
    const auto found = std::ranges::lower_bound(words, wanted, {}, key_of);
    if (found == words.end() || key_of(*found) != wanted) return {};
    return language == Language::es ? found->spanish : found->english;
}

std::string word_or_name(std::string_view group, std::string_view name, Language language) {
    const auto word = paper_word(group, name, language);
    return std::string(word.empty() ? name : word);
}

std::string paper_sentence(std::string_view name, Language language, std::string_view first,
                           std::string_view second) {
    std::string text(paper_word("text", name, language));
    replace(text, "$2", second);
    replace(text, "$1", first);
    return text;
}

}  // namespace ayni
