#include "domain/pricing/coffee_formulas.h"

#include <algorithm>
#include <array>

namespace ayni {

Exact kilograms_per_pound() { return Exact::of(45'359'237, 8); }

Exact yield_factor(const MilledSample& milled, const Exact& bag_kilograms) {
    return milled.sample / milled.exportable * bag_kilograms;
}

Exact carga_value(const CargaSale& sale) {
    return sale.parchment_kilograms / sale.carga_kilograms * sale.price_per_carga *
           (sale.base_factor / sale.factor);
}

Exact value_by_pound(const Exact& price_per_pound, const Exact& kilograms) {
    return price_per_pound * kilograms / kilograms_per_pound();
}

Exact green_kilograms(const Exact& parchment_kilograms, const ParchmentRate& rate) {
    return parchment_kilograms * rate.green_kilograms / rate.parchment_kilograms;
}

Exact dried_kilograms(const Exact& kilograms, const Drying& moisture) {
    return kilograms * (Exact{100} - moisture.observed) / (Exact{100} - moisture.reference);
}

std::span<const DefectKind> sca_washed_arabica() noexcept {
    static constexpr auto table = std::to_array<DefectKind>({
        {"full_black", 1, 1},
        {"full_sour", 1, 1},
        {"dried_cherry", 1, 1},
        {"fungus", 1, 1},
        {"foreign_matter", 1, 1},
        {"severe_insect", 1, 5},
        {"partial_black", 2, 3},
        {"partial_sour", 2, 3},
        {"parchment", 2, 5},
        {"floater", 2, 5},
        {"immature", 2, 5},
        {"withered", 2, 5},
        {"shell", 2, 5},
        {"broken", 2, 5},
        {"hull", 2, 5},
        {"slight_insect", 2, 10},
    });
    return table;
}

Result<FullDefects> count_defects(std::span<const DefectKind> table,
                                  std::span<const DefectCount> counts) {
    FullDefects full;
    for (const auto& count : counts) {
        const auto kind = std::ranges::find(table, std::string_view{count.code}, &DefectKind::code);
        if (kind == table.end()) return refuse(Refusal::not_a_choice, {}, count.code);
        if (count.beans < 0) return refuse(Refusal::out_of_range, {}, count.code);
        (kind->category == 1 ? full.category_1 : full.category_2) += count.beans / kind->equivalent;
    }
    return full;
}

bool is_specialty(const FullDefects& found, std::int64_t most_of_category_2) noexcept {
    return found.category_1 == 0 && found.category_2 <= most_of_category_2;
}

}  // namespace ayni
