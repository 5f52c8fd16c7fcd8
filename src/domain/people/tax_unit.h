#pragma once
// The unit in which a tax law states its amounts (UIT of Peru), newly decreed for each year.

#include <optional>
#include <span>

#include "kernel/date.h"
#include "kernel/describe.h"

namespace ayni {

/// The tax unit of one calendar year. Data with a source, not code: it changes every December.
struct TaxUnit {
    std::int32_t year = 0;
    Money amount;
    bool operator==(const TaxUnit&) const = default;
};
BOOST_DESCRIBE_STRUCT(TaxUnit, (), (year, amount))

/// The tax unit of the year in which the day lies; none when nobody has entered it, since last
/// year's would be a wrong tax.
[[nodiscard]] std::optional<Money> tax_unit_on(Date day, std::span<const TaxUnit> units) noexcept;

}  // namespace ayni
