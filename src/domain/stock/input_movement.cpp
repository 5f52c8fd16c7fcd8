#include "domain/stock/input_movement.h"

#include <algorithm>
#include <map>

#include "kernel/check.h"

namespace ayni {
namespace {

using enum AccountRole;

std::vector<Leg> all_legs(const InputMovement& moved) {
    switch (moved.kind) {
        case InputKind::received:
            if (moved.party.is_none())
                return {{stock_inputs, {}, {}, 0, moved.cost}, {surplus, {}, {}, 0, -moved.cost}};
            return {{stock_inputs, {}, {}, 0, moved.cost},
                    {input_vat, {}, {}, 0, moved.vat},
                    {trade_payable, moved.party, {}, 0, -(moved.cost + moved.vat)}};
        case InputKind::sold:
            return {{input_receivable, moved.party, {}, moved.obligation.number, moved.price},
                    {sales_inputs, {}, {}, 0, -moved.price},
                    {cost_of_inputs, {}, {}, 0, -moved.cost},
                    {stock_inputs, {}, {}, 0, moved.cost}};
        case InputKind::counted:
            return {{shrinkage, {}, {}, 0, -moved.cost}, {stock_inputs, {}, {}, 0, moved.cost}};
    }
    return {};
}

}  // namespace

Quantity change_of(const InputMovement& movement) noexcept {
    return movement.kind == InputKind::sold ? Quantity{} - movement.quantity : movement.quantity;
}

InputStock stock_after(std::span<const InputMovement> movements, Currency currency, Date day) {
    InputStock stock{{}, Money{0, currency}};
    for (const auto& each : movements) {
        if (each.day > day) continue;
        stock.quantity += change_of(each);
        stock.value += each.cost;
    }
    return stock;
}

Quantity least_stock_from(std::span<const InputMovement> movements, Date day) {
    std::map<Date, Quantity> changes{{day, Quantity{}}};
    for (const auto& each : movements) changes[std::max(each.day, day)] += change_of(each);
    auto now = changes.begin()->second;
    auto least = now;
    for (auto next = std::next(changes.begin()); next != changes.end(); ++next) {
        now += next->second;
        least = std::min(least, now);
    }
    return least;
}

Money average_cost(const InputStock& stock, Quantity quantity) {
    if (stock.quantity <= Quantity{}) return {0, stock.value.currency};
    const auto cost = narrow(divide(static_cast<Wide>(stock.value.minor) * quantity.thousandths,
                                    stock.quantity.thousandths, Rounding::half_even));
    CHECK(cost.has_value());
    return {*cost, stock.value.currency};
}

Money cost_of_issue(std::span<const InputMovement> movements, Currency currency, Date day,
                    Quantity quantity) {
    const auto all = stock_after(movements, currency, Date{INT32_MAX});
    if (all.quantity == quantity) return all.value;
    const auto cost = average_cost(stock_after(movements, currency, day), quantity);
    return std::min(cost, all.value);
}

std::vector<Leg> input_legs(const InputMovement& movement) {
    std::vector<Leg> legs;
    for (const auto& leg : all_legs(movement))
        if (!leg.amount.is_zero()) legs.push_back(leg);
    return legs;
}

}  // namespace ayni
