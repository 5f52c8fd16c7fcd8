#include "domain/pricing/milk_formulas.h"

#include <algorithm>
#include <cstddef>

#include "kernel/check.h"

namespace ayni {
namespace {

// The places of `axis` below and above the value; the same one twice where it stands on one.
struct Neighbours {
    std::size_t low, high;
};
Result<Neighbours> neighbours(const std::vector<Exact>& axis, const Exact& value) {
    const auto above = std::ranges::find_if(axis,
                                            [&](const Exact& place) { return !(place < value); });
    if (above == axis.end()) return refuse(Refusal::out_of_range);
    const auto high = static_cast<std::size_t>(above - axis.begin());
    if (*above == value) return Neighbours{high, high};
    if (high == 0) return refuse(Refusal::out_of_range);
    return Neighbours{high - 1, high};
}

}  // namespace

Exact solids_not_fat(const SnfFormula& formula, const Exact& corrected_reading,
                     const Exact& fat_percent) {
    return corrected_reading * formula.per_reading + fat_percent * formula.per_fat +
           formula.constant;
}

Exact interpolate(const Segment& line, const Exact& at) {
    if (line.low_at == line.high_at) return line.low;
    return line.low + (line.high - line.low) * (at - line.low_at) / (line.high_at - line.low_at);
}

Result<Exact> lactometer_correction(const LactometerTable& table, const Exact& temperature,
                                    const Exact& fat_percent) {
    CHECK(table.corrections.size() == table.temperatures.size());
    const auto row = neighbours(table.temperatures, temperature);
    if (!row) return std::unexpected(row.error());
    const auto column = neighbours(table.fats, fat_percent);
    if (!column) return std::unexpected(column.error());
    const auto at_temperature = [&](std::size_t i) {
        const auto& corrections = table.corrections[i];
        CHECK(corrections.size() == table.fats.size());
        return interpolate({table.fats[column->low], corrections[column->low],
                            table.fats[column->high], corrections[column->high]},
                           fat_percent);
    };
    return interpolate({table.temperatures[row->low], at_temperature(row->low),
                        table.temperatures[row->high], at_temperature(row->high)},
                       temperature);
}

Exact added_water_percent(const FreezingPoints& points) {
    return (points.reference - points.observed) / points.reference * 100;
}

Exact kilograms(const MeasuredMilk& milk) { return milk.litres * milk.density; }

Exact component_kilograms(const Exact& milk_kilograms, const Exact& percent) {
    return milk_kilograms * percent / 100;
}

}  // namespace ayni
