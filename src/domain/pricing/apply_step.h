#pragma once
// What each kind of term does to the price of one delivery. This is the one place where it is
// decided: the price of millions and the explanation of one both come from here.

#include <optional>

#include "domain/pricing/compiled_step.h"

namespace ayni {

/// The value of an attribute that a term went by.
struct UsedValue {
    std::int64_t millionths = 0;  ///< of the attribute's last place
    Statistic statistic = Statistic::sample;
    bool known = false;    ///< false: the term adds nothing
    bool missing = false;  ///< the term's own statistic had none
};

/// What a term did, or why it could not.
struct StepOutcome {
    std::int64_t effect = 0;  ///< trillionths
    std::optional<Refusal> refused{};
    UsedValue used{};
    std::size_t row = 0;                 ///< of a table
    std::int64_t rest = 0, rest_of = 1;  ///< and rest / rest_of trillionths; 0 <= rest < rest_of
    bool is_limit = false;               ///< a limit that is reached: the price is exactly it
};

// The functions below run millions of times a second: no allocation, no text.
[[nodiscard]] inline std::optional<std::int64_t> mean_in(const Means* means,
                                                         AttributeNumber attribute) noexcept {
    if (means == nullptr || !(*means)[attribute - 1U]) return std::nullopt;
    return (*means)[attribute - 1U]->millionths;
}

[[nodiscard]] inline std::optional<std::int64_t> find_value(Statistic statistic,
                                                            AttributeNumber attribute,
                                                            const PricingFacts& facts) noexcept {
    switch (statistic) {
        case Statistic::sample: {
            const auto* reading = facts.sample == nullptr ? nullptr : facts.sample->find(attribute);
            if (reading == nullptr) return std::nullopt;
            return *reading * millionths_per_place;
        }
        case Statistic::period_mean:
            return facts.period == nullptr ? std::nullopt
                                           : mean_in(&facts.period->period_mean, attribute);
        case Statistic::geometric_mean:
            return facts.period == nullptr ? std::nullopt
                                           : mean_in(&facts.period->geometric_mean, attribute);
        case Statistic::last_three: return mean_in(facts.last_three, attribute);
    }
    return std::nullopt;
}

/// What the term says of a missing analysis; refused: `analysis_missing`.
[[nodiscard]] inline StepOutcome without_analysis(const ValueSource& source,
                                                  const PricingFacts& facts) noexcept {
    StepOutcome outcome{.used = {.statistic = source.statistic, .missing = true}};
    if (source.missing == WhenMissing::refuse) outcome.refused = Refusal::analysis_missing;
    if (source.missing == WhenMissing::standard) {
        outcome.used.millionths = source.standard;
        outcome.used.known = true;
    }
    if (source.missing == WhenMissing::last_three)
        if (const auto mean = mean_in(facts.last_three, source.attribute)) {
            outcome.used.millionths = *mean;
            outcome.used.statistic = Statistic::last_three;
            outcome.used.known = true;
        }
    return outcome;
}

/// The outcome so far of a term over an attribute: its value, found as the term says.
[[nodiscard]] inline StepOutcome with_value(const ValueSource& source,
                                            const PricingFacts& facts) noexcept {
    const auto found = find_value(source.statistic, source.attribute, facts);
    if (!found) return without_analysis(source, facts);
    return {.used = {.millionths = *found, .statistic = source.statistic, .known = true}};
}

/// Quotient rounded half-even, as `divide`, in 64 bits; the divisor is above zero.
[[nodiscard]] inline std::int64_t divide_half_even(std::int64_t numerator,
                                                   std::int64_t divisor) noexcept {
    const auto quotient = numerator / divisor;
    const auto remainder = numerator % divisor;
    const auto size = remainder < 0 ? -remainder : remainder;
    const auto rest = divisor - size;
    if (size < rest || (size == rest && quotient % 2 == 0)) return quotient;
    return numerator < 0 ? quotient - 1 : quotient + 1;
}

/// Sets the effect to the quotient, rounded down, and keeps what is left of it. The divisor is
/// above zero. Refused: `overflow`.
inline void set_quotient(StepOutcome& outcome, Wide numerator, std::int64_t divisor) noexcept {
    auto quotient = numerator / divisor;
    auto rest = numerator % divisor;
    if (rest < 0) {
        rest += divisor;
        --quotient;
    }
    outcome.effect = static_cast<std::int64_t>(quotient);
    outcome.rest = static_cast<std::int64_t>(rest);
    outcome.rest_of = divisor;
    if (outcome.effect != quotient) outcome.refused = Refusal::overflow;
}

[[nodiscard]] inline StepOutcome apply_rule(const FixedBase& base, const PricingFacts&,
                                            std::int64_t) noexcept {
    return {.effect = base.amount};
}

[[nodiscard]] inline StepOutcome apply_rule(const IndexBase& base, const PricingFacts& facts,
                                            std::int64_t) noexcept {
    const auto& value = facts.indices[base.index];
    if (!value) return {.refused = Refusal::no_index_on_day};
    std::int64_t effect = 0;  // millionths x millionths: trillionths
    if (__builtin_mul_overflow(value->millionths, base.factor, &effect) ||
        __builtin_add_overflow(effect, base.differential, &effect))
        return {.refused = Refusal::overflow};
    return {.effect = effect};
}

[[nodiscard]] inline StepOutcome apply_rule(const Slope& slope, const PricingFacts& facts,
                                            std::int64_t) noexcept {
    auto outcome = with_value(slope.source, facts);
    if (!outcome.used.known) return outcome;
    std::int64_t above = 0, product = 0;
    if (__builtin_sub_overflow(outcome.used.millionths, slope.origin, &above)) {
        outcome.refused = Refusal::overflow;
    } else if (slope.is_short && !__builtin_mul_overflow(above, slope.short_numerator, &product)) {
        if (slope.divisor == 1)
            outcome.effect = product;
        else
            set_quotient(outcome, product, slope.divisor);
    } else {
        Wide wide = 0;
        if (__builtin_mul_overflow(slope.numerator, Wide{above}, &wide))
            outcome.refused = Refusal::overflow;
        else
            set_quotient(outcome, wide, slope.divisor);
    }
    return outcome;
}

[[nodiscard]] inline StepOutcome apply_rule(const WholePoints& points, const PricingFacts& facts,
                                            std::int64_t) noexcept {
    auto outcome = with_value(points.source, facts);
    if (!outcome.used.known) return outcome;
    std::int64_t above = 0;
    if (__builtin_sub_overflow(outcome.used.millionths, points.origin, &above)) {
        outcome.refused = Refusal::overflow;
        return outcome;
    }
    const auto whole = above / points.point - (above % points.point < 0 ? 1 : 0);
    if (__builtin_mul_overflow(whole, points.amount, &outcome.effect))
        outcome.refused = Refusal::overflow;
    return outcome;
}

[[nodiscard]] inline StepOutcome apply_rule(const AttributeBands& bands, const PricingFacts& facts,
                                            std::int64_t) noexcept {
    auto outcome = with_value(bands.source, facts);
    if (!outcome.used.known) return outcome;
    outcome.row = bands.table.row_of(outcome.used.millionths);
    outcome.effect = bands.table.rates[outcome.row];
    return outcome;
}

[[nodiscard]] inline StepOutcome apply_rule(const VolumeBands& bands, const PricingFacts& facts,
                                            std::int64_t) noexcept {
    const auto volume = bands.volume == VolumeOf::producer ? facts.producer_volume
                                                           : facts.organisation_volume;
    const auto row = bands.table.row_of(volume.thousandths);
    return {.effect = bands.table.rates[row], .row = row};
}

/// A mean falls into the nearest grade. Refused: `out_of_range` for a reading outside of what the
/// attribute can be, for which nobody signed a price.
[[nodiscard]] inline StepOutcome apply_rule(const GradeRates& grades, const PricingFacts& facts,
                                            std::int64_t) noexcept {
    auto outcome = with_value(grades.source, facts);
    if (!outcome.used.known) return outcome;
    const auto grade = divide_half_even(outcome.used.millionths, millionths_per_place);
    outcome.row = static_cast<std::size_t>(grade - grades.table.least);
    if (outcome.row < grades.table.rates.size())
        outcome.effect = grades.table.rates[outcome.row];
    else
        outcome.refused = Refusal::out_of_range;
    return outcome;
}

[[nodiscard]] inline StepOutcome apply_rule(const CertificatePremium& premium,
                                            const PricingFacts& facts, std::int64_t) noexcept {
    return {.effect = facts.certificates[premium.certificate] ? premium.amount : 0};
}

// The price is given rounded down to a trillionth, limits are whole ones: what lies beyond decides
// nothing, and goes where a limit is reached. Both limits are never negative, so a price far below
// zero cannot make the difference wrap unseen: the sum of price and effect is the limit itself.
[[nodiscard]] inline StepOutcome apply_rule(const PriceFloor& floor, const PricingFacts&,
                                            std::int64_t price) noexcept {
    StepOutcome outcome;
    outcome.is_limit = price < floor.amount;
    if (outcome.is_limit && __builtin_sub_overflow(floor.amount, price, &outcome.effect))
        outcome.refused = Refusal::overflow;
    return outcome;
}

[[nodiscard]] inline StepOutcome apply_rule(const PriceCeiling& ceiling, const PricingFacts&,
                                            std::int64_t price) noexcept {
    if (price < ceiling.amount) return {};
    return {.effect = ceiling.amount - price, .is_limit = true};
}

}  // namespace ayni
