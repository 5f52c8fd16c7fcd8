#include <string>

#include "domain/settlement/waterfall.h"

namespace ayni {
namespace {

constexpr Rate whole{1'000'000};

bool is_debt(DeductionKind kind) noexcept {
    switch (kind) {
        case DeductionKind::input:
        case DeductionKind::advance:
        case DeductionKind::loan:
        case DeductionKind::third_party:
        case DeductionKind::correction:
        case DeductionKind::interest: return true;
        case DeductionKind::own_service:
        case DeductionKind::capital:
        case DeductionKind::retention:
        case DeductionKind::tax: return false;
    }
    return false;
}

// Whether a value stands exactly where its basis needs it.
template <class T>
void check_presence(Refused& found, const std::optional<T>& value, bool needed, std::string where) {
    if (value.has_value() == needed) return;
    found.problems.push_back(
        {needed ? Refusal::term_incomplete : Refusal::term_surplus, std::move(where), {}});
}

void check_share(Refused& found, const std::optional<Rate>& rate, std::string where) {
    if (rate && (*rate < Rate{} || whole < *rate))
        found.problems.push_back({Refusal::out_of_range, std::move(where), print(*rate)});
}

void check_not_negative(Refused& found, const std::optional<Price>& price, std::string where) {
    if (price && *price < Price{})
        found.problems.push_back({Refusal::out_of_range, std::move(where), print(*price)});
}

void check_rule(Refused& found, const DeductionRule& rule, const std::string& path) {
    if (rule.code.empty()) found.problems.push_back({Refusal::term_incomplete, path + "/code", {}});
    check_presence(found, rule.price, rule.basis == DeductionBasis::per_unit, path + "/price");
    check_presence(found, rule.rate, rule.basis == DeductionBasis::of_gross, path + "/rate");
    check_not_negative(found, rule.price, path + "/price");
    check_share(found, rule.rate, path + "/rate");
    if (rule.kind == DeductionKind::interest)
        found.problems.push_back({Refusal::not_a_choice, path + "/kind", {}});
    if (rule.creditor && rule.kind != DeductionKind::tax)
        found.problems.push_back({Refusal::term_surplus, path + "/creditor", *rule.creditor});
    if (is_debt(rule.kind) && rule.basis != DeductionBasis::obligation)
        found.problems.push_back({Refusal::out_of_range, path + "/basis", {}});
    if (rule.kind == DeductionKind::capital && rule.applies_to != AppliesTo::members)
        found.problems.push_back({Refusal::not_a_member, path + "/applies_to", {}});
    if (rule.rank < 0 || rule.rank > highest_rank)
        found.problems.push_back(
            {Refusal::out_of_range, path + "/rank", std::to_string(rule.rank)});
}

void check_against_earlier(Refused& found, std::span<const DeductionRule> earlier,
                           const DeductionRule& rule, const std::string& path) {
    for (const auto& other : earlier)
        if (!rule.code.empty() && other.code == rule.code) {
            found.problems.push_back({Refusal::code_taken, path + "/code", rule.code});
            break;
        }
    for (const auto& other : earlier)
        if (other.rank == rule.rank &&
            (other.under_cap != rule.under_cap || other.above_floor != rule.above_floor)) {
            found.problems.push_back(
                {Refusal::rank_mixes_limits, path + "/rank", std::to_string(rule.rank)});
            break;
        }
}

}  // namespace

Result<void> check_waterfall(const WaterfallTerms& terms) {
    Refused found;
    check_share(found, terms.cap, "/cap");
    check_not_negative(found, terms.floor, "/floor");
    for (std::size_t place = 0; place < terms.rules.size(); ++place) {
        const auto path = "/rules/" + std::to_string(place);
        check_rule(found, terms.rules[place], path);
        check_against_earlier(found, std::span(terms.rules).first(place), terms.rules[place], path);
    }
    if (!found.problems.empty()) return std::unexpected(std::move(found));
    return {};
}

}  // namespace ayni
