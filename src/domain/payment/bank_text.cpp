#include <array>

#include "domain/payment/pain001.h"

namespace ayni {
namespace {

constexpr std::string_view taken =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-?:().,'+ ";

struct Nearest {
    std::string_view letter;
    char plain;
};
// The letters of Spanish, Quechua and Aymara that banks do not take.
constexpr auto nearest = std::to_array<Nearest>({
    {"á", 'a'}, {"é", 'e'}, {"í", 'i'}, {"ó", 'o'}, {"ú", 'u'},  {"ü", 'u'}, {"ñ", 'n'},
    {"Á", 'A'}, {"É", 'E'}, {"Í", 'I'}, {"Ó", 'O'}, {"Ú", 'U'},  {"Ü", 'U'}, {"Ñ", 'N'},
    {"ä", 'a'}, {"ï", 'i'}, {"Ä", 'A'}, {"Ï", 'I'}, {"’", '\''}, {"–", '-'}, {"—", '-'},
    {"ç", 'c'}, {"Ç", 'C'}, {"à", 'a'}, {"è", 'e'}, {"ò", 'o'},  {"ã", 'a'}, {"õ", 'o'},
});

// How many bytes the letter that begins with this one has.
std::size_t size_of_letter(unsigned char first) noexcept {
    if (first < 0x80) return 1;
    if (first < 0xE0) return 2;
    return first < 0xF0 ? 3 : 4;
}

char plain_of(std::string_view letter) {
    if (letter.size() == 1) return taken.contains(letter.front()) ? letter.front() : ' ';
    for (const auto& each : nearest)
        if (each.letter == letter) return each.plain;
    return '?';
}

}  // namespace

std::string bank_text(std::string_view text, std::size_t most) {
    std::string plain;
    while (!text.empty() && plain.size() < most) {
        const auto size = std::min(size_of_letter(static_cast<unsigned char>(text.front())),
                                   text.size());
        plain += plain_of(text.substr(0, size));
        text.remove_prefix(size);
    }
    return plain;
}

}  // namespace ayni
