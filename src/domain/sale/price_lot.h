#pragma once
// What a lot is worth by the agreement with its buyer.

#include "domain/pricing/price.h"

namespace ayni {

/// A lot's price and value.
struct PricedLot {
    Price price;
    Money value;
    std::vector<PriceLine> lines;  ///< what each term added
};

/// The agreement's terms, applied to our weight and analysis of the lot. A lot has one sample: it
/// stands for every statistic, and the lot's weight for every volume. `indices` are those of the
/// day, in the order of the terms. The value is rounded once, as the terms say. Refused: as
/// `price`, `overflow`.
[[nodiscard]] Result<PricedLot> price_lot(const CompiledTerms& terms, Quantity weight,
                                          const Readings& readings,
                                          std::span<const std::optional<Price>> indices);

}  // namespace ayni
