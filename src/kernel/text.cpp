#include "kernel/text.h"

#include <algorithm>

namespace ayni {
namespace {

// Length of the sequence that starts with this byte, 0 if none does (RFC 3629, table 3-7 of
// Unicode).
std::size_t sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

bool second_fits(unsigned char lead, unsigned char second) {
    if (lead == 0xE0) return second >= 0xA0;
    if (lead == 0xED) return second <= 0x9F;
    if (lead == 0xF0) return second >= 0x90;
    if (lead == 0xF4) return second <= 0x8F;
    return true;
}

}  // namespace

bool is_utf8(std::string_view bytes) noexcept {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t length = sequence_length(at(i));
        if (length == 0 || i + length > bytes.size()) return false;
        for (std::size_t k = 1; k < length; ++k)
            if ((at(i + k) & 0xC0U) != 0x80U) return false;
        if (length > 1 && !second_fits(at(i), at(i + 1))) return false;
        i += length;
    }
    return true;
}

std::size_t letters(std::string_view utf8) noexcept {
    std::size_t count = 0;
    for (char c : utf8) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    return count;
}

std::string_view start_of(std::string_view utf8, std::size_t bytes) noexcept {
    if (utf8.size() <= bytes) return utf8;
    while (bytes > 0 && (static_cast<unsigned char>(utf8[bytes]) & 0xC0U) == 0x80U) --bytes;
    return utf8.substr(0, bytes);
}

void append_utf8(std::string& text, std::uint32_t point) {
    const auto byte = [&](std::uint32_t value) { text += static_cast<char>(value); };
    const auto following = [&](unsigned shift) { byte(0x80U | (point >> shift & 63U)); };
    if (point < 0x80) return byte(point);
    if (point < 0x800) {
        byte(0xC0U | point >> 6);
    } else {
        if (point < 0x10000) {
            byte(0xE0U | point >> 12);
        } else {
            byte(0xF0U | point >> 18);
            following(12);
        }
        following(6);
    }
    following(0);
}

bool all_digits(std::string_view text) noexcept {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view trimmed(std::string_view text) noexcept {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace ayni
