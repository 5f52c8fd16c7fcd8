#include "kernel/csv_encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "kernel/text.h"

namespace ayni {
namespace {

// `low` is the place of the less significant byte in each pair: 0 in UTF-16LE, 1 in UTF-16BE.
Result<CsvText> decode_utf16(std::string_view bytes, std::size_t low, std::string_view encoding) {
    if (bytes.size() % 2 != 0) return refuse(Refusal::csv_encoding_unknown);
    const auto unit = [&](std::size_t i) {
        const auto byte = [&](std::size_t at) {
            return std::uint32_t{static_cast<unsigned char>(bytes[at])};
        };
        return byte(i + 1 - low) << 8 | byte(i + low);
    };
    CsvText text{{}, encoding};
    text.utf8.reserve(bytes.size() / 2 + bytes.size() / 8);
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        std::uint32_t point = unit(i);
        if (point >= 0xD800 && point < 0xE000) {
            const auto second = i + 2 < bytes.size() ? unit(i + 2) : 0;
            if (point >= 0xDC00 || second < 0xDC00 || second >= 0xE000)
                return refuse(Refusal::csv_encoding_unknown);
            point = 0x10000 + ((point - 0xD800) << 10) + (second - 0xDC00);
            i += 2;
        }
        if (point == 0) return refuse(Refusal::csv_encoding_unknown);
        append_utf8(text.utf8, point);
    }
    return text;
}

// What Windows-1252 has where Latin-1 has control characters, 0x80 to 0x9F; 0 where it has nothing.
constexpr auto windows_letters = std::to_array<std::uint16_t>(
    {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
     0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
     0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178});

Result<CsvText> decode_one_byte_letters(std::string_view bytes) {
    CsvText text{{}, "iso-8859-1"};
    text.utf8.reserve(bytes.size() + bytes.size() / 8);
    for (char c : bytes) {
        std::uint32_t point = static_cast<unsigned char>(c);
        if (point >= 0x80 && point < 0xA0) {
            point = windows_letters[point - 0x80];
            text.encoding = "windows-1252";
        }
        // Any byte is a letter of these encodings; control characters give a picture or a
        // spreadsheet away.
        if (point < 0x20 && c != '\t' && c != '\r' && c != '\n')
            return refuse(Refusal::csv_encoding_unknown);
        append_utf8(text.utf8, point);
    }
    return text;
}

int base64_value(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

// What a piece of base64 says in UTF-16.
enum class Said {
    nothing,          // no whole units, or none that a farm's file would hold
    signs,            // also what ASCII has itself: "+AF8-" is an underscore
    foreign_letters,  // only letters that ASCII has not, U+00A1 to U+024F: "+APE-" is ñ
};

Said said_by(std::string_view base64) {
    std::uint32_t bits = 0;
    unsigned count = 0;
    auto said = Said::foreign_letters;
    for (char c : base64) {
        bits = (bits << 6 | static_cast<std::uint32_t>(base64_value(c))) & 0xFFFFFFU;
        count += 6;
        if (count < 16) continue;
        count -= 16;
        const auto unit = bits >> count & 0xFFFFU;
        if (unit >= 0xA1 && unit <= 0x24F) continue;
        if (unit >= 0x100 && (unit < 0x2010 || unit > 0x20AC)) return Said::nothing;
        said = Said::signs;
    }
    const bool whole = base64.size() >= 3 && count < 6 && (bits & ((1U << count) - 1)) == 0;
    return whole ? said : Said::nothing;
}

// "Cow+AF8-ID": a plus sign, base64, a hyphen. Before what is no base64 (the end of a cell, say)
// some programs leave the hyphen out; then only foreign letters count.
Said utf7_in(std::string_view line) {
    auto found = Said::nothing;
    for (auto at = line.find('+'); at != line.npos; at = line.find('+', at + 1)) {
        auto end = at + 1;
        while (end < line.size() && base64_value(line[end]) >= 0) ++end;
        const auto said = said_by(line.substr(at + 1, end - at - 1));
        if (said == Said::foreign_letters) return said;
        if (said == Said::signs && end < line.size() && line[end] == '-') found = said;
    }
    return found;
}

// UTF-7 is pure ASCII, so it passes for UTF-8. A foreign letter gives it away wherever it stands;
// signs do so in the header, or in most of the first hundred lines: a single cell may be someone's
// text about UTF-7.
bool is_utf7(std::string_view text) {
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (text.find('+') == text.npos || !std::ranges::all_of(text, is_ascii)) return false;
    std::size_t lines = 0, suspect = 0;
    bool header = false;
    for (auto rest = text; !rest.empty();) {
        const auto line = rest.substr(0, rest.find_first_of("\r\n"));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (line.empty()) continue;
        const auto said = utf7_in(line);
        if (said == Said::foreign_letters) return true;
        header = header || (lines == 0 && said == Said::signs);
        if (lines < 100) suspect += said == Said::signs;
        ++lines;
    }
    return header || suspect * 2 > std::min<std::size_t>(lines, 100);
}

// What other programs write first. A text could begin so too, but none with the titles of columns.
bool is_known_other_file(std::string_view bytes) {
    constexpr std::array<std::string_view, 7> beginnings{
        "\x89PNG", "%PDF-", "PK\x03\x04", "\xD0\xCF\x11\xE0", "\xFF\xD8\xFF", "GIF8", "{\\rtf"};
    return std::ranges::any_of(beginnings, [&](auto first) { return bytes.starts_with(first); });
}

}  // namespace

Result<CsvText> decode_csv(std::string bytes) {
    const std::string_view all = bytes;
    if (is_known_other_file(all)) return refuse(Refusal::file_not_csv);
    if (all.starts_with(std::string_view("\xFF\xFE\0\0", 4)))
        return refuse(Refusal::csv_encoding_unknown);
    if (all.starts_with("\xFF\xFE")) return decode_utf16(all.substr(2), 0, "utf-16le");
    if (all.starts_with("\xFE\xFF")) return decode_utf16(all.substr(2), 1, "utf-16be");
    if (all.find('\0') != all.npos) return refuse(Refusal::csv_encoding_unknown);
    const bool marked = all.starts_with("\xEF\xBB\xBF");
    if (!is_utf8(all))
        return marked ? refuse(Refusal::csv_encoding_unknown) : decode_one_byte_letters(all);
    if (is_utf7(all)) return refuse(Refusal::csv_utf7);
    if (marked) bytes.erase(0, 3);
    return CsvText{std::move(bytes), "utf-8"};
}

}  // namespace ayni
