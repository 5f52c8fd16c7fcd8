#include "app/titles.h"

#include <array>
#include <utility>

#include "kernel/text.h"

namespace ayni {

std::string lowered(std::string_view text) {
    std::string lower(trimmed(text));
    for (std::size_t i = 0; i < lower.size(); ++i) {
        // What follows 0xC3 is 0x80 to 0xBF, and a capital below 0x9F.
        const bool accented = i > 0 && lower[i - 1] == '\xC3' && lower[i] < '\x9F';
        if (accented || (lower[i] >= 'A' && lower[i] <= 'Z'))
            lower[i] = static_cast<char>(lower[i] + 0x20);
    }
    return lower;
}

std::string plain_title(std::string_view text) {
    constexpr auto letters = std::to_array<std::pair<std::string_view, char>>(
        {{"á", 'a'}, {"é", 'e'}, {"í", 'i'}, {"ó", 'o'}, {"ú", 'u'}, {"ü", 'u'}, {"ñ", 'n'}});
    auto plain = lowered(text);
    for (const auto& [accented, letter] : letters)
        for (auto at = plain.find(accented); at != plain.npos; at = plain.find(accented, at))
            plain.replace(at, accented.size(), 1, letter);
    return plain;
}

}  // namespace ayni
