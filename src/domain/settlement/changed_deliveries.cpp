#include "domain/settlement/changed_deliveries.h"

#include <algorithm>
#include <tuple>

namespace ayni {
namespace {

using Deliveries = std::span<const ExplainedDelivery>;

WorthOfDelivery worth_of(const ExplainedDelivery& each) {
    return {each.delivery.quantity, each.value};
}
bool is_same(const Delivery& a, const Delivery& b) noexcept {
    return a.source == b.source && a.sequence == b.sequence;
}
const ExplainedDelivery* find(Deliveries all, const Delivery& wanted) {
    const auto found = std::ranges::find_if(
        all, [&](const ExplainedDelivery& each) { return is_same(each.delivery, wanted); });
    return found == all.end() ? nullptr : &*found;
}

// The first of that half-day which is gone and has no successor yet.
ChangedDelivery* gone_in(std::vector<ChangedDelivery>& changes, const Delivery& added) {
    const auto found = std::ranges::find_if(changes, [&](const ChangedDelivery& each) {
        return !each.now && each.day == added.day && each.shift == added.shift;
    });
    return found == changes.end() ? nullptr : &*found;
}

}  // namespace

std::vector<ChangedDelivery> changed_deliveries(Deliveries before, Deliveries now) {
    std::vector<ChangedDelivery> changes;
    for (const auto& was : before) {
        const auto& [day, shift] = std::tie(was.delivery.day, was.delivery.shift);
        const auto* is = find(now, was.delivery);
        if (is == nullptr)
            changes.push_back({day, shift, worth_of(was), std::nullopt});
        else if (worth_of(*is) != worth_of(was))
            changes.push_back({day, shift, worth_of(was), worth_of(*is)});
    }
    for (const auto& is : now) {
        if (find(before, is.delivery) != nullptr) continue;
        if (auto* gone = gone_in(changes, is.delivery))
            gone->now = worth_of(is);
        else
            changes.push_back({is.delivery.day, is.delivery.shift, std::nullopt, worth_of(is)});
    }
    std::ranges::stable_sort(
        changes, {}, [](const ChangedDelivery& each) { return std::pair(each.day, each.shift); });
    return changes;
}

Quantity quantity_of(std::span<const ChangedDelivery> changes) noexcept {
    Quantity sum;
    for (const auto& each : changes) {
        if (each.now) sum += each.now->quantity;
        if (each.before) sum = sum - each.before->quantity;
    }
    return sum;
}

}  // namespace ayni
