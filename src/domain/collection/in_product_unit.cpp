#include "domain/collection/in_product_unit.h"

#include <algorithm>
#include <array>

#include "domain/collection/source.h"
#include "kernel/text.h"
#include "kernel/wide.h"

namespace ayni {
namespace {

constexpr std::int64_t millionths_of_one = 1'000'000;
constexpr auto names_of_litres = std::to_array<std::string_view>(
    {"l", "lt", "lts", "litro", "litros", "litre", "litres", "liter", "liters"});
constexpr auto names_of_kilograms = std::to_array<std::string_view>(
    {"kg", "kgs", "kilo", "kilos", "kilogramo", "kilogramos", "kilogram", "kilograms"});

Result<Quantity> rounded(Wide numerator, std::int64_t divisor) {
    const auto thousandths = divide(numerator, divisor, Rounding::half_even);
    if (thousandths > INT64_MAX || thousandths < INT64_MIN) return refuse(Refusal::out_of_range);
    return Quantity{static_cast<std::int64_t>(thousandths)};
}

}  // namespace

Result<Quantity> kilograms_of(Quantity litres, Rate density) {
    return rounded(Wide{litres.thousandths} * density.millionths, millionths_of_one);
}

std::optional<Measure> measure_named(std::string_view name) {
    std::string small(trimmed(name));
    std::ranges::transform(small, small.begin(), [](char each) {
        return each >= 'A' && each <= 'Z' ? static_cast<char>(each + 0x20) : each;
    });
    if (std::ranges::find(names_of_litres, small) != names_of_litres.end()) return Measure::litres;
    if (std::ranges::find(names_of_kilograms, small) != names_of_kilograms.end())
        return Measure::kilograms;
    return std::nullopt;
}

Result<Quantity> in_product_unit(Quantity told, std::optional<Measure> measure,
                                 const Product& product) {
    const auto own = measure_named(product.unit);
    if (!measure || !own || measure == own) return told;
    const auto density = product.density;
    if (density <= Rate{}) return refuse(Refusal::out_of_range);
    if (own == Measure::kilograms) return kilograms_of(told, density);
    return rounded(Wide{told.thousandths} * millionths_of_one, density.millionths);
}

}  // namespace ayni
