#include "domain/people/totp.h"

#include <array>

#include "kernel/hmac_sha1.h"

namespace ayni {
namespace {

constexpr std::int64_t step_milliseconds = 30'000;
constexpr std::uint32_t codes = 1'000'000;  // of six digits
constexpr std::size_t digits = 6;

// Without stopping at the first letter that differs, which could be timed.
bool is_same(std::string_view code, std::string_view typed) noexcept {
    if (code.size() != typed.size()) return false;
    int different = 0;
    for (std::size_t i = 0; i < code.size(); ++i) different |= code[i] ^ typed[i];
    return different == 0;
}

bool is_unreserved(char letter) noexcept {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || letter == '-' || letter == '.' || letter == '_' ||
           letter == '~';
}

// RFC 3986: whatever is not plain becomes %XX, byte by byte.
std::string percent_encoded(std::string_view text) {
    constexpr std::string_view hexadecimal = "0123456789ABCDEF";
    std::string encoded;
    for (const char letter : text) {
        if (is_unreserved(letter)) {
            encoded += letter;
            continue;
        }
        const auto byte = static_cast<unsigned char>(letter);
        encoded += '%';
        encoded += hexadecimal[byte >> 4U];
        encoded += hexadecimal[byte & 15U];
    }
    return encoded;
}

}  // namespace

std::int64_t totp_step(Instant now) noexcept { return now.milliseconds / step_milliseconds; }

std::uint32_t totp_number(std::string_view secret, std::int64_t step) noexcept {
    std::array<char, 8> counter{};
    for (std::size_t i = 0; i < counter.size(); ++i)
        counter[i] = static_cast<char>(static_cast<std::uint64_t>(step) >> (56 - 8 * i));
    const auto digest = hmac_sha1(secret, {counter.data(), counter.size()});
    // RFC 4226, 5.3: the last four bits say where the number begins, and its sign is left out.
    const auto start = static_cast<std::size_t>(digest.back() & 15U);
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = (number << 8U) | digest[start + i];
    return number & 0x7FFF'FFFFU;
}

std::string totp_code(std::string_view secret, std::int64_t step) {
    auto code = std::to_string(totp_number(secret, step) % codes);
    code.insert(0, digits - code.size(), '0');
    return code;
}

std::optional<std::int64_t> accepted_step(std::string_view secret, std::string_view code,
                                          Instant now, std::int64_t last_accepted) {
    const auto present = totp_step(now);
    for (auto step = present - 1; step <= present + 1; ++step)
        if (step > last_accepted && is_same(totp_code(secret, step), code)) return step;
    return std::nullopt;
}

std::string base32(std::string_view bytes) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t waiting = 0;
    unsigned bits = 0;
    for (const char byte : bytes) {
        waiting = (waiting << 8U) | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 5; bits -= 5) text += alphabet[(waiting >> (bits - 5)) & 31U];
    }
    if (bits > 0) text += alphabet[(waiting << (5 - bits)) & 31U];
    return text;
}

std::string otpauth_address(std::string_view login, std::string_view secret) {
    return "otpauth://totp/Ayni:" + percent_encoded(login) + "?secret=" + base32(secret) +
           "&issuer=Ayni";
}

std::string ungrouped(std::string_view typed) {
    std::string code;
    for (const char letter : typed) {
        if (letter == ' ' || letter == '-') continue;
        const bool is_small = letter >= 'a' && letter <= 'z';
        code += is_small ? static_cast<char>(letter - 'a' + 'A') : letter;
    }
    return code;
}

std::string grouped(std::string_view code) {
    std::string text;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (i > 0 && i % 4 == 0) text += '-';
        text += code[i];
    }
    return text;
}

}  // namespace ayni
