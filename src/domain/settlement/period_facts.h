#pragma once
// All that the price of a delivery depends on, gathered once for a period. Settling, re-valuing and
// explaining price through here, so that they cannot disagree.

#include <span>
#include <vector>

#include "domain/settlement/producer_places.h"
#include "domain/settlement/quality_of_period.h"
#include "domain/settlement/terms_in_force.h"

namespace ayni {

/// What one producer handed over in the period.
struct Handed {
    std::int64_t deliveries = 0;  ///< accepted ones
    Quantity accepted, rejected;
    std::int64_t cans = 0;  ///< accepted and rejected ones
};

/// Where a delivery belongs: its producer, its day of the period, and both in one number.
struct Cell {
    std::size_t place = 0, day = 0, number = 0;
};

/// The facts of one period. Points into the inputs, which must outlive it.
class PeriodFacts {
public:
    /// Refused: `currencies_differ`.
    [[nodiscard]] static Result<PeriodFacts> of(const SettlementInputs& inputs);

    [[nodiscard]] const ProducerPlaces& places() const noexcept { return places_; }
    [[nodiscard]] const TermsInForce& terms() const noexcept { return terms_; }
    [[nodiscard]] const Handed& handed(std::size_t place) const noexcept { return handed_[place]; }
    [[nodiscard]] std::size_t days() const noexcept { return days_; }
    [[nodiscard]] Cell cell_of(const Delivery& delivery) const noexcept {
        const auto place = places_.find(delivery.producer);
        const auto day = static_cast<std::size_t>(delivery.day - first_);
        return {place, day, place * days_ + day};
    }
    /// The version in force for a producer on the last day, or null.
    [[nodiscard]] const VersionInForce* version_on_last_day(std::size_t place) const noexcept;
    /// What the price of an accepted delivery may depend on. `room` must live as long as the facts.
    [[nodiscard]] PricingFacts pricing_facts(const Delivery& delivery, Cell cell,
                                             const VersionInForce& version, Readings& room) const;

private:
    explicit PeriodFacts(const SettlementInputs& inputs);
    void weigh(const SettlementInputs& inputs);
    void analyse(const SettlementInputs& inputs);

    ProducerPlaces places_;
    Date first_;
    std::size_t days_;
    TermsInForce terms_;
    std::vector<Handed> handed_;
    Quantity organisation_volume_;
    DaySamples samples_;
    LastThree last_three_;
    std::vector<PeriodStatistics> statistics_;
};

}  // namespace ayni
