#include "domain/settlement/milk_of_period.h"

#include <algorithm>
#include <array>

#include "kernel/decimal.h"

namespace ayni {
namespace {

constexpr std::size_t rounding_modes = 3;

// Why a delivery has no price. The reader is shown the earliest, whatever the order of arrival.
struct Unpriced {
    PartyId producer;
    Date day;
    Refusal reason{};
    auto operator<=>(const Unpriced&) const = default;
};
constexpr std::size_t most_unpriced_shown = 50;

Refused refused_for(std::vector<Unpriced>& unpriced) {
    std::ranges::sort(unpriced);
    const auto repeated = std::ranges::unique(unpriced);
    unpriced.erase(repeated.begin(), repeated.end());
    if (unpriced.size() > most_unpriced_shown) unpriced.resize(most_unpriced_shown);
    Refused refused;
    for (const auto& [producer, day, reason] : unpriced)
        refused.problems.push_back(
            {reason, "/producers/" + std::to_string(producer.number), print(day)});
    return refused;
}

// Sums that are still to be rounded, or were at each delivery.
struct Sums {
    std::vector<Wide> minor;    // by half: already rounded, in minor units
    std::vector<Wide> days;     // by producer and day: to be rounded; empty if no terms round so
    std::vector<Wide> periods;  // by half and rounding mode: likewise

    explicit Sums(const PeriodFacts& facts) : minor(2 * facts.places().size()) {
        for (const auto& version : facts.terms().versions()) {
            const auto point = version.version->price.terms().rounding_point;
            if (point == RoundingPoint::day) days.resize(facts.places().size() * facts.days());
            if (point == RoundingPoint::period) periods.resize(minor.size() * rounding_modes);
        }
    }
    Result<void> add(Wide value, const PriceTerms& terms, Cell cell, std::size_t half) {
        const auto mode = static_cast<std::size_t>(terms.rounding);
        switch (terms.rounding_point) {
            case RoundingPoint::delivery: return round(value, terms.currency, terms.rounding, half);
            case RoundingPoint::day: days[cell.number] += value; break;
            case RoundingPoint::period: periods[half * rounding_modes + mode] += value; break;
        }
        return {};
    }
    Result<void> round(Wide value, Currency currency, Rounding mode, std::size_t half) {
        if (value == 0) return {};
        const auto rounded = round_value(value, currency, mode);
        if (!rounded) return std::unexpected(rounded.error());
        minor[half] += rounded->minor;
        return {};
    }
};

// Rounds what waits for the end of the day: all of a day is sold as a member, or none.
Result<void> end_days(Sums& sums, const PeriodFacts& facts, std::size_t place, Currency currency) {
    for (std::size_t day = 0; !sums.days.empty() && day < facts.days(); ++day) {
        const auto cell = place * facts.days() + day;
        const auto number = facts.terms().version_at(cell);
        if (!number) continue;
        const auto& version = facts.terms().versions()[*number];
        const auto mode = version.version->price.terms().rounding;
        if (auto done = sums.round(sums.days[cell], currency, mode, half_of(place, version.member));
            !done)
            return done;
    }
    return {};
}

// Rounds what waits for the end of the period.
Result<void> end_period(Sums& sums, std::size_t half, Currency currency) {
    for (std::size_t mode = 0; !sums.periods.empty() && mode < rounding_modes; ++mode) {
        const auto value = sums.periods[half * rounding_modes + mode];
        if (auto done = sums.round(value, currency, static_cast<Rounding>(mode), half); !done)
            return done;
    }
    return {};
}

// Rounds whatever waits, and says what the milk of the producer is worth: by half. Refused:
// `overflow`.
Result<std::array<Money, 2>> totals_of(Sums& sums, const PeriodFacts& facts, std::size_t place,
                                       Currency currency) {
    if (auto done = end_days(sums, facts, place, currency); !done)
        return std::unexpected(std::move(done.error()));
    for (const bool member : {false, true})
        if (auto done = end_period(sums, half_of(place, member), currency); !done)
            return std::unexpected(std::move(done.error()));
    const Wide other = sums.minor[half_of(place, false)], own = sums.minor[half_of(place, true)];
    if (other + own > largest_amount) return refuse(Refusal::overflow);
    return std::array{Money{static_cast<std::int64_t>(other), currency},
                      Money{static_cast<std::int64_t>(own), currency}};
}

// Terms of opposite sign could each leave the range although the milk does not.
bool fits_in_lines(std::span<const Wide> effects, Currency currency) {
    const Wide most = static_cast<Wide>(largest_amount) * power_of_ten(9 - currency.decimals());
    return std::ranges::all_of(effects,
                               [&](Wide effect) { return -most <= effect && effect <= most; });
}

// One pass over the deliveries; nothing is allocated for each of them.
class Pricing {
public:
    Pricing(const PeriodFacts& facts, Sums& sums, std::vector<Wide>& effects,
            std::vector<Quantity>& quantities)
        : facts_(facts),
          sums_(sums),
          effects_(effects),
          quantities_(quantities),
          room_for_effects_(facts.terms().terms()) {}

