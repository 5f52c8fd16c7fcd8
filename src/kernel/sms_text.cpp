#include "kernel/sms_text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace ayni {
namespace {

// The default alphabet and its extension, as in 3GPP TS 23.038; the escape itself is no letter.
constexpr std::string_view one_place =
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
constexpr std::string_view two_places = "\f^{}\\[~]|€";

// What stands for the letters that GSM lacks, of the languages written where milk is collected.
struct Stands {
    std::string_view plain, letters;
};
constexpr auto stand_ins = std::to_array<Stands>({
    {"A", "ÁÀÂÃĀĂĄ"},
    {"C", "ĆČĈĊ"},
    {"D", "ĎĐÐ"},
    {"E", "ÈÊËĒĔĖĘĚẼ"},
    {"G", "ĜĞĠĢ"},
    {"H", "ĤĦ"},
    {"I", "ÍÌÎÏĨĪĬĮİ"},
    {"J", "Ĵ"},
    {"K", "Ķ"},
    {"L", "ĹĻĽŁ"},
    {"N", "ŃŅŇ"},
    {"O", "ÓÒÔÕŌŎŐ"},
    {"R", "ŔŖŘ"},
    {"S", "ŚŜŞŠȘ"},
    {"T", "ŢŤŦȚ"},
    {"U", "ÚÙÛŨŪŬŮŰŲ"},
    {"W", "Ŵ"},
    {"Y", "ÝŶŸ"},
    {"Z", "ŹŻŽ"},
    {"a", "áâãāăąª"},
    {"c", "çćčĉċ"},
    {"d", "ďđð"},
    {"e", "êëēĕėęěẽ"},
    {"g", "ĝğġģ"},
    {"h", "ĥħ"},
    {"i", "íîïĩīĭįı"},
    {"j", "ĵ"},
    {"k", "ķ"},
    {"l", "ĺļľł"},
    {"n", "ńņňŉ"},
    {"o", "óôõōŏőº°"},
    {"r", "ŕŗř"},
    {"s", "śŝşšș"},
    {"t", "ţťŧț"},
    {"u", "úûũūŭůűų"},
    {"w", "ŵ"},
    {"y", "ýÿŷ"},
    {"z", "źżž"},
    {"'", "‘’‚ʼʻ´`′"},
    {"\"", "“”„«»″"},
    {"-", "‐‑‒–—―−•·"},
    {"...", "…"},
    {" ", "\u00A0\u2002\u2003\u2009\u202F\t"},
    {"x", "×"},
    {"/", "÷⁄"},
    {"OE", "Œ"},
    {"oe", "œ"},
    {"1/2", "½"},
    {"1/4", "¼"},
    {"3/4", "¾"},
    {"2", "²"},
    {"3", "³"},
    {"1", "¹"},
    {"c", "¢"},
    {"<=", "≤"},
    {">=", "≥"},
    {"TM", "™"},
    {"(c)", "©"},
    {"(r)", "®"},
});

// Signs that take no room: soft hyphen, joiners, direction marks, byte-order mark, accents that
// were typed after their letter.
bool is_invisible(std::string_view letter) noexcept {
    return letter == "\u00AD" || letter == "\uFEFF" || (letter >= "\u0300" && letter <= "\u036F") ||
           (letter >= "\u200B" && letter <= "\u200F") ||
           (letter >= "\u202A" && letter <= "\u202E") ||
           (letter >= "\u2060" && letter <= "\u2064") || (letter >= "\uFE00" && letter <= "\uFE0F");
}

// Takes one letter off the front; a byte that begins none is taken alone.
std::string_view take_letter(std::string_view& text) noexcept {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    std::size_t end = 1;
    while (end < std::min(length, text.size()) &&
           (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        ++end;
    const auto letter = text.substr(0, end);
    text.remove_prefix(end);
    return letter;
}

// Whether the letter, whole, is one of those; a lone byte of a longer one is none of them.
bool is_one_of(std::string_view letter, std::string_view letters) noexcept {
    while (!letters.empty())
        if (take_letter(letters) == letter) return true;
    return false;
}

// Some keyboards type a letter and then its accent; GSM has a few of these pairs as one letter.
std::optional<std::string_view> composed(std::string_view letter, std::string_view rest) noexcept {
    struct Pair {
        std::string_view typed, letter;
    };
    constexpr auto pairs = std::to_array<Pair>({
        {"n\u0303", "ñ"},
        {"N\u0303", "Ñ"},
        {"e\u0301", "é"},
        {"E\u0301", "É"},
        {"u\u0308", "ü"},
        {"U\u0308", "Ü"},
        {"a\u0308", "ä"},
        {"A\u0308", "Ä"},
        {"o\u0308", "ö"},
        {"O\u0308", "Ö"},
        {"a\u0300", "à"},
        {"e\u0300", "è"},
        {"i\u0300", "ì"},
        {"o\u0300", "ò"},
        {"u\u0300", "ù"},
    });
    for (const auto& pair : pairs)
        if (pair.typed.starts_with(letter) && rest.starts_with(pair.typed.substr(letter.size())))
            return pair.letter;
    return std::nullopt;
}

std::string_view plain_form(std::string_view letter) noexcept {
    if (is_one_of(letter, one_place) || is_one_of(letter, two_places)) return letter;
    for (const auto& [plain, letters] : stand_ins)
        if (is_one_of(letter, letters)) return plain;
    return is_invisible(letter) ? std::string_view{} : "?";
}

}  // namespace

std::string gsm_text(std::string_view utf8) {
    std::string text;
    while (!utf8.empty()) {
        const auto letter = take_letter(utf8);
        text += composed(letter, utf8).value_or(plain_form(letter));
    }
    return text;
}

int gsm_length(std::string_view utf8) noexcept {
    int places = 0;
    while (!utf8.empty()) places += is_one_of(take_letter(utf8), two_places) ? 2 : 1;
    return places;
}

}  // namespace ayni
