#include "domain/settlement/period_facts.h"

#include "kernel/check.h"

namespace ayni {
namespace {

NeededStatistics needed_by(std::span<const VersionInForce> versions) {
    NeededStatistics needed;
    for (const auto& version : versions) {
        const auto& price = version.version->price;
        needed.sample |= price.needs(Statistic::sample);
        needed.period_mean |= price.needs(Statistic::period_mean);
        needed.geometric_mean |= price.needs(Statistic::geometric_mean);
        needed.last_three |= price.needs(Statistic::last_three);
    }
    return needed;
}

}  // namespace

PeriodFacts::PeriodFacts(const SettlementInputs& inputs)
    : places_(inputs.producers),
      first_(inputs.period.first),
      days_(static_cast<std::size_t>(inputs.period.days())) {
    CHECK(inputs.period.first <= inputs.period.last);
}

Result<PeriodFacts> PeriodFacts::of(const SettlementInputs& inputs) {
    PeriodFacts facts(inputs);
    auto terms = TermsInForce::of(inputs, facts.places_);
    if (!terms) return std::unexpected(std::move(terms.error()));
    facts.terms_ = std::move(*terms);
    facts.weigh(inputs);
    facts.analyse(inputs);
    return facts;
}

// Whoever loads a settlement selects one product's deliveries of the period, and everyone in them.
void PeriodFacts::weigh(const SettlementInputs& inputs) {
    handed_.resize(places_.size());
    for (const auto& delivery : inputs.deliveries) {
        const auto place = places_.find(delivery.producer);
        CHECK(place < places_.size() && inputs.period.contains(delivery.day));
        CHECK(delivery.product == inputs.deliveries.front().product);
        auto& handed = handed_[place];
        ++handed.cans;
        if (delivery.outcome == Outcome::rejected) {
            handed.rejected += delivery.quantity;
            continue;
        }
        ++handed.deliveries;
        handed.accepted += delivery.quantity;
        organisation_volume_ += delivery.quantity;
    }
}

void PeriodFacts::analyse(const SettlementInputs& inputs) {
    const auto needed = needed_by(terms_.versions());
    std::vector<PlacedAnalysis> analyses;
    if (!inputs.deliveries.empty())
        analyses = place_analyses(inputs, places_, inputs.deliveries.front().product);
    if (needed.sample) samples_ = DaySamples(analyses, places_, inputs.period);
    if (needed.last_three) last_three_ = LastThree(analyses, places_, inputs.period);
    statistics_ = period_statistics(inputs, places_, analyses, needed);
}

const VersionInForce* PeriodFacts::version_on_last_day(std::size_t place) const noexcept {
    const auto version = terms_.version_at(place * days_ + days_ - 1);
    return version ? &terms_.versions()[*version] : nullptr;
}

PricingFacts PeriodFacts::pricing_facts(const Delivery& delivery, Cell cell,
                                        const VersionInForce& version, Readings& room) const {
    static constexpr PeriodStatistics none{};
    return {.sample = &samples_.of(delivery, cell.number, room),
            .period = statistics_.empty() ? &none : &statistics_[cell.place],
            .last_three = &last_three_.on(cell.number),
            .producer_volume = handed_[cell.place].accepted,
            .organisation_volume = organisation_volume_,
            .certificates = terms_.certificates(version, cell.number),
            .indices = terms_.indices(version, cell.day)};
}

}  // namespace ayni
