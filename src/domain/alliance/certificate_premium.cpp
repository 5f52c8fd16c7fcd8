#include "domain/alliance/certificate_premium.h"

namespace ayni {

Result<Money> certificate_premium(Quantity quantity, Price premium, Currency currency) {
    if (quantity.thousandths <= 0) return refuse(Refusal::quantity_not_positive, "/quantity");
    if (premium.millionths <= 0) return refuse(Refusal::price_not_positive, "/premium");
    return value_of(quantity, premium, currency, Rounding::half_even);
}

std::vector<Leg> premium_legs(PartyId buyer, Money premium) {
    return {{AccountRole::buyer_receivable, buyer, {}, 0, premium},
            {AccountRole::premium_held, {}, {}, 0, -premium}};
}

}  // namespace ayni
