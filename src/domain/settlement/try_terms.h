#pragma once
// Before anyone signs: what milk that was delivered is worth under other terms, producer by
// producer. Pure and of plain values, so that the page computes it by the same code as the server.

#include <optional>
#include <string>
#include <vector>

#include "domain/people/organisation.h"
#include "domain/settlement/settle.h"

namespace ayni {

/// A can that was taken.
struct PastCan {
    Date day;
    Shift shift = Shift::morning;
    Quantity quantity;
    Readings readings;
};
BOOST_DESCRIBE_STRUCT(PastCan, (), (day, shift, quantity, readings))

/// What a laboratory found for one day and shift.
struct PastSample {
    Date day;
    Shift shift = Shift::morning;
    Readings readings;
};
BOOST_DESCRIBE_STRUCT(PastSample, (), (day, shift, readings))

/// Days, both included.
struct PastDays {
    Date first, last;
};
BOOST_DESCRIBE_STRUCT(PastDays, (), (first, last))

struct PastCertificate {
    std::string kind;
    Date first, last;
};
BOOST_DESCRIBE_STRUCT(PastCertificate, (), (kind, first, last))

/// What a supplier owed in the pay period that begins with `since`.
struct PastDebt {
    Date since;
    ObligationNumber number;
    DeductionKind kind = DeductionKind::input;
    Money remaining, instalment, overdue, interest;
    std::string rule;  ///< whose charge was carried over; empty for most
};
BOOST_DESCRIBE_STRUCT(PastDebt, (),
                      (since, number, kind, remaining, instalment, overdue, interest, rule))

/// One supplier, with all that the price of his milk and what is taken of it depend on.
struct PastSupplier {
    PartyId party;
    std::string supplier, name;
    std::vector<PastDays> member_in;
    std::vector<PastCertificate> certificates;
    std::vector<PastDebt> debts;
    std::vector<PastCan> cans;
    std::vector<PastSample> samples;  ///< of one shift the later counts
};
BOOST_DESCRIBE_STRUCT(PastSupplier, (),
                      (party, supplier, name, member_in, certificates, debts, cans, samples))

struct PastIndexValue {
    Date day;
    Price value;
};
BOOST_DESCRIBE_STRUCT(PastIndexValue, (), (day, value))

struct PastIndex {
    std::string series;
    std::vector<PastIndexValue> values;  ///< by rising day
};
BOOST_DESCRIBE_STRUCT(PastIndex, (), (series, values))

/// What a column of values is.
enum class OfferColumn {
    signed_terms,  ///< the purchase terms that were in force
    agreement,     ///< what the buyer owes by the agreement that was in force
    offer,         ///< an offer, in the order in which they were given
};
BOOST_DESCRIBE_ENUM(OfferColumn, signed_terms, agreement, offer)

/// A version that was signed: purchase terms of members or of others, or an agreement, which counts
/// for both.
struct PastTerms {
    OfferColumn column = OfferColumn::signed_terms;
    MembershipKind applies_to = MembershipKind::member;
    Date effective;
    PriceTerms price;
    WaterfallTerms waterfall;
};
BOOST_DESCRIBE_STRUCT(PastTerms, (), (column, applies_to, effective, price, waterfall))

/// The milk of past days, and what was signed then.
struct PastMilk {
    Date first, last;
    Currency currency;
    std::vector<Attribute> attributes;
    std::vector<PastTerms> terms;  ///< by rising effective day
    std::vector<PastIndex> indices;
    std::vector<PastSupplier> suppliers;  ///< who delivered
};
BOOST_DESCRIBE_STRUCT(PastMilk, (), (first, last, currency, attributes, terms, indices, suppliers))
template <>
inline constexpr std::string_view note<PastMilk> =
    "Milk that was delivered, with all that its price depends on, to be priced by other terms.";

inline constexpr std::size_t most_offers = 4;

/// Offers to be tried, with a waterfall for each or none at all.
struct TermsTrial {
    std::vector<PriceTerms> offers;  ///< one to four
    std::optional<std::vector<WaterfallTerms>> waterfalls;
};
BOOST_DESCRIBE_STRUCT(TermsTrial, (), (offers, waterfalls))

/// One supplier's milk, by the same columns as the totals.
struct OfferRow {
    std::string supplier;
    std::string name;
    std::vector<Money> values;
    std::vector<Money> deducted;
    std::vector<Money> nets;
};
BOOST_DESCRIBE_STRUCT(OfferRow, (), (supplier, name, values, deducted, nets))
template <>
inline constexpr std::string_view note<OfferRow> =
    "One supplier's milk, by the same columns as the totals.";

/// All the milk by one column. A column without a waterfall takes nothing.
struct OfferTotal {
    OfferColumn column = OfferColumn::offer;
    bool takes = false;  ///< there is a waterfall, and it was applied
    Money value, deducted, net;
};
BOOST_DESCRIBE_STRUCT(OfferTotal, (), (column, takes, value, deducted, net))
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

/// Settles the milk fortnight by fortnight, each by itself, as if each offer had always been in
/// force: statistics are those of a fortnight, and what one fortnight leaves of a debt is not in
/// the next. Without what came late. Signed terms by which not everybody can be charged are told
/// without deductions. Refused: `out_of_range` (/offers: none or too many; /waterfalls: not as many
/// as offers); below /offers/0 `currencies_differ` and what `CompiledTerms::compile` and `settle`
/// refuse; below /waterfalls/0 what `check_waterfall` refuses.
[[nodiscard]] Result<OffersView> try_terms(const PastMilk& milk, const TermsTrial& trial);

}  // namespace ayni
