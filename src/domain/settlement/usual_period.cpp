#include "domain/settlement/usual_period.h"

#include <algorithm>
#include <optional>

namespace ayni {
namespace {

// Fewer days are a gap that somebody filled, not how he settles.
constexpr int shortest_usual = 5;

Period alike(const std::optional<Period>& before, Date day) {
    const auto length = before ? before->days() : 0;
    if (length < shortest_usual || *before == fortnight_of(before->first)) return fortnight_of(day);
    if (*before == month_of(before->first)) return month_of(day);
    const auto first = day - (day - before->last - 1) % length;
    return {first, first + (length - 1)};
}

}  // namespace

Period usual_period(const std::vector<Period>& settled, Date first_milk) {
    std::optional<Period> before;
    for (const auto& each : settled)
        if (each.last < first_milk && (!before || *before < each)) before = each;
    auto days = alike(before, first_milk);
    for (const auto& each : settled) {
        if (each.last < first_milk) days.first = std::max(days.first, each.last + 1);
        if (first_milk < each.first) days.last = std::min(days.last, each.first - 1);
    }
    return days;
}

}  // namespace ayni
