#pragma once
// Before anyone signs: what the milk of past fortnights is worth under other terms.

#include <optional>
#include <string>
#include <vector>

#include "domain/alliance/agreement.h"
#include "domain/people/organisation.h"
#include "domain/pricing/price_terms.h"

namespace ayni {

/// Milk that was delivered, priced by each offer as if it had been in force: fortnight by
/// fortnight, with the statistics of each.
struct CompareOffers {
    OrganisationId organisation;
    std::string product;
    Date first;
    Date last;                       ///< at most 400 days
    std::vector<PriceTerms> offers;  ///< one to four
};
BOOST_DESCRIBE_STRUCT(CompareOffers, (), (organisation, product, first, last, offers))
template <>
inline constexpr std::string_view note<CompareOffers> =
    "Prices past milk by offers that nobody has signed yet, side by side.";

/// One supplier's milk, by the same columns as the totals.
struct OfferRow {
    std::string supplier;
    std::string name;
    std::vector<Money> values;
};
BOOST_DESCRIBE_STRUCT(OfferRow, (), (supplier, name, values))
template <>
inline constexpr std::string_view note<OfferRow> =
    "One supplier's milk, by the same columns as the totals.";

/// What a column of values is.
enum class OfferColumn {
    signed_terms,  ///< the purchase terms that were in force
    agreement,     ///< what the buyer owes by the agreement that was in force
    offer,         ///< an offer, in the order in which they were given
};
BOOST_DESCRIBE_ENUM(OfferColumn, signed_terms, agreement, offer)

/// All the milk by one column.
struct OfferTotal {
    OfferColumn column;
    Money value;
};
BOOST_DESCRIBE_STRUCT(OfferTotal, (), (column, value))
template <>
inline constexpr std::string_view note<OfferTotal> = "All the milk by one column.";

/// The value of the milk by each column; a column that has no price for a day is left out.
struct OffersView {
    std::vector<OfferTotal> columns;
    std::vector<OfferRow> suppliers;  ///< by code
};
BOOST_DESCRIBE_STRUCT(OffersView, (), (columns, suppliers))
template <>
inline constexpr std::string_view note<OffersView> =
    "The value of the milk by each column; a column that has no price for a day is left out.";

}  // namespace ayni
