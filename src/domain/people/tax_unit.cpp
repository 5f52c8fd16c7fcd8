#include "domain/people/tax_unit.h"

#include <algorithm>

namespace ayni {

std::optional<Money> tax_unit_on(Date day, std::span<const TaxUnit> units) noexcept {
    const auto found = std::ranges::find(units, civil(day).year, &TaxUnit::year);
    return found == units.end() ? std::nullopt : std::optional(found->amount);
}

}  // namespace ayni
