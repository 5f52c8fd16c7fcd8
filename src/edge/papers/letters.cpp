#include "edge/papers/letters.h"

#include <algorithm>
#include <memory>

#include <glib.h>

namespace ayni {
namespace {

bool is_plain(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

// What would break the line, or turn the direction of what follows.
bool is_disturbing(gunichar c) {
    switch (g_unichar_type(c)) {
        case G_UNICODE_CONTROL:
        case G_UNICODE_LINE_SEPARATOR:
        case G_UNICODE_PARAGRAPH_SEPARATOR:
        case G_UNICODE_SURROGATE: return true;
        default: break;
    }
    const bool is_override = c >= 0x202A && c <= 0x202E, is_isolate = c >= 0x2066 && c <= 0x2069;
    return is_override || is_isolate || c == 0xFEFF;
}

// Code points that Unicode keeps free for ever; cairo gives up on a document that has one.
bool is_no_character(gunichar c) {
    return (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEU) == 0xFFFEU;
}

std::string normalised(std::string_view text, GNormalizeMode mode) {
    using Owned = std::unique_ptr<gchar, void (*)(gpointer)>;
    const Owned valid(g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())), g_free);
    const Owned normal(g_utf8_normalize(valid.get(), -1, mode), g_free);
    return normal ? normal.get() : valid.get();
}

}  // namespace

std::string drawable(std::string_view text) {
    if (is_plain(text)) return std::string(text);
    const auto normal = normalised(text, G_NORMALIZE_DEFAULT_COMPOSE);
    std::string result;
    for (const char* at = normal.c_str(); *at != '\0';) {
        const char* const next = g_utf8_next_char(at);
        const gunichar c = g_utf8_get_char(at);
        if (is_disturbing(c)) {
            result += ' ';
        } else if (is_no_character(c)) {
            result += "\uFFFD";
        } else {
            result.append(at, next);
        }
        at = next;
    }
    return result;
}

std::string ascii_letters(std::string_view text) {
    if (is_plain(text)) return std::string(text);
    const auto apart = normalised(text, G_NORMALIZE_ALL);  // é becomes e and an accent
    std::string result;
    for (const char* at = apart.c_str(); *at != '\0'; at = g_utf8_next_char(at)) {
        const gunichar c = g_utf8_get_char(at);
        if (c >= ' ' && c <= '~') {
            result += static_cast<char>(c);
        } else if (g_unichar_type(c) != G_UNICODE_NON_SPACING_MARK) {
            result += '?';
        }
    }
    return result;
}

}  // namespace ayni
