#pragma once
// The codes of an authenticator on a telephone (RFC 6238: SHA-1, steps of 30 s, six digits).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kernel/date.h"

namespace ayni {

/// As long as the hash, as RFC 4226 advises.
inline constexpr std::size_t totp_secret_bytes = 20;

/// The step in which an instant lies, counted from 1970.
[[nodiscard]] std::int64_t totp_step(Instant now) noexcept;
/// The number of 31 bits of which a code is the last digits.
[[nodiscard]] std::uint32_t totp_number(std::string_view secret, std::int64_t step) noexcept;
/// The six digits that the telephone shows during that step: "042857".
[[nodiscard]] std::string totp_code(std::string_view secret, std::int64_t step);
/// The step whose code it is: the present one, or one before or after it, as clocks differ. None
/// for a wrong code, and for one of `last_accepted` or before: a code is never good twice.
[[nodiscard]] std::optional<std::int64_t> accepted_step(std::string_view secret,
                                                        std::string_view code, Instant now,
                                                        std::int64_t last_accepted);

/// Bytes in the letters that authenticators take (RFC 4648, base 32), without padding.
[[nodiscard]] std::string base32(std::string_view bytes);
/// What stands in the QR code: "otpauth://totp/Ayni:rosa?secret=…&issuer=Ayni". Printable ASCII.
[[nodiscard]] std::string otpauth_address(std::string_view login, std::string_view secret);
/// A code as it was meant: capital letters, without the blanks and hyphens that group it.
[[nodiscard]] std::string ungrouped(std::string_view typed);
/// "ABCD-EFGH-…": groups of four that a person can copy.
[[nodiscard]] std::string grouped(std::string_view code);

}  // namespace ayni
