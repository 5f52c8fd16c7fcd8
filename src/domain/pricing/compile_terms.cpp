#include <algorithm>
#include <tuple>

#include "domain/pricing/check_terms.h"
#include "domain/pricing/compiled_step.h"
#include "kernel/check.h"
#include "kernel/decimal.h"

namespace ayni {
namespace {

using Rule = CompiledTerms::Step::Rule;

std::int64_t trillionths(Price price) { return price.millionths * 1'000'000; }

// The place of a name in the list, where it is put if it is new.
std::size_t place_of(const std::string& name, std::vector<std::string>& names) {
    const auto found = std::ranges::find(names, name);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    names.push_back(name);
    return names.size() - 1;
}

// A text that was checked, in millionths of the attribute's last place.
std::int64_t finest(const std::string& text, const Attribute& attribute) {
    const auto value = parse_on_scale(text, TableScale::of(attribute));
    CHECK(value.has_value());
    return *value * millionths_per_place;
}

ValueSource source_of(const Term& term, const Attribute& attribute) {
    CHECK(attribute.number >= 1 && attribute.number <= most_attributes);
    return {.attribute = attribute.number,
            .statistic = term.statistic.value_or(Statistic::sample),
            .missing = term.missing.value_or(WhenMissing::nothing),
            .decimals = attribute.decimals,
            .standard = term.standard ? finest(*term.standard, attribute) : 0};
}

Slope make_slope(const ValueSource& source, std::int64_t origin, Wide numerator,
                 std::int64_t divisor) {
    Wide common = numerator < 0 ? -numerator : numerator, rest = divisor;
    while (rest != 0) std::tie(common, rest) = std::pair{rest, common % rest};
    const Wide lowest = numerator / common;
    const auto narrowed = narrow(lowest);
    return {.source = source,
            .origin = origin,
            .numerator = lowest,
            .divisor = static_cast<std::int64_t>(divisor / common),
            .short_numerator = narrowed.value_or(0),
            .is_short = narrowed.has_value()};
}

Rule base(const Term& term, std::vector<std::string>& indices) {
    if (!term.index) return FixedBase{trillionths(*term.price)};
    return IndexBase{.index = place_of(*term.index, indices),
                     .factor = term.factor.value_or(Rate{1'000'000}).millionths,
                     .differential = trillionths(term.differential.value_or(Price{}))};
}

// Rate in 10^-6 and value in 10^-6 of the last place: trillionths without a further factor.
Rule per_point(const Term& term, const Attribute& attribute) {
    const auto source = source_of(term, attribute);
    const auto point = finest(*term.point, attribute);
    if (term.whole_points.value_or(false))
        return WholePoints{.source = source,
                           .origin = source.standard,
                           .point = point,
                           .amount = trillionths(*term.rate)};
    return make_slope(source, source.standard, term.rate->millionths, point / millionths_per_place);
}

// A value of v x 10^-(6 + decimals) % of a unit of `density` kg, at `rate` a kilogram.
Rule component(const Term& term, const Attribute& attribute) {
    const auto density = term.density.value_or(Rate{1'000'000}).millionths;
    return make_slope(source_of(term, attribute), 0,
                      static_cast<Wide>(term.rate->millionths) * density,
                      power_of_ten(attribute.decimals + 8));
}

Rule band(const Term& term, const Attribute& attribute) {
    return AttributeBands{
        source_of(term, attribute),
        make_band_table(*term.bands, TableScale::of(attribute), millionths_per_place)};
}

Rule volume_band(const Term& term) {
    return VolumeBands{*term.volume, make_band_table(*term.bands, TableScale::of_volume(), 1)};
}

Rule grade(const Term& term, const Attribute& attribute) {
    return GradeRates{source_of(term, attribute), make_grade_table(*term.grades, attribute)};
}

struct Names {
    std::vector<std::string>&certificates, &indices;
};

// Of terms that were checked: what the kind needs is there.
Rule rule_of(const Term& term, const std::vector<Attribute>& attributes, Names names) {
    const auto attribute = [&]() -> const Attribute& {
        const auto* found = find_attribute(attributes, *term.attribute);
        CHECK(found != nullptr);
        return *found;
    };
    switch (term.kind) {
        case TermKind::base: return base(term, names.indices);
        case TermKind::per_point: return per_point(term, attribute());
        case TermKind::band: return term.volume ? volume_band(term) : band(term, attribute());
        case TermKind::component: return component(term, attribute());
        case TermKind::grade: return grade(term, attribute());
        case TermKind::premium:
            return CertificatePremium{place_of(*term.certificate, names.certificates),
                                      trillionths(*term.rate)};
        case TermKind::floor: return PriceFloor{trillionths(*term.price)};
        case TermKind::ceiling: return PriceCeiling{trillionths(*term.price)};
    }
    return FixedBase{};
}

}  // namespace

Result<CompiledTerms> CompiledTerms::compile(const PriceTerms& terms,
                                             const std::vector<Attribute>& attributes) {
    auto problems = check_terms(terms, attributes);
    if (!problems.empty()) return std::unexpected(Refused{std::move(problems)});
    CompiledTerms compiled;
    compiled.terms_ = terms;
    for (const auto& term : terms.terms)
        compiled.steps_.push_back(
            {rule_of(term, attributes, {compiled.certificates_, compiled.indices_})});
    return compiled;
}

const ValueSource* CompiledTerms::Step::source() const noexcept {
    return std::visit(
        []<class R>(const R& each) -> const ValueSource* {
            if constexpr (requires { each.source; })
                return &each.source;
            else
                return nullptr;
        },
        rule);
}

bool CompiledTerms::needs(Statistic statistic) const noexcept {
    return std::ranges::any_of(steps_, [&](const Step& step) {
        const auto* source = step.source();
        return source != nullptr &&
               (source->statistic == statistic ||
                (statistic == Statistic::last_three && source->missing == WhenMissing::last_three));
    });
}

bool CompiledTerms::needs_volume(VolumeOf volume) const noexcept {
    return std::ranges::any_of(steps_, [&](const Step& step) {
        const auto* bands = std::get_if<VolumeBands>(&step.rule);
        return bands != nullptr && bands->volume == volume;
    });
}

std::span<const CompiledTerms::Step> CompiledTerms::steps() const noexcept { return steps_; }

CompiledTerms::CompiledTerms() = default;
CompiledTerms::CompiledTerms(const CompiledTerms&) = default;
CompiledTerms& CompiledTerms::operator=(const CompiledTerms&) = default;
CompiledTerms::CompiledTerms(CompiledTerms&&) noexcept = default;
CompiledTerms& CompiledTerms::operator=(CompiledTerms&&) noexcept = default;
CompiledTerms::~CompiledTerms() = default;

}  // namespace ayni
