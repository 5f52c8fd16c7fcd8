#pragma once
// Yields, units and defects of coffee, and the shrink of any grain that is dried. What is custom of
// a country (46 kg or 100 lb to the quintal, 125 kg to the carga) is a parameter.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "domain/pricing/exact.h"

namespace ayni {

/// The international pound in kilograms: 0.45359237, exact by definition.
[[nodiscard]] Exact kilograms_per_pound();

/// What milling a sample of parchment gave; both in grams.
struct MilledSample {
    Exact sample, exportable;
};
/// Factor de rendimiento: kilograms of parchment for one bag (70 kg) of exportable coffee. (C01.)
[[nodiscard]] Exact yield_factor(const MilledSample& milled, const Exact& bag_kilograms);

/// Parchment sold by the carga and paid by its yield. (C03.)
struct CargaSale {
    Exact parchment_kilograms;
    Exact carga_kilograms;  ///< 125 in Colombia
    Exact price_per_carga;  ///< at the base factor
    Exact base_factor;      ///< 94
    Exact factor;           ///< that of this lot; higher is poorer
};
[[nodiscard]] Exact carga_value(const CargaSale& sale);

/// What so many kilograms cost at a price per pound, in the same money. A quintal is 46 kg here
/// and 100 lb there, 1.41 % apart. (C04.)
[[nodiscard]] Exact value_by_pound(const Exact& price_per_pound, const Exact& kilograms);

/// So much parchment weighs as much as one quintal of green coffee does. (C07: 55.2 to 46 kg.)
struct ParchmentRate {
    Exact parchment_kilograms, green_kilograms;
};
[[nodiscard]] Exact green_kilograms(const Exact& parchment_kilograms, const ParchmentRate& rate);

/// The weight that is left when grain is dried, moistures in %. (C08, C09.)
struct Drying {
    Exact observed, reference;
};
[[nodiscard]] Exact dried_kilograms(const Exact& kilograms, const Drying& moisture);

/// One kind of defect: so many beans of it count as one full defect.
struct DefectKind {
    std::string_view code;        ///< "partial_black"
    std::int32_t category = 1;    ///< 1 (primary) or 2
    std::int32_t equivalent = 1;  ///< beans to one full defect, at least 1
};
/// SCA, washed arabica, sample of 350 g (poster of 2018).
[[nodiscard]] std::span<const DefectKind> sca_washed_arabica() noexcept;

/// Beans that were counted of one kind.
struct DefectCount {
    std::string code;
    std::int64_t beans = 0;
};
struct FullDefects {
    std::int64_t category_1 = 0, category_2 = 0;
    [[nodiscard]] std::int64_t total() const noexcept { return category_1 + category_2; }
    bool operator==(const FullDefects&) const = default;
};
/// Full defects, rounded down for each kind by itself. Refused: `not_a_choice` for a kind that the
/// table lacks, `out_of_range` for a count below 0. (C10 to C12.)
[[nodiscard]] Result<FullDefects> count_defects(std::span<const DefectKind> table,
                                                std::span<const DefectCount> counts);
/// Whether the green coffee is of specialty grade by its defects: none of category 1, and at most
/// `most_of_category_2` (SCA: 5) of the other.
[[nodiscard]] bool is_specialty(const FullDefects& found, std::int64_t most_of_category_2) noexcept;

}  // namespace ayni
