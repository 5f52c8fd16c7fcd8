#pragma once

#include <functional>

#include "app/work.h"
#include "domain/collection/delivery.h"

namespace ayni {

/// Visits each accepted delivery of a product in some days that counts, with its day, source,
/// sequence, producer and quantity; in no order.
void each_accepted(const View& view, ProductId product, Period days,
                   const std::function<void(const Delivery&)>& visit);

}  // namespace ayni
