#pragma once
// What a dairy's laboratory computes before a price is looked up. Every coefficient is a parameter
// of the agreement or of the device: unions and lactometers differ.

#include <vector>

#include "domain/pricing/exact.h"

namespace ayni {

/// SNF % = CLR x per_reading + fat % x per_fat + constant. (Vectors M01, M02.)
struct SnfFormula {
    Exact per_reading;  ///< 1/4
    Exact per_fat;      ///< 0.25, 0.2 or 0.21
    Exact constant;     ///< 0.44, 0.36, 0.14…
};

/// Solids-not-fat, in %, from the corrected lactometer reading and the fat %.
[[nodiscard]] Exact solids_not_fat(const SnfFormula& formula, const Exact& corrected_reading,
                                   const Exact& fat_percent);

/// The value at `at` on the line through (`low_at`, `low`) and (`high_at`, `high`).
struct Segment {
    Exact low_at, low, high_at, high;
};
[[nodiscard]] Exact interpolate(const Segment& line, const Exact& at);

/// Corrections of one type of lactometer, by the milk's temperature and fat: a device's own table.
struct LactometerTable {
    std::vector<Exact> temperatures;              ///< °C, rising; at least one
    std::vector<Exact> fats;                      ///< %, rising; at least one
    std::vector<std::vector<Exact>> corrections;  ///< one row for each temperature
};

/// What is added to the reading, straight between the four nearest places of the table. Refused:
/// `out_of_range` outside of it. (Vector M04.)
[[nodiscard]] Result<Exact> lactometer_correction(const LactometerTable& table,
                                                  const Exact& temperature,
                                                  const Exact& fat_percent);

/// Added water in %, from freezing points: that of pure milk and the one observed. (Vector M17.)
struct FreezingPoints {
    Exact reference, observed;  ///< °C, below zero
};
[[nodiscard]] Exact added_water_percent(const FreezingPoints& points);

/// Kilograms of so many litres; density in kg per litre. (Vector M19.)
struct MeasuredMilk {
    Exact litres, density;
};
[[nodiscard]] Exact kilograms(const MeasuredMilk& milk);

/// Kilograms of fat, protein or solids in a mass of milk. (Vectors M07, M11.)
[[nodiscard]] Exact component_kilograms(const Exact& milk_kilograms, const Exact& percent);

}  // namespace ayni
