#pragma once
// What a producer organisation and its buyer signed; versions with effective days.

#include <string>

#include "domain/collection/product.h"
#include "kernel/date.h"

namespace ayni {

struct Agreement;
using AgreementNumber = Id<Agreement>;

/// One version of the agreement with one buyer for one product.
struct Agreement {
    OrganisationId organisation;
    AgreementNumber number;
    PartyId buyer;
    ProductId product;
    Date effective;
    std::string price;  ///< PriceTerms, as the JSON that was signed
    Date signed_on;
    std::int64_t withdrawn = 0;  ///< of the log; 0: it was not withdrawn
};
BOOST_DESCRIBE_STRUCT(Agreement, (),
                      (organisation, number, buyer, product, effective, price, signed_on,
                       withdrawn))

}  // namespace ayni
