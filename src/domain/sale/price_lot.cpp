#include "domain/sale/price_lot.h"

#include <memory>

namespace ayni {
namespace {

// A mean has six places more than a reading.
constexpr std::int64_t mean_per_place = 1'000'000;

Means means_of(const Readings& readings) {
    Means means{};
    for (const auto& [attribute, value] : readings.all())
        means[attribute - 1U] = Mean{value * mean_per_place};
    return means;
}

}  // namespace

Result<PricedLot> price_lot(const CompiledTerms& terms, Quantity weight, const Readings& readings,
                            std::span<const std::optional<Price>> indices) {
    const auto means = means_of(readings);
    const PeriodStatistics period{means, means};
    // Certificates are of producers; of a tank of theirs nobody holds one.
    const auto certificates = std::make_unique<bool[]>(terms.certificates().size() + 1);
    const PricingFacts facts{.sample = &readings,
                             .period = &period,
                             .last_three = &means,
                             .producer_volume = weight,
                             .organisation_volume = weight,
                             .certificates = {certificates.get(), terms.certificates().size()},
                             .indices = indices};
    auto lines = explain(terms, facts);
    if (!lines) return std::unexpected(lines.error());
    const auto price = ayni::price(terms, facts);
    if (!price) return std::unexpected(price.error());
    const auto value = value_of(weight, *price, terms.terms().currency, terms.terms().rounding);
    if (!value) return std::unexpected(value.error());
    return PricedLot{*price, *value, *std::move(lines)};
}

}  // namespace ayni
