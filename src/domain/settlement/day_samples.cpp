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

// Both shifts of one day, which has one analysis or one of each shift.
std::array<Readings, 2> samples_of_day(std::span<const PlacedAnalysis> day) {
    std::array<Readings, 2> by_shift;
    for (const auto& analysis : day)
        by_shift[static_cast<std::size_t>(analysis.shift)] = analysis.readings;
    return {merged(by_shift[1], by_shift[0]), merged(by_shift[0], by_shift[1])};
}

}  // namespace

std::vector<PlacedAnalysis> place_analyses(const SettlementInputs& inputs,
                                           const ProducerPlaces& places, ProductId product) {
    std::vector<std::pair<std::size_t, const Analysis*>> found;
    for (const auto& analysis : inputs.analyses) {
        const auto place = places.find(analysis.producer);
        if (place < places.size() && analysis.product == product &&
            analysis.day <= inputs.period.last)
            found.emplace_back(place, &analysis);
    }
    std::ranges::sort(found, {}, [](const auto& each) {
        const auto& [place, analysis] = each;
        return std::tuple(place, analysis->day, analysis->shift, analysis->position,
                          analysis->source, analysis->sequence);
    });
    std::vector<PlacedAnalysis> placed;
    for (const auto& [place, analysis] : found) {
        const bool again = !placed.empty() && placed.back().place == place &&
                           placed.back().day == analysis->day &&
                           placed.back().shift == analysis->shift;
        if (again)
            placed.back().readings = merged(placed.back().readings, analysis->readings);
        else
            placed.push_back({place, analysis->day, analysis->shift, analysis->readings});
    }
    return placed;
}

DaySamples::DaySamples(const std::vector<PlacedAnalysis>& analyses, const ProducerPlaces& places,
                       Period period) {
    const auto days = static_cast<std::size_t>(period.days());
    for (auto from = analyses.begin(); from != analyses.end();) {
        const auto to = std::find_if(from, analyses.end(), [&](const PlacedAnalysis& each) {
            return each.place != from->place || each.day != from->day;
        });
        if (period.contains(from->day)) {
            if (at_.empty()) at_.assign(places.size() * days, -1);
            const auto day = static_cast<std::size_t>(from->day - period.first);
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
