#pragma once
// What is known of each producer's milk in a period: the sample of each delivery, and the
// statistics of his analyses. Only what the terms ask for is computed.

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "domain/settlement/producer_places.h"

namespace ayni {

/// Which statistics any of the terms in force uses.
struct NeededStatistics {
    bool sample = false, period_mean = false, geometric_mean = false, last_three = false;
};

/// What is known of the sample of one shift of the producer who stands at `place`.
struct PlacedAnalysis {
    std::size_t place = 0;
    Date day;
    Shift shift = Shift::morning;
    Readings readings;
};

/// The settlement's analyses of `product` by producer, day and shift; those of parties who are not
/// among the producers and those after the period are left out. Where two say something of one
/// shift, the one that was recorded later counts, and the earlier nowhere.
[[nodiscard]] std::vector<PlacedAnalysis> place_analyses(const SettlementInputs& inputs,
                                                         const ProducerPlaces& places,
                                                         ProductId product);

/// The sample of each delivery: its own readings; for attributes it lacks, the analysis of that day
/// and shift; failing that, of the other shift of the day.
class DaySamples {
public:
    DaySamples() = default;
    DaySamples(const std::vector<PlacedAnalysis>& analyses, const ProducerPlaces& places,
               Period period);
    /// `cell` is producer x days + day; `room` holds the sample if it has to be put together.
    [[nodiscard]] const Readings& of(const Delivery& delivery, std::size_t cell,
                                     Readings& room) const;

private:
    std::vector<std::int32_t> at_;                  // by cell: place in `samples_`, or -1
    std::vector<std::array<Readings, 2>> samples_;  // by shift
};

/// The mean of each producer's last three analysed values, by attribute, up to each day. Readings
/// taken at delivery are no analyses: those of earlier periods are not at hand.
class LastThree {
public:
    LastThree() = default;
    LastThree(const std::vector<PlacedAnalysis>& analyses, const ProducerPlaces& places,
              Period period);
    /// `cell` is producer x days + day.
    [[nodiscard]] const Means& on(std::size_t cell) const noexcept;

private:
    std::vector<std::uint32_t> at_;  // by cell: place in `means_`
    std::vector<Means> means_;
};

/// Each producer's statistics over the period. In the period mean each accepted delivery weighs
/// with its sample, as `DaySamples` has it; an analysis that is the sample of none, on a day for
/// which nothing was read at delivery, weighs one thousandth. In the geometric mean each of these
/// readings and analyses counts once. Empty if none is needed.
[[nodiscard]] std::vector<PeriodStatistics> period_statistics(
    const SettlementInputs& inputs, const ProducerPlaces& places,
    const std::vector<PlacedAnalysis>& analyses, NeededStatistics needed);

}  // namespace ayni
