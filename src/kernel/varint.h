#pragma once
// Compact bytes for what is stored and hashed: small numbers take one byte.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ayni {

/// The longest number in bytes.
inline constexpr std::size_t longest_varint = 10;

/// Writes a number where there is room for `longest_varint` bytes; gives the place behind it.
[[nodiscard]] inline char* write_unsigned(char* to, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) *to++ = static_cast<char>(value | 0x80U);
    *to++ = static_cast<char>(value);
    return to;
}

/// Zigzag: -1 is 1, 1 is 2, so that small negative numbers stay small.
[[nodiscard]] constexpr std::uint64_t zigzag(std::int64_t value) {
    return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}

inline void put_unsigned(std::string& bytes, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes.push_back(static_cast<char>(value | 0x80U));
    bytes.push_back(static_cast<char>(value));
}

inline void put_signed(std::string& bytes, std::int64_t value) {
    put_unsigned(bytes, zigzag(value));
}

/// Takes a number off the front; none when the bytes end, are too long, or are not the one form
/// that `put_unsigned` writes: equal values have equal digests.
[[nodiscard]] inline std::optional<std::uint64_t> take_unsigned(std::string_view& bytes) {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
        if (byte >= 0x80) continue;
        const bool padded = byte == 0 && shift > 0, cut = shift == 63 && byte > 1;
        if (padded || cut) return std::nullopt;
        return value;
    }
    return std::nullopt;
}

[[nodiscard]] inline std::optional<std::int64_t> take_signed(std::string_view& bytes) {
    const auto value = take_unsigned(bytes);
    if (!value) return std::nullopt;
    return static_cast<std::int64_t>(*value >> 1) ^ -static_cast<std::int64_t>(*value & 1);
}

}  // namespace ayni
