#pragma once
// What both sides signed about the price: data, validated when saved, never code.

#include <optional>
#include <string>
#include <vector>

#include "domain/collection/product.h"
#include "kernel/describe.h"

namespace ayni {

enum class TermKind {
    base,       ///< a fixed price, or an index x factor + differential
    per_point,  ///< rate x points above or below a standard
    band,       ///< a table over an attribute, or over a volume
    component,  ///< rate x kilograms of a component (fat, protein, solids)
    grade,      ///< a table by grade, an attribute with few whole values
    premium,    ///< for a certificate held on that day
    floor,      ///< the price is at least this
    ceiling,    ///< and at most this
};
BOOST_DESCRIBE_ENUM(TermKind, base, per_point, band, component, grade, premium, floor, ceiling)

/// What happens when the statistic of a term has no value.
enum class WhenMissing {
    nothing,     ///< the term adds nothing
    standard,    ///< as if it were at `standard` (bands: the band that holds it)
    last_three,  ///< the mean of the supplier's last three analyses; if none, nothing
    refuse,      ///< the settlement names the delivery and stops
};
BOOST_DESCRIBE_ENUM(WhenMissing, nothing, standard, last_three, refuse)

/// Whose quantity of the period a volume table is about.
enum class VolumeOf { producer, organisation };
BOOST_DESCRIBE_ENUM(VolumeOf, producer, organisation)

/// One row of a table: from `from` (included) to `to` (excluded); the first has no `from`, the
/// last no `to`. Decimal text in the attribute's own places, or in the product's unit (3 places).
struct Band {
    std::optional<std::string> from{};
    std::optional<std::string> to{};
    Price rate{};
    bool operator==(const Band&) const = default;
};
BOOST_DESCRIBE_STRUCT(Band, (), (from, to, rate))

/// One row of a grade table.
struct Grade {
    std::int32_t grade = 0;
    Price rate{};
    bool operator==(const Grade&) const = default;
};
BOOST_DESCRIBE_STRUCT(Grade, (), (grade, rate))

/// One rule; which members it needs, and which it may not have, depends on `kind`. A `base` may be
/// 0 or below, where components make the price (A + B - C). `per_point`, `component` and rows of
/// tables may take away; `premium`, `floor` and `ceiling` are never below 0. A `component` needs an
/// attribute in %, a `grade` one without decimals, a geometric mean one that is never below 0.
struct Term {
    TermKind kind = TermKind::base;
    std::optional<Price> price{};            ///< base (fixed), floor, ceiling
    std::optional<std::string> index{};      ///< base: code of a dated series
    std::optional<Rate> factor{};            ///< base on an index (default 1)
    std::optional<Price> differential{};     ///< base on an index (default 0)
    std::optional<std::string> attribute{};  ///< per_point, band, component, grade
    std::optional<VolumeOf> volume{};        ///< band over a volume instead of an attribute
    std::optional<std::string> standard{};   ///< per_point; also for `missing: standard`
    std::optional<std::string> point{};      ///< per_point: size of one point, "0.01"
    std::optional<bool> whole_points{};      ///< per_point: only full points count (towards minus)
    std::optional<Price> rate{};             ///< per_point, component (per kg of it), premium
    std::optional<Rate> density{};           ///< component: kg per unit (default 1)
    std::optional<Statistic> statistic{};    ///< default sample
    std::optional<WhenMissing> missing{};    ///< default nothing
    std::optional<std::vector<Band>> bands{};    ///< band
    std::optional<std::vector<Grade>> grades{};  ///< grade
    std::optional<std::string> certificate{};    ///< premium: "tb_free"
    bool operator==(const Term&) const = default;
};
BOOST_DESCRIBE_STRUCT(Term, (),
                      (kind, price, index, factor, differential, attribute, volume, standard, point,
                       whole_points, rate, density, statistic, missing, bands, grades, certificate))

/// Letters of a code that terms name: an attribute, an index, a kind of certificate.
inline constexpr std::size_t longest_term_text = 60;
template <>
inline constexpr auto field_notes<Term> =
    std::to_array<FieldNote>({{.field = "index", .longest = longest_term_text},
                              {.field = "attribute", .longest = longest_term_text},
                              {.field = "standard", .longest = longest_term_text},
                              {.field = "point", .longest = longest_term_text},
                              {.field = "certificate", .longest = longest_term_text}});

/// Where a value becomes whole minor units.
enum class RoundingPoint { delivery, day, period };
BOOST_DESCRIBE_ENUM(RoundingPoint, delivery, day, period)
BOOST_DESCRIBE_ENUM(Rounding, half_up, half_even, down)

/// The price part of an agreement's version.
struct PriceTerms {
    Currency currency{};
    Rounding rounding = Rounding::half_even;
    RoundingPoint rounding_point = RoundingPoint::delivery;
    std::vector<Term> terms{};  ///< applied in order
    bool operator==(const PriceTerms&) const = default;
};
BOOST_DESCRIBE_STRUCT(PriceTerms, (), (currency, rounding, rounding_point, terms))

}  // namespace ayni
