#include "app/register.h"

#include <algorithm>

#include "kernel/check.h"

namespace ayni {

void Register::add(UseCase use_case) {
    const auto place = std::ranges::lower_bound(use_cases_, use_case.name, {}, &UseCase::name);
    CHECK(place == use_cases_.end() || place->name != use_case.name);
    use_cases_.insert(place, std::move(use_case));
}

UseCase& Register::entered(std::string_view name) {
    const auto place = std::ranges::lower_bound(use_cases_, name, {}, &UseCase::name);
    CHECK(place != use_cases_.end() && place->name == name);
    return *place;
}

const UseCase* Register::find(std::string_view name) const {
    const auto place = std::ranges::lower_bound(use_cases_, name, {}, &UseCase::name);
    return place != use_cases_.end() && place->name == name ? &*place : nullptr;
}

namespace {

// Who has enrolled always gives his code; who has not, where the organisation asks it of everyone.
Result<void> check_second_factor(const Caller& caller, OrganisationId organisation) {
    const bool enough = caller.factor == FactorState::given ||
                        caller.factor == FactorState::at_the_file ||
                        (caller.factor == FactorState::not_enrolled &&
                         !caller.must_enrol(organisation));
    if (!enough) return refuse(Refusal::second_factor_needed);
    return {};
}

}  // namespace

Result<void> check_rights(const UseCase& use_case, const Caller& caller,
                          OrganisationId organisation) {
    if (caller.user.is_none()) return refuse(Refusal::not_signed_in);
    if (use_case.roles.empty()) return {};
    if (!caller.belongs_to(organisation)) return refuse(Refusal::not_found);
    const bool may = std::ranges::any_of(use_case.roles,
                                         [&](Role role) { return caller.has(organisation, role); });
    if (!may) return refuse(Refusal::not_allowed);
    if (use_case.guard == Guard::second_factor) return check_second_factor(caller, organisation);
    return {};
}

std::optional<PartyId> limited_to(const UseCase& use_case, const Caller& caller,
                                  OrganisationId organisation) {
    std::optional<PartyId> own;
    for (const auto& grant : caller.grants) {
        const bool opens = std::ranges::find(use_case.roles, grant.role) != use_case.roles.end();
        if (grant.organisation != organisation || !opens) continue;
        if (!is_of_one_party(grant.role)) return std::nullopt;
        own = grant.party;
    }
    return own;
}

OrganisationId organisation_of(const Shape& input, const void* value) {
    for (const auto& field : input.structure()->fields)
        if (field.name == "organisation") return {field.shape->to_integer(member(field, value))};
    return installation;
}

}  // namespace ayni
