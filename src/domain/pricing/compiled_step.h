#pragma once
// One term made ready: texts are numbers, names are places, and what can be divided once, is.

#include <variant>

#include "domain/pricing/band_table.h"
#include "domain/pricing/grade_table.h"
#include "domain/pricing/price.h"

namespace ayni {

/// Values of attributes are compared in millionths of the attribute's last place, as means have.
inline constexpr std::int64_t millionths_per_place = 1'000'000;

/// Where a term finds the value of its attribute.
struct ValueSource {
    AttributeNumber attribute = 0;
    Statistic statistic = Statistic::sample;
    WhenMissing missing = WhenMissing::nothing;
    int decimals = 0;
    std::int64_t standard = 0;  ///< stands in where `missing` says so; millionths
};

// All amounts are in trillionths of the major unit, per unit of the product.
struct FixedBase {
    std::int64_t amount = 0;
};
struct IndexBase {
    std::size_t index = 0;    ///< its place in the facts
    std::int64_t factor = 0;  ///< millionths
    std::int64_t differential = 0;
};
/// (value - origin) x numerator / divisor: points above a standard, kilograms of a component.
struct Slope {
    ValueSource source;
    std::int64_t origin = 0;
    Wide numerator = 0;
    std::int64_t divisor = 1;  ///< 1 for most terms: in lowest terms with the numerator
    std::int64_t short_numerator = 0;
    bool is_short = false;  ///< the numerator fits 64 bits, and then stands there
};
/// Only full points count, towards minus: 2.9 points are 2, -0.1 are -1.
struct WholePoints {
    ValueSource source;
    std::int64_t origin = 0;
    std::int64_t point = 1;
    std::int64_t amount = 0;  ///< for each point
};
struct AttributeBands {
    ValueSource source;
    BandTable table;
};
struct VolumeBands {
    VolumeOf volume = VolumeOf::producer;
    BandTable table;
};
struct GradeRates {
    ValueSource source;
    GradeTable table;
};
struct CertificatePremium {
    std::size_t certificate = 0;  ///< its place in the facts
    std::int64_t amount = 0;
};
struct PriceFloor {
    std::int64_t amount = 0;
};
struct PriceCeiling {
    std::int64_t amount = 0;
};

/// One term of the terms, in its place.
struct CompiledTerms::Step {
    using Rule = std::variant<FixedBase, IndexBase, Slope, WholePoints, AttributeBands, VolumeBands,
                              GradeRates, CertificatePremium, PriceFloor, PriceCeiling>;
    Rule rule;
    [[nodiscard]] const ValueSource* source() const noexcept;  ///< null for terms over no attribute
};

}  // namespace ayni
