#include "kernel/quality.h"

#include "kernel/check.h"

namespace ayni {

std::vector<Reading> Readings::all() const {
    std::vector<Reading> readings;
    for (AttributeNumber attribute = 1; attribute <= most_attributes; ++attribute)
        if (has(attribute)) readings.push_back({attribute, values_[attribute - 1U]});
    return readings;
}

std::string Readings::pack() const {
    std::string bytes;
    for (const auto& reading : all()) {
        const auto value = static_cast<std::uint32_t>(reading.value);
        bytes.push_back(static_cast<char>(reading.attribute));
        for (unsigned shift = 0; shift < 32; shift += 8)
            bytes.push_back(static_cast<char>(value >> shift & 255U));
    }
    return bytes;
}

Result<Readings> Readings::unpack(std::string_view bytes) {
    if (bytes.size() % 5 != 0) return refuse(Refusal::wrong_type);
    Readings readings;
    AttributeNumber last = 0;
    for (std::size_t at = 0; at < bytes.size(); at += 5) {
        const auto byte = [&](std::size_t i) -> std::uint32_t {
            return static_cast<unsigned char>(bytes[at + i]);
        };
        const auto value = byte(1) | byte(2) << 8 | byte(3) << 16 | byte(4) << 24;
        const auto attribute = static_cast<AttributeNumber>(bytes[at]);
        if (attribute <= last || attribute > most_attributes) return refuse(Refusal::wrong_type);
        last = attribute;
        readings.set({attribute, static_cast<std::int32_t>(value)});
    }
    return readings;
}

}  // namespace ayni
