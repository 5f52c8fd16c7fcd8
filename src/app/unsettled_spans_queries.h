#pragma once

#include "app/work.h"
#include "domain/settlement/settlement.h"

namespace ayni {

/// Which settlements cover their days: all that were not withdrawn, or those that are posted.
enum class Covers { all, posted };

/// The days up to `until` with milk of the product that no settlement covers, as spans, each from
/// its first day with milk; a fortnight that was left out is one of them.
[[nodiscard]] std::vector<Period> unsettled_spans(const View& view, ProductId product, Date until,
                                                  Covers covers);

}  // namespace ayni
