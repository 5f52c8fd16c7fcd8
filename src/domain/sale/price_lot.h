#pragma once
// What a lot is worth by the agreement with its buyer.

#include <span>

#include "domain/pricing/price.h"
#include "domain/sale/sale.h"

namespace ayni {

/// A lot's price and value.
struct PricedLot {
    Price price;
    Money value;
};

/// The agreement's terms, applied to our weight and analysis of a lot. What terms say of a period
/// they say of `period`: the lots sold in it, this one among them (volumes are their weight, its
/// means and the last three analyses are theirs). `indices` are those of the day, in the order of
/// the terms. The value is rounded once, as the terms say. Refused: as `price`, `overflow`.
[[nodiscard]] Result<PricedLot> price_lot(const CompiledTerms& terms, const Lot& lot,
                                          std::span<const Lot> period,
                                          std::span<const std::optional<Price>> indices);

}  // namespace ayni
