#pragma once

#include <optional>
#include <string_view>

#include "domain/collection/product.h"

namespace ayni {

/// In what something was measured.
enum class Measure { litres, kilograms };

/// What a unit, or the title of a column, says in either language: "litros", "L", "kg"; none for
/// any other word.
[[nodiscard]] std::optional<Measure> measure_named(std::string_view name);

/// Kilograms = litres x density (kg a litre), rounded half-even to thousandths. Refused:
/// `out_of_range`.
[[nodiscard]] Result<Quantity> kilograms_of(Quantity litres, Rate density);

/// A quantity in the product's unit, by its density: kilograms as above, litres = kilograms /
/// density, rounded alike. The same where the measures agree, and of a product that is counted in
/// something else. Refused: `out_of_range`.
[[nodiscard]] Result<Quantity> in_product_unit(Quantity told, std::optional<Measure> measure,
                                               const Product& product);

}  // namespace ayni
