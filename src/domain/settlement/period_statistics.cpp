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

    void weigh(std::size_t place, AttributeNumber attribute, std::int32_t value,
               std::int64_t weight) {
        if (needed_.period_mean) by_attribute_[place][attribute - 1U].mean.add(value, weight);
    }
    void count(std::size_t place, AttributeNumber attribute, std::int32_t value) {
        if (needed_.geometric_mean) by_attribute_[place][attribute - 1U].values.push_back(value);
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

// An analysis of the period, with what became of it, by attribute.
struct UsedAnalysis {
    const PlacedAnalysis* analysis = nullptr;
    std::array<bool, most_attributes> is_sample{};    // of a delivery
    std::array<bool, most_attributes> is_replaced{};  // by what was read at delivery
};

// Gives each delivery its sample, and remembers which analyses that needed.
class Sampling {
public:
    Sampling(const SettlementInputs& inputs, const ProducerPlaces& places,
             const std::vector<PlacedAnalysis>& analyses, Gathering& gathering)
        : inputs_(inputs),
          places_(places),
          days_(static_cast<std::size_t>(inputs.period.days())),
          at_(places.size() * days_, {nothing, nothing}),
          gathering_(gathering) {
        for (const auto& analysis : analyses) {
            if (!inputs.period.contains(analysis.day)) continue;
            at_[cell_of(analysis.place, analysis.day)][static_cast<std::size_t>(analysis.shift)] =
                used_.size();
            used_.push_back({.analysis = &analysis});
        }
    }

    void run() {
        for (const auto& delivery : inputs_.deliveries)
            if (delivery.outcome == Outcome::accepted) add(delivery);
        for (const auto& each : used_) add_rest(each);
    }

private:
    static constexpr std::size_t nothing = SIZE_MAX;
    const SettlementInputs& inputs_;
    const ProducerPlaces& places_;
    std::size_t days_;
    std::vector<std::array<std::size_t, 2>> at_;  // by cell and shift: place in used_
    std::vector<UsedAnalysis> used_;
    Gathering& gathering_;

    [[nodiscard]] std::size_t cell_of(std::size_t place, Date day) const {
        return place * days_ + static_cast<std::size_t>(day - inputs_.period.first);
    }

    void add(const Delivery& delivery) {
        const auto place = places_.find(delivery.producer);
        const auto& day = at_[cell_of(place, delivery.day)];
        const auto own_shift = static_cast<std::size_t>(delivery.shift);
        const auto weight = delivery.quantity.thousandths;
        for (AttributeNumber attribute = 1; attribute <= most_attributes; ++attribute) {
            if (const auto* value = delivery.readings.find(attribute)) {
                gathering_.weigh(place, attribute, *value, weight);
                gathering_.count(place, attribute, *value);
                for (const auto each : day)
                    if (each != nothing) used_[each].is_replaced[attribute - 1U] = true;
                continue;
            }
            for (const auto each : {day[own_shift], day[1 - own_shift]}) {
                if (each == nothing) continue;
                const auto* value = used_[each].analysis->readings.find(attribute);
                if (value == nullptr) continue;
                gathering_.weigh(place, attribute, *value, weight);
                used_[each].is_sample[attribute - 1U] = true;
                break;
            }
        }
    }

    void add_rest(const UsedAnalysis& each) {
        for (const auto& reading : each.analysis->readings.all()) {
            const auto index = reading.attribute - 1U;
            if (!each.is_sample[index]) {
                if (each.is_replaced[index]) continue;
                gathering_.weigh(each.analysis->place, reading.attribute, reading.value, 1);
            }
            gathering_.count(each.analysis->place, reading.attribute, reading.value);
        }
    }
};

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
    Sampling(inputs, places, analyses, gathering).run();
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
            for (; next != analyses.end() && next->place == place && next->day <= day; ++next)
                for (const auto& reading : next->readings.all())
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
