#include "kernel/describe.h"

#include <charconv>

#include "kernel/sha256.h"

namespace ayni::describing {

Result<void> read_readings(std::string_view text, void* into) {
    Readings readings;
    for (bool more = !text.empty(); more;) {
        const auto end = text.find(' ');
        const auto pair = text.substr(0, end);
        more = end != text.npos;
        text.remove_prefix(more ? end + 1 : text.size());
        if (pair.size() < 3 || pair[0] < '1' || pair[0] > '8' || pair[1] != ':')
            return refuse(Refusal::wrong_type);
        const auto attribute = static_cast<AttributeNumber>(pair[0] - '0');
        std::int32_t value = 0;
        const auto* last = pair.data() + pair.size();
        const auto parsed = std::from_chars(pair.data() + 2, last, value);
        // A second value of the same attribute would silently replace the first.
        if (parsed.ec != std::errc{} || parsed.ptr != last || readings.has(attribute))
            return refuse(Refusal::wrong_type);
        readings.set({attribute, value});
    }
    *static_cast<Readings*>(into) = readings;
    return {};
}

std::string write_readings(const void* from) {
    std::string text;
    for (const auto& [attribute, value] : static_cast<const Readings*>(from)->all())
        text += (text.empty() ? "" : " ") + std::to_string(attribute) + ':' + std::to_string(value);
    return text;
}

Result<void> read_hex(std::string_view text, void* into) {
    const auto digit = [](char c) {
        if (c >= '0' && c <= '9') return c - '0';
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    };
    if (text.size() % 2 != 0) return refuse(Refusal::wrong_type);
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = digit(text[i]), low = digit(text[i + 1]);
        if (high < 0 || low < 0) return refuse(Refusal::wrong_type);
        bytes += static_cast<char>(high * 16 + low);
    }
    static_cast<Bytes*>(into)->value = std::move(bytes);
    return {};
}

std::string write_hex(const void* from) { return hex(static_cast<const Bytes*>(from)->value); }

}  // namespace ayni::describing
