#pragma once
// Numbers and days as spreadsheets keep them, as the texts that a person sees there.

#include <optional>
#include <string>
#include <string_view>

namespace ayni {

/// "10.300000000000001" is 10.3, and "1.25E-2" 0.0125: fifteen digits are shown, as a spreadsheet
/// does, the last rounded half up. None for what is no number, or has an exponent beyond 30.
[[nodiscard]] std::optional<std::string> spreadsheet_number(std::string_view stored);

/// The day of a serial number as "2025-03-01", with " 06:30:00" if it holds a time. Serial 1 is
/// 1900-01-01, where there is a 29 February 1900 (60) that never was, or, `since_1904`, serial 0 is
/// 1904-01-01. None for what is no day of 1900..2199.
[[nodiscard]] std::optional<std::string> spreadsheet_day(std::string_view stored, bool since_1904);

/// Whether a number format ("dd/mm/yyyy", "[$-280A]d mmm yy") shows a day.
[[nodiscard]] bool shows_day(std::string_view format) noexcept;

}  // namespace ayni
