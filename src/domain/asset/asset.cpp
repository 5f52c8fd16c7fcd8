#include "domain/asset/asset.h"

#include <algorithm>

#include "kernel/allocate.h"

namespace ayni {
namespace {

using enum AccountRole;

// Months from that of the first day to that of the last, both counted; none before it.
int months_through(Date first, Date last) {
    const auto begin = civil(first), end = civil(last);
    return std::max((end.year - begin.year) * 12 + end.month - begin.month + 1, 0);
}

}  // namespace

Result<void> check_asset(const Asset& asset) {
    const Money zero{0, asset.cost.currency};
    if (!(zero < asset.cost)) return refuse(Refusal::amount_not_positive, "/cost");
    if (asset.months < 1 || asset.months > longest_life_months)
        return refuse(Refusal::out_of_range, "/months");
    if (asset.residual.is_negative() || !(asset.residual < asset.cost))
        return refuse(Refusal::out_of_range, "/residual");
    if (asset.before.is_negative() || asset.cost - asset.residual < asset.before)
        return refuse(Refusal::out_of_range, "/before");
    return {};
}

Money depreciated_by_plan(const Asset& asset, Date month_end) {
    const std::vector<std::int64_t> equal(static_cast<std::size_t>(asset.months), 1);
    const auto parts = allocate(asset.cost - asset.residual, equal);
    const auto gone = std::min(months_through(asset.day, month_end), asset.months);
    Money sum{0, asset.cost.currency};
    for (int month = 0; month < gone; ++month) sum += parts[static_cast<std::size_t>(month)];
    return sum < asset.before ? asset.before : sum;
}

std::vector<Leg> depreciation_legs(std::span<const Depreciated> parts) {
    std::vector<Leg> legs;
    for (const auto& part : parts) {
        legs.push_back({depreciation, {}, {}, part.asset.number, part.amount});
        legs.push_back({accumulated_depreciation, {}, {}, part.asset.number, -part.amount});
    }
    return legs;
}

std::vector<Leg> disposal_legs(const Asset& asset, Money depreciated, Money proceeds,
                               AccountRole into) {
    const auto item = asset.number.number;
    const Money loss = asset.cost - depreciated - proceeds;
    const std::vector<Leg> all{
        {accumulated_depreciation, {}, {}, item, depreciated},
        {into, {}, {}, 0, proceeds},
        {loss.is_negative() ? service_income : general_cost, {}, {}, 0, loss},
        {fixed_asset, {}, {}, item, -asset.cost}};
    std::vector<Leg> legs;
    for (const auto& leg : all)
        if (!leg.amount.is_zero()) legs.push_back(leg);
    return legs;
}

}  // namespace ayni
