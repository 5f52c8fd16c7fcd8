#pragma once

#include "app/work.h"
#include "domain/collection/delivery.h"

namespace ayni {

/// The newest day with milk of a product that counts, of one producer or (none) of all.
[[nodiscard]] std::optional<Date> newest_milk_day(const View& view, ProductId product,
                                                  std::optional<PartyId> producer);
/// The days that are asked about: without a last one up to the newest with milk (or today), without
/// a first one the fifteen up to the last.
[[nodiscard]] Period asked_days(const View& view, ProductId product,
                                std::optional<PartyId> producer, std::optional<Date> first,
                                std::optional<Date> last);

}  // namespace ayni
