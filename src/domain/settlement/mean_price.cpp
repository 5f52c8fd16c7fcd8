#include "domain/settlement/mean_price.h"

#include "kernel/decimal.h"

namespace ayni {

Price mean_price(Money milk, Quantity quantity) {
    if (quantity.thousandths == 0) return {};
    // Minor units x 10^(6 - decimals) per thousandth x 1000 are millionths per unit.
    const Wide scaled = static_cast<Wide>(milk.minor) * power_of_ten(9 - milk.currency.decimals());
    return {static_cast<std::int64_t>(divide(scaled, quantity.thousandths, Rounding::half_even))};
}

}  // namespace ayni
