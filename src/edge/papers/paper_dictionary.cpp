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

void replace(std::string& text, std::string_view place, std::string_view by) {
    if (const auto at = text.find(place); at != text.npos) text.replace(at, place.size(), by);
}

}  // namespace

std::string_view paper_word(std::string_view group, std::string_view name,
                            Language language) noexcept {
    const auto found = std::ranges::find_if(
        words, [&](const Word& word) { return word.group == group && word.name == name; });
    if (found == words.end()) return {};
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
