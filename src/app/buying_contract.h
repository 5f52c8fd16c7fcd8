#pragma once
// Inputs and outputs of the choice for whom a product is bought.

#include "app/people_contract.h"
#include "domain/settlement/buying_policy.h"

namespace ayni {

/// From a day on a product is bought for a buyer, or on one's own account again.
struct SetBuyingPolicy {
    OrganisationId organisation;
    std::string product;
    Date first;
    std::optional<std::string> buyer;  ///< for whom; none: on one's own account
};
BOOST_DESCRIBE_STRUCT(SetBuyingPolicy, (), (organisation, product, first, buyer))
template <>
inline constexpr std::string_view note<SetBuyingPolicy> =
    "From a day on a product is bought for a buyer as his agent (what producers are owed is "
    "claimed "
    "of him, and is no purchase), or, without a buyer, on the organisation's own account.";

/// For whom a product is bought from a day on.
struct BuyingPolicyView {
    std::string product;
    Date first;
    std::optional<std::string> buyer;
    bool replaced = false;  ///< another choice was made later for the same day
};
BOOST_DESCRIBE_STRUCT(BuyingPolicyView, (), (product, first, buyer, replaced))
template <>
inline constexpr std::string_view note<BuyingPolicyView> =
    "For whom a product is bought from a day on.";

/// By product and day.
struct BuyingPoliciesView {
    std::vector<BuyingPolicyView> policies;
};
BOOST_DESCRIBE_STRUCT(BuyingPoliciesView, (), (policies))
template <>
inline constexpr std::string_view note<BuyingPoliciesView> =
    "For whom products are bought, by product and day; before the first day on the organisation's "
    "own account.";

}  // namespace ayni
