#pragma once
// The keyed hash that the authenticators on telephones compute (RFC 6238), and nothing else.

#include <array>
#include <cstdint>
#include <string_view>

namespace ayni {

/// HMAC-SHA-1 (RFC 2104) of a message under a key. What must resist a collision is `sha256`'s.
[[nodiscard]] std::array<std::uint8_t, 20> hmac_sha1(std::string_view key,
                                                     std::string_view message) noexcept;

}  // namespace ayni
