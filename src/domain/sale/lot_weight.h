#pragma once

#include <optional>

#include "kernel/measure.h"

namespace ayni {

/// What was measured of a lot as it left.
struct LotMeasured {
    std::optional<Quantity> weight;  ///< in the product's unit
    std::optional<Quantity> litres;
    Rate factor;  ///< kilograms of a litre, where it was not measured
};
struct LotWeight {
    Quantity weight;
    Rate factor;
};

/// The weight of a lot and the factor between litres and kilograms: where both were measured it
/// comes of them, rounded half-even; else the weight is `kilograms_of` the litres. Refused:
/// `field_missing` at /quantity (neither), `quantity_not_positive`, `out_of_range` at /density (a
/// litre of 0.5 kg or less, or of 2 kg or more: one of both was misread) and at /litres.
[[nodiscard]] Result<LotWeight> lot_weight(const LotMeasured& measured);

}  // namespace ayni
