#include "kernel/measure.h"

#include "kernel/decimal.h"

namespace ayni {
namespace {

Result<std::int64_t> parse_bounded(std::string_view text, int places, std::int64_t largest) {
    auto value = parse_decimal(text, places);
    if (value && (*value > largest || *value < -largest)) return refuse(Refusal::out_of_range);
    return value;
}

}  // namespace

Result<Quantity> parse_quantity(std::string_view text) {
    const auto value = parse_bounded(text, 3, largest_quantity);
    if (!value) return std::unexpected(value.error());
    return Quantity{*value};
}
Result<Price> parse_price(std::string_view text) {
    const auto value = parse_bounded(text, 6, largest_price);
    if (!value) return std::unexpected(value.error());
    return Price{*value};
}
Result<Rate> parse_rate(std::string_view text) {
    const auto value = parse_bounded(text, 6, largest_rate);
    if (!value) return std::unexpected(value.error());
    return Rate{*value};
}

std::string print(Quantity quantity) { return print_decimal(quantity.thousandths, 3); }
std::string print(Price price) { return print_decimal(price.millionths, 6, 2); }
std::string print(Rate rate) { return print_decimal(rate.millionths, 6, 2); }

Result<Money> round_value(Wide billionths, Currency currency, Rounding mode) {
    const int surplus = 9 - currency.decimals();
    const auto minor = narrow(divide(billionths, power_of_ten(surplus), mode));
    if (!minor) return std::unexpected(minor.error());
    return Money{*minor, currency};
}

Result<Money> value_of(Quantity quantity, Price price, Currency currency, Rounding mode) {
    return round_value(unrounded_value(quantity, price), currency, mode);
}

Result<Money> share_of(Money amount, Rate rate, Rounding mode) {
    const auto minor = narrow(
        divide(static_cast<Wide>(amount.minor) * rate.millionths, 1'000'000, mode));
    if (!minor) return std::unexpected(minor.error());
    return Money{*minor, amount.currency};
}

}  // namespace ayni
