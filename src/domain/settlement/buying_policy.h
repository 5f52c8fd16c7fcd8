#pragma once
// For whom a product is bought: on one's own account, or for a buyer as his agent (pool,
// consignment). A choice that the organisation's accountant confirms (postings, row 1).

#include "domain/collection/product.h"
#include "ledger/party.h"

namespace ayni {

/// For whom a product is bought from a day on; of one day the newest counts.
struct BuyingPolicy {
    OrganisationId organisation;
    ProductId product;
    Date first;
    std::int64_t position = 0;  ///< of the log, when it was told
    PartyId buyer;              ///< for whom; none: on one's own account
};
BOOST_DESCRIBE_STRUCT(BuyingPolicy, (), (organisation, product, first, position, buyer))

}  // namespace ayni