    Result<void> add(const Delivery& delivery) {
        const auto cell = facts_.cell_of(delivery);
        const auto place = facts_.terms().version_at(cell.number);
        if (!place) return refuse(Refusal::no_terms_on_day);
        const auto& version = facts_.terms().versions()[*place];
        const auto& terms = version.version->price.terms();
        const auto effects = std::span(room_for_effects_).first(terms.terms.size());
        const auto priced = price(version.version->price,
                                  facts_.pricing_facts(delivery, cell, version, room_), effects);
        if (!priced) return std::unexpected(priced.error());
        Wide* sum = &effects_[cell.place * facts_.terms().terms() + version.first_term];
        for (const auto effect : effects) *sum++ += unrounded_value(delivery.quantity, effect);
        const auto half = half_of(cell.place, version.member);
        quantities_[half] += delivery.quantity;
        return sums_.add(unrounded_value(delivery.quantity, *priced), terms, cell, half);
    }

private:
    const PeriodFacts& facts_;
    Sums& sums_;
    std::vector<Wide>& effects_;
    std::vector<Quantity>& quantities_;
    std::vector<Price> room_for_effects_;
    Readings room_;
};

}  // namespace

Result<MilkOfPeriod> MilkOfPeriod::of(const SettlementInputs& inputs, const PeriodFacts& facts) {
    MilkOfPeriod milk;
    milk.terms_ = facts.terms().terms();
    for (const auto& version : facts.terms().versions())
        if (version.member) milk.member_terms_ += version.version->price.terms().terms.size();
    milk.quantities_.resize(2 * facts.places().size());
    milk.effects_.resize(facts.places().size() * milk.terms_);
    Sums sums(facts);
    Pricing pricing(facts, sums, milk.effects_, milk.quantities_);
    std::vector<Unpriced> unpriced;
    for (const auto& delivery : inputs.deliveries) {
        if (delivery.outcome != Outcome::accepted) continue;
        if (const auto added = pricing.add(delivery); !added)
            unpriced.push_back({delivery.producer, delivery.day, added.error().reason()});
    }
    for (std::size_t place = 0; unpriced.empty() && place < facts.places().size(); ++place) {
        const auto effects = std::span(milk.effects_).subspan(place * milk.terms_, milk.terms_);
        const auto totals = totals_of(sums, facts, place, inputs.currency);
        if (totals && fits_in_lines(effects, inputs.currency))
            milk.milk_.insert(milk.milk_.end(), totals->begin(), totals->end());
        else
            unpriced.push_back(
                {facts.places()[place].party, inputs.period.last, Refusal::overflow});
    }
    if (!unpriced.empty()) return std::unexpected(refused_for(unpriced));
    return milk;
}

std::vector<StatementLine> MilkOfPeriod::lines(const PeriodFacts& facts, std::size_t place) const {
    const auto exact = std::span(effects_).subspan(place * terms_, terms_);
    auto shares = allot_signed(milk(place, true), exact.first(member_terms_));
    const auto others = allot_signed(milk(place, false), exact.subspan(member_terms_));
    shares.insert(shares.end(), others.begin(), others.end());
    std::vector<StatementLine> lines;
    const Money nothing{0, milk(place, true).currency};
    for (const auto& version : facts.terms().versions()) {
        const auto count = version.version->price.terms().terms.size();
        for (std::size_t term = 0; term < count; ++term) {
            const auto amount = shares[version.first_term + term];
            if (amount.is_zero()) continue;
            lines.push_back({.kind = LineKind::milk,
                             .terms = version.version->number,
                             .place = static_cast<std::int32_t>(term),
                             .reference = 0,
                             .creditor = {},
                             .deduction = {},
                             .amount = amount,
                             .carried = nothing,
                             .member = version.member});
        }
    }
    return lines;
}

}  // namespace ayni
