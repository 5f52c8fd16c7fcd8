#include "domain/pricing/term_members.h"

#include <algorithm>

namespace ayni {
namespace {

using MemberNames = std::vector<std::string_view>;

TermMembers base_members(const Term& term) {
    if (term.index) return {.needed = {"index"}, .allowed = {"factor", "differential"}};
    return {.needed = {"price"}, .allowed = {}};
}

// A term over an attribute names its statistic and what happens without it.
TermMembers over_attribute(const Term& term, MemberNames needed, MemberNames allowed = {}) {
    needed.emplace_back("attribute");
    allowed.insert(allowed.end(), {"statistic", "missing"});
    if (term.missing == WhenMissing::standard) needed.emplace_back("standard");
    return {.needed = std::move(needed), .allowed = std::move(allowed)};
}

TermMembers band_members(const Term& term) {
    if (term.volume) return {.needed = {"volume", "bands"}, .allowed = {}};
    return over_attribute(term, {"bands"});
}

TermMembers per_point_members() {
    return {.needed = {"attribute", "standard", "point", "rate"},
            .allowed = {"whole_points", "statistic", "missing"}};
}

bool holds(const MemberNames& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

}  // namespace

TermMembers members_of(const Term& term) {
    switch (term.kind) {
        case TermKind::base: return base_members(term);
        case TermKind::per_point: return per_point_members();
        case TermKind::band: return band_members(term);
        case TermKind::component: return over_attribute(term, {"rate"}, {"density"});
        case TermKind::grade: return over_attribute(term, {"grades"});
        case TermKind::premium: return {.needed = {"certificate", "rate"}, .allowed = {}};
        case TermKind::floor:
        case TermKind::ceiling: return {.needed = {"price"}, .allowed = {}};
    }
    return {};
}

void check_members(const Term& term, const std::string& where, std::vector<Problem>& problems) {
    const auto members = members_of(term);
    for (const auto& field : describe<Term>().fields) {
        if (field.shape->kind != Kind::optional) continue;  // The kind itself.
        const bool given = field.shape->value(member(field, &term)) != nullptr;
        const bool needed = holds(members.needed, field.name);
        const auto path = where + "/" + std::string(field.name);
        if (needed && !given) problems.push_back({Refusal::term_incomplete, path, {}});
        if (given && !needed && !holds(members.allowed, field.name))
            problems.push_back({Refusal::term_surplus, path, std::string(name_of(term.kind))});
    }
}

}  // namespace ayni
