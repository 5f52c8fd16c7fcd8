#pragma once

#include <vector>

#include "domain/sale/sale.h"

namespace ayni {

/// The periods of a calendar that end in `days`: weeks from Monday to Sunday, or months.
[[nodiscard]] std::vector<Period> expected_periods(CalendarPeriod per, Period days);

/// Which side is to be asked about a period with too little milk.
enum class Shortfall { none, ours, buyers };
/// What left is enough when no more than the tolerance is missing. Else, where as much was
/// collected as was expected, it was not picked up (the buyer's side); where not, it was not
/// delivered (ours).
[[nodiscard]] Shortfall shortfall(Quantity expected, Rate tolerance, Quantity left,
                                  Quantity collected);

}  // namespace ayni
