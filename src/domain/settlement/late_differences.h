#pragma once
// What came late to a settlement that is posted: the difference to what was settled, in money and
// in milk, for members' milk and other milk apart.

#include <span>
#include <vector>

#include "domain/settlement/settle.h"

namespace ayni {

/// One earlier settlement: its milk as it was posted and as it is now, and what other settlements
/// settled of the difference since.
struct ChangedSettlement {
    SettlementNumber settlement;
    std::span<const MilkValue> posted, now;
    std::span<const LateDifference> settled;
};

/// By producer, other milk before that of a member. The account of a difference is that in which
/// the milk of its day stands. Nothing for a producer in whose milk and money nothing changed.
[[nodiscard]] std::vector<LateDifference> late_differences(const ChangedSettlement& changed);

/// Milk that went can only be taken off milk that is there: what is more than the period's own milk
/// (`accepted`, by producer) and milk that came late stays for a later settlement.
void keep_within_milk(std::vector<LateDifference>& late, const std::vector<Delivery>& deliveries);

}  // namespace ayni
