#pragma once
// Farms save files in whatever their program prefers; inside, all text is UTF-8.

#include <string>
#include <string_view>

#include "kernel/result.h"

namespace ayni {

/// A file's text in UTF-8 without byte-order mark and without NUL, and what it was written in:
/// "utf-8", "utf-16le", "utf-16be", "windows-1252" or "iso-8859-1". For the last two, which are
/// only guessed, the person should be shown a row with accents.
struct CsvText {
    std::string utf8;
    std::string_view encoding;
};

/// Recognises the encoding by the byte-order mark or by the bytes, and converts it.
/// Refused: `csv_utf7`; `file_not_csv` for spreadsheets (XLSX, ODS, XLS), PDF and pictures; and
/// `csv_encoding_unknown` for other bytes that are no text (UTF-16 without a mark).
[[nodiscard]] Result<CsvText> decode_csv(std::string bytes);

}  // namespace ayni
