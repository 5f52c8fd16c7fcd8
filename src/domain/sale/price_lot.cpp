#include "domain/sale/price_lot.h"

#include <algorithm>
#include <memory>

#include "domain/pricing/statistics.h"

namespace ayni {
namespace {

// What the lots of a period say beside the lot itself.
struct PeriodOfLots {
    Quantity volume;
    PeriodStatistics statistics;
    Means last_three;
};

std::vector<Lot> by_day(std::span<const Lot> lots) {
    std::vector<Lot> sorted(lots.begin(), lots.end());
    std::ranges::sort(sorted, {}, [](const Lot& each) { return std::pair(each.day, each.number); });
    return sorted;
}

void add_attribute(PeriodOfLots& period, const std::vector<Lot>& lots, const Lot& lot,
                   AttributeNumber attribute) {
    RunningMean mean;
    std::vector<std::int32_t> values, until_lot;
    for (const auto& each : lots) {
        const auto* value = each.readings.find(attribute);
        if (!value) continue;
        mean.add(*value, each.weight.thousandths);
        values.push_back(*value);
        if (each.day <= lot.day) until_lot.push_back(*value);
    }
    const auto place = static_cast<std::size_t>(attribute - 1);
    period.statistics.period_mean[place] = mean.value();
    period.statistics.geometric_mean[place] = geometric_mean(values);
    period.last_three[place] = mean_of_last_three(until_lot);
}

PeriodOfLots period_of(const std::vector<Lot>& lots, const Lot& lot) {
    PeriodOfLots period;
    for (const auto& each : lots) period.volume += each.weight;
    for (AttributeNumber attribute = 1; attribute <= most_attributes; ++attribute)
        add_attribute(period, lots, lot, attribute);
    return period;
}

}  // namespace

Result<PricedLot> price_lot(const CompiledTerms& terms, const Lot& lot, std::span<const Lot> period,
                            std::span<const std::optional<Price>> indices) {
    const auto facts_of_period = period_of(by_day(period), lot);
    // Certificates are of producers; of a tank of theirs nobody holds one.
    const auto certificates = std::make_unique<bool[]>(terms.certificates().size() + 1);
    const PricingFacts facts{.sample = &lot.readings,
                             .period = &facts_of_period.statistics,
                             .last_three = &facts_of_period.last_three,
                             .producer_volume = facts_of_period.volume,
                             .organisation_volume = facts_of_period.volume,
                             .certificates = {certificates.get(), terms.certificates().size()},
                             .indices = indices};
    const auto price = ayni::price(terms, facts);
    if (!price) return std::unexpected(price.error());
    const auto value = value_of(lot.weight, *price, terms.terms().currency, terms.terms().rounding);
    if (!value) return std::unexpected(value.error());
    return PricedLot{*price, *value};
}

}  // namespace ayni
