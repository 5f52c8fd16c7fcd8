#include <algorithm>

#include "domain/pricing/statistics.h"
#include "domain/settlement/quality_of_period.h"

namespace ayni {
namespace {

// What one producer's milk was found to be in one attribute.
struct Gathered {
    RunningMean mean;
    std::vector<std::int32_t> values;
};

// By producer, then attribute.
class Gathering {
public:
    Gathering(std::size_t producers, NeededStatistics needed)
        : by_attribute_(producers), needed_(needed) {}

    void add(std::size_t place, const Readings& readings, std::int64_t weight) {
        for (AttributeNumber attribute = 1; attribute <= most_attributes; ++attribute)
            if (const auto* value = readings.find(attribute)) {
                auto& gathered = by_attribute_[place][attribute - 1U];
                if (needed_.period_mean) gathered.mean.add(*value, weight);
                if (needed_.geometric_mean) gathered.values.push_back(*value);
            }
    }
    [[nodiscard]] PeriodStatistics statistics_of(std::size_t place) const {
        PeriodStatistics statistics;
        for (std::size_t i = 0; i < most_attributes; ++i) {
            const auto& gathered = by_attribute_[place][i];
            statistics.period_mean[i] = gathered.mean.value();
            statistics.geometric_mean[i] = geometric_mean(gathered.values);
        }
        return statistics;
    }

private:
    std::vector<std::array<Gathered, most_attributes>> by_attribute_;
    NeededStatistics needed_;
};

std::vector<std::int64_t> accepted_by_day(const SettlementInputs& inputs,
                                          const ProducerPlaces& places) {
    const auto days = static_cast<std::size_t>(inputs.period.days());
    std::vector<std::int64_t> accepted(places.size() * days);
    for (const auto& delivery : inputs.deliveries)
        if (delivery.outcome == Outcome::accepted)
            accepted[places.find(delivery.producer) * days +
                     static_cast<std::size_t>(delivery.day - inputs.period.first)] +=
                delivery.quantity.thousandths;
    return accepted;
}

Means means_of(const std::array<std::vector<std::int32_t>, most_attributes>& values) {
    Means means;
    for (std::size_t i = 0; i < most_attributes; ++i) means[i] = mean_of_last_three(values[i]);
    return means;
}

}  // namespace

std::vector<PeriodStatistics> period_statistics(const SettlementInputs& inputs,
                                                const ProducerPlaces& places,
                                                const std::vector<PlacedAnalysis>& analyses,
                                                NeededStatistics needed) {
    if (!needed.period_mean && !needed.geometric_mean) return {};
    Gathering gathering(places.size(), needed);
    for (const auto& delivery : inputs.deliveries)
        if (delivery.outcome == Outcome::accepted)
            gathering.add(places.find(delivery.producer), delivery.readings,
                          delivery.quantity.thousandths);
    const auto accepted = accepted_by_day(inputs, places);
    const auto days = static_cast<std::size_t>(inputs.period.days());
    for (const auto& [place, analysis] : analyses) {
        if (!inputs.period.contains(analysis->day)) continue;
        const auto day = static_cast<std::size_t>(analysis->day - inputs.period.first);
        gathering.add(place, analysis->readings,
                      std::max<std::int64_t>(accepted[place * days + day], 1));
    }
    std::vector<PeriodStatistics> statistics;
    statistics.reserve(places.size());
    for (std::size_t place = 0; place < places.size(); ++place)
        statistics.push_back(gathering.statistics_of(place));
    return statistics;
}

LastThree::LastThree(const std::vector<PlacedAnalysis>& analyses, const ProducerPlaces& places,
                     Period period)
    : means_(1) {
    at_.reserve(places.size() * static_cast<std::size_t>(period.days()));
    auto next = analyses.begin();
    for (std::size_t place = 0; place < places.size(); ++place) {
        std::array<std::vector<std::int32_t>, most_attributes> values;
        std::uint32_t current = 0;  // nothing analysed yet
        for (Date day = period.first; day <= period.last; day = day + 1) {
            const auto before = next;
            for (; next != analyses.end() && next->place == place && next->analysis->day <= day;
                 ++next)
                for (const auto& reading : next->analysis->readings.all())
                    values[reading.attribute - 1U].push_back(reading.value);
            if (next != before) {
                current = static_cast<std::uint32_t>(means_.size());
                means_.push_back(means_of(values));
            }
            at_.push_back(current);
        }
    }
}

const Means& LastThree::on(std::size_t cell) const noexcept {
    static constexpr Means none{};
    return at_.empty() ? none : means_[at_[cell]];
}

}  // namespace ayni
