#pragma once
// Before anyone signs: what the milk of past fortnights is worth under other terms.

#include "domain/alliance/agreement.h"
#include "domain/settlement/try_terms.h"

namespace ayni {

/// Milk that was delivered, settled by each offer as if it had been in force: fortnight by
/// fortnight, with the statistics of each.
struct CompareOffers {
    OrganisationId organisation;
    std::string product;
    Date first;
    Date last;                                              ///< at most 400 days
    std::vector<PriceTerms> offers;                         ///< one to four
    std::optional<std::vector<WaterfallTerms>> waterfalls;  ///< of each offer; none: nothing taken
};
BOOST_DESCRIBE_STRUCT(CompareOffers, (), (organisation, product, first, last, offers, waterfalls))
template <>
inline constexpr std::string_view note<CompareOffers> =
    "Prices past milk by offers that nobody has signed yet, side by side.";

/// What a page needs to compare offers by itself.
struct MilkToPrice {
    OrganisationId organisation;
    std::string product;
    Date first;
    Date last;  ///< at most 400 days
};
BOOST_DESCRIBE_STRUCT(MilkToPrice, (), (organisation, product, first, last))

}  // namespace ayni
