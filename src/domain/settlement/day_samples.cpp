#include <algorithm>
#include <tuple>

#include "domain/settlement/quality_of_period.h"

namespace ayni {
namespace {

// What `over` says, and what only `under` says.
Readings merged(Readings under, const Readings& over) {
    for (AttributeNumber attribute = 1; attribute <= most_attributes; ++attribute)
        if (const auto* value = over.find(attribute)) under.set({attribute, *value});
    return under;
}

// Both shifts of one day; `first` to `last` are its analyses in their order.
std::array<Readings, 2> samples_of_day(std::span<const PlacedAnalysis> day) {
    std::array<Readings, 2> by_shift;
    for (const auto& [place, analysis] : day) {
        auto& sample = by_shift[static_cast<std::size_t>(analysis->shift)];
        sample = merged(sample, analysis->readings);
    }
    return {merged(by_shift[1], by_shift[0]), merged(by_shift[0], by_shift[1])};
}

}  // namespace

std::vector<PlacedAnalysis> place_analyses(const SettlementInputs& inputs,
                                           const ProducerPlaces& places, ProductId product) {
    std::vector<PlacedAnalysis> placed;
    for (const auto& analysis : inputs.analyses) {
        const auto place = places.find(analysis.producer);
        if (place < places.size() && analysis.product == product &&
            analysis.day <= inputs.period.last)
            placed.push_back({place, &analysis});
    }
    std::ranges::sort(placed, {}, [](const PlacedAnalysis& each) {
        const auto& analysis = *each.analysis;
        return std::tuple(each.place, analysis.day, analysis.shift, analysis.source,
                          analysis.sequence);
    });
    return placed;
}

DaySamples::DaySamples(const std::vector<PlacedAnalysis>& analyses, const ProducerPlaces& places,
                       Period period) {
    const auto days = static_cast<std::size_t>(period.days());
    for (auto from = analyses.begin(); from != analyses.end();) {
        const auto to = std::find_if(from, analyses.end(), [&](const PlacedAnalysis& each) {
            return each.place != from->place || each.analysis->day != from->analysis->day;
        });
        if (period.contains(from->analysis->day)) {
            if (at_.empty()) at_.assign(places.size() * days, -1);
            const auto day = static_cast<std::size_t>(from->analysis->day - period.first);
            at_[from->place * days + day] = static_cast<std::int32_t>(samples_.size());
            samples_.push_back(samples_of_day({from, to}));
        }
        from = to;
    }
}

const Readings& DaySamples::of(const Delivery& delivery, std::size_t cell, Readings& room) const {
    if (at_.empty() || at_[cell] < 0) return delivery.readings;
    const auto& analysed =
        samples_[static_cast<std::size_t>(at_[cell])][static_cast<std::size_t>(delivery.shift)];
    if (delivery.readings.empty()) return analysed;
    room = merged(analysed, delivery.readings);
    return room;
}

}  // namespace ayni
