#include "kernel/quality.h"

#include "kernel/check.h"

namespace ayni {

void Readings::set(Reading reading) {
    CHECK(reading.attribute >= 1 && reading.attribute <= most_attributes);
    values_[reading.attribute - 1U] = reading.value;
    present_ = static_cast<std::uint8_t>(present_ | 1U << (reading.attribute - 1U));
}

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
        std::uint32_t value = 0;
        for (std::size_t i = 4; i >= 1; --i)
            value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
        const auto attribute = static_cast<AttributeNumber>(bytes[at]);
        if (attribute <= last || attribute > most_attributes) return refuse(Refusal::wrong_type);
        last = attribute;
        readings.set({attribute, static_cast<std::int32_t>(value)});
    }
    return readings;
}

}  // namespace ayni
