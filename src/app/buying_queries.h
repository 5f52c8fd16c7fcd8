#pragma once
// For whom a product is bought.

#include "app/buying_contract.h"
#include "app/work.h"

namespace ayni {

/// The buyer for whom the product is bought on that day, as the log stood before `position`; none:
/// it is bought on one's own account.
[[nodiscard]] PartyId bought_for(const View& view, ProductId product, Date day,
                                 std::int64_t position = INT64_MAX);

/// Refused: `unknown_product`; `unknown_supplier`, `not_a_buyer` at /buyer; `day_not_plausible` at
/// /first.
Result<void> set_buying_policy(Work& work, const SetBuyingPolicy& command);
Result<BuyingPoliciesView> buying_policies(const View& view, const OrganisationQuery& query);

}  // namespace ayni
