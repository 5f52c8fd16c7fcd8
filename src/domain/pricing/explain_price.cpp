#include "domain/pricing/apply_terms.h"
#include "kernel/decimal.h"

namespace ayni {
namespace {

// Means keep the places beyond the attribute's own that they need.
std::string print_value(std::int64_t millionths, int decimals) {
    return print_decimal(millionths, decimals + 6, decimals);
}

void add_value(PriceLine& line, const ValueSource& source, const UsedValue& used) {
    line.statistic = used.statistic;
    line.missing = used.missing;
    if (used.known) line.value = print_value(used.millionths, source.decimals);
}

// What the value was held against: a standard, a row of a table, or a limit.
std::optional<std::string> standard_of(const Term& term, const StepOutcome& outcome) {
    const bool used = outcome.used.known || term.volume;
    switch (term.kind) {
        case TermKind::per_point: return term.standard;
        case TermKind::band:
            return used ? std::optional(print_range((*term.bands)[outcome.row])) : std::nullopt;
        case TermKind::floor:
        case TermKind::ceiling: return print(*term.price);
        default: return std::nullopt;
    }
}

std::optional<std::string> value_of_other(const Term& term, const CompiledTerms::Step& step,
                                          const PricingFacts& facts) {
    if (const auto* index = std::get_if<IndexBase>(&step.rule))
        return print(*facts.indices[index->index]);
    if (term.volume == VolumeOf::producer) return print(facts.producer_volume);
    if (term.volume == VolumeOf::organisation) return print(facts.organisation_volume);
    return std::nullopt;
}

PriceLine line_of(const CompiledTerms& terms, const PricingFacts& facts, std::size_t place,
                  const StepOutcome& outcome) {
    const auto& term = terms.terms().terms[place];
    const auto& step = terms.steps()[place];
    PriceLine line;
    line.term = static_cast<std::int32_t>(place);
    line.kind = term.kind;
    line.attribute = term.attribute     ? term.attribute
                     : term.certificate ? term.certificate
                                        : term.index;
    line.standard = standard_of(term, outcome);
    if (const auto* source = step.source())
        add_value(line, *source, outcome.used);
    else
        line.value = value_of_other(term, step, facts);
    return line;
}

}  // namespace

Result<std::vector<PriceLine>> explain(const CompiledTerms& terms, const PricingFacts& facts) {
    std::vector<PriceLine> lines;
    Price before;
    const auto add_line = [&](std::size_t place, const StepOutcome& outcome,
                              const GrowingPrice& price) {
        auto line = line_of(terms, facts, place, outcome);
        line.price = price.shown();
        // Differences of rounded prices, so that what the reader adds up is what he is paid.
        line.effect = line.price - before;
        before = line.price;
        lines.push_back(std::move(line));
    };
    const auto total = apply_terms(terms, facts, add_line);
    if (!total) return std::unexpected(total.error());
    return lines;
}

}  // namespace ayni
