#pragma once
// Why a period that was settled is worth something else now: which of its deliveries changed.

#include <optional>
#include <span>
#include <vector>

#include "domain/settlement/settle.h"

namespace ayni {

/// What a delivery was worth.
struct WorthOfDelivery {
    Quantity quantity;
    Money value;
    bool operator==(const WorthOfDelivery&) const = default;
};

/// A delivery that is new (no `before`), withdrawn (no `now`), corrected or priced anew.
struct ChangedDelivery {
    Date day;
    Shift shift = Shift::morning;
    std::optional<WorthOfDelivery> before, now;
    bool operator==(const ChangedDelivery&) const = default;
};

/// By day and shift. Both lists are of one producer and one period, in the order of
/// `explain_deliveries`. A record and the one that took its place in the same half-day are one
/// change.
[[nodiscard]] std::vector<ChangedDelivery> changed_deliveries(
    std::span<const ExplainedDelivery> before, std::span<const ExplainedDelivery> now);

/// By how much the accepted milk changed together.
[[nodiscard]] Quantity quantity_of(std::span<const ChangedDelivery> changes) noexcept;

}  // namespace ayni
