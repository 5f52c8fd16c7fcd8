#pragma once
// What a sample was found to be. "Not analysed" is the absence of a reading, never 0.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kernel/check.h"
#include "kernel/result.h"

namespace ayni {

/// The place of a quality attribute in its product, 1..8; given once, never re-used.
using AttributeNumber = std::uint8_t;
inline constexpr AttributeNumber most_attributes = 8;

/// One value of one attribute, in the attribute's decimal places (fat 3.65 % = 365 at 2 places).
struct Reading {
    AttributeNumber attribute = 0;
    std::int32_t value = 0;
    auto operator<=>(const Reading&) const = default;
};

/// The readings of one sample, at most one per attribute. Held in place, without a heap, since a
/// settlement reads millions of them.
class Readings {
public:
    /// Adds or replaces the reading of its attribute.
    void set(Reading reading) {
        CHECK(reading.attribute >= 1 && reading.attribute <= most_attributes);
        values_[reading.attribute - 1U] = reading.value;
        present_ = static_cast<std::uint8_t>(present_ | 1U << (reading.attribute - 1U));
    }
    /// The value of the attribute, or null when it was not analysed.
    [[nodiscard]] const std::int32_t* find(AttributeNumber attribute) const noexcept {
        return has(attribute) ? &values_[attribute - 1U] : nullptr;
    }
    [[nodiscard]] bool has(AttributeNumber attribute) const noexcept {
        return attribute >= 1 && attribute <= most_attributes &&
               (present_ >> (attribute - 1U) & 1U) != 0;
    }
    /// All readings, by rising attribute.
    [[nodiscard]] std::vector<Reading> all() const;
    [[nodiscard]] bool empty() const noexcept { return present_ == 0; }
    /// Five bytes each: attribute, then the value, least byte first. What is stored.
    [[nodiscard]] std::string pack() const;
    /// Reads what `pack` wrote; refused: `wrong_type` for anything else.
    [[nodiscard]] static Result<Readings> unpack(std::string_view bytes);
    bool operator==(const Readings&) const = default;

private:
    std::array<std::int32_t, most_attributes> values_{};
    std::uint8_t present_ = 0;
};

}  // namespace ayni
