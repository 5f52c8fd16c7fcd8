#pragma once
// The price of one delivery: the signed terms, applied to the facts, able to explain itself.

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/pricing/price_terms.h"
#include "kernel/quality.h"

namespace ayni {

/// One value of one attribute with more places than a reading: 10^-6 of the attribute's last place
/// (a mean is not cut to the places of its readings). 3.655 at 2 places is 365'500'000. A mean is
/// rounded half-even once, to these places: so it is shown, and so it goes into the price.
struct Mean {
    std::int64_t millionths = 0;
    auto operator<=>(const Mean&) const = default;
};
using Means = std::array<std::optional<Mean>, most_attributes>;  ///< by attribute number - 1

/// Statistics of one producer's analyses in one period. Empty where there is none.
struct PeriodStatistics {
    Means period_mean{}, geometric_mean{};
};

/// All that the price of one delivery may depend on.
struct PricingFacts {
    const Readings* sample = nullptr;  ///< of this delivery (its own and the day's analysis)
    const PeriodStatistics* period = nullptr;  ///< of its producer
    const Means* last_three = nullptr;         ///< of its producer, up to the delivery's day
    Quantity producer_volume{};                ///< accepted in the period
    Quantity organisation_volume{};            ///< accepted in the period
    /// By `CompiledTerms::certificates`: whether the producer holds it on the day.
    std::span<const bool> certificates{};
    /// By `CompiledTerms::indices`: the value on the day, or none.
    std::span<const std::optional<Price>> indices{};
};

/// Price terms made ready to be evaluated millions of times.
class CompiledTerms {
public:
    struct Step;
    /// Validates the terms as total functions over the product's attributes and makes them ready.
    /// Every problem at once, with its path ("/terms/2/bands/1/from") and, for a table, the range
    /// that has no price or two ("3.40..3.50"). Refused: `terms_empty` (no base price, or not
    /// first), `currency_missing term_incomplete term_surplus unknown_attribute not_a_decimal
    /// too_many_decimals out_of_range overflow table_gap table_overlap table_not_ordered
    /// floor_above_ceiling text_empty text_too_long text_not_utf8`, and `wrong_type` for kilograms
    /// of a component that is not measured in %.
    [[nodiscard]] static Result<CompiledTerms> compile(const PriceTerms& terms,
                                                       const std::vector<Attribute>& attributes);

    [[nodiscard]] const PriceTerms& terms() const noexcept { return terms_; }
    /// The certificates and indices that the terms mention; facts give their values in this order.
    [[nodiscard]] const std::vector<std::string>& certificates() const noexcept {
        return certificates_;
    }
    [[nodiscard]] const std::vector<std::string>& indices() const noexcept { return indices_; }
    /// Which statistics are needed at all, also to stand in for a missing one, so that none is
    /// computed in vain.
    [[nodiscard]] bool needs(Statistic statistic) const noexcept;
    [[nodiscard]] bool needs_volume(VolumeOf volume) const noexcept;
    /// One step for each term, in order.
    [[nodiscard]] std::span<const Step> steps() const noexcept;

    CompiledTerms(const CompiledTerms&);
    CompiledTerms& operator=(const CompiledTerms&);
    CompiledTerms(CompiledTerms&&) noexcept;
    CompiledTerms& operator=(CompiledTerms&&) noexcept;
    ~CompiledTerms();

private:
    CompiledTerms();
    PriceTerms terms_;
    std::vector<std::string> certificates_, indices_;
    std::vector<Step> steps_;
};

/// The price of a delivery: the exact sum of what its terms add, rounded half-even once, to
/// millionths. What is shown is what is multiplied by the quantity. With `effects` (one place for
/// each term), what each term added is put there as `explain` tells it, also the moves of floor and
/// ceiling, so that they sum to the price; after a refusal they mean nothing. The price is above
/// zero; 0 is possible only where the terms have a floor. Refused,
/// with the path of the term: `analysis_missing` (where the term says so), `no_index_on_day`,
/// `out_of_range` (a grade that the table does not have), `overflow`; for the whole:
/// `price_not_positive`, with what it came to. Stops if the facts lack places for certificates or
/// indices that the terms mention.
[[nodiscard]] Result<Price> price(const CompiledTerms& terms, const PricingFacts& facts,
                                  std::span<Price> effects = {});

/// What one term did to the price of one delivery.
struct PriceLine {
    std::int32_t term = 0;  ///< its place in the terms, from 0
    TermKind kind = TermKind::base;
    std::optional<std::string> attribute{};  ///< its code, or the certificate's, or the index's
    std::optional<std::string> value{};      ///< the value that was used, decimal text
    std::optional<std::string> standard{};   ///< or the band "from..to", or the limit
    std::optional<Statistic> statistic{};    ///< which one gave the value (after a fall-back)
    bool missing = false;                    ///< no analysis: `missing` decided
    Price effect{};                          ///< what it added (floor, ceiling: how far it moved)
    Price price{};                           ///< the price after it
    bool operator==(const PriceLine&) const = default;
};
BOOST_DESCRIBE_STRUCT(PriceLine, (),
                      (term, kind, attribute, value, standard, statistic, missing, effect, price))

/// The same price, with a line for each term, also for those that added nothing. Each line's
/// `price` is what the price was after it, rounded half-even to millionths, and `effect` is the
/// difference to the line before, so that the effects add up to what is shown; the last line's
/// `price` is `price()`. Refused: as `price()`.
[[nodiscard]] Result<std::vector<PriceLine>> explain(const CompiledTerms& terms,
                                                     const PricingFacts& facts);

/// The place of the version that is in force on `day`: the newest effective on or before it; none
/// if all are later. `effective` is in rising order.
[[nodiscard]] std::optional<std::size_t> version_on(std::span<const Date> effective,
                                                    Date day) noexcept;

}  // namespace ayni
