#pragma once
// Text messages in the letters that every phone of the mobile network has (GSM 03.38, 7 bits):
// 160 of them are one message, and one foreign letter would leave room for 70.

#include <string>
#include <string_view>

namespace ayni {

/// How many places one text message has.
inline constexpr int longest_sms = 160;

/// The text with every letter that GSM lacks written with those it has: "Huamán" becomes "Huaman";
/// é ñ Ñ ü à and the like stay. What has no such form becomes "?"; invisible signs vanish.
[[nodiscard]] std::string gsm_text(std::string_view utf8);

/// The places that the text takes in a message: 1 for each letter, 2 for € and ^{}\[]~| and form
/// feed. A letter that GSM lacks counts as the "?" that would be sent for it.
[[nodiscard]] int gsm_length(std::string_view utf8) noexcept;

}  // namespace ayni
