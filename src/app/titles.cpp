#include "app/titles.h"

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

}  // namespace ayni
