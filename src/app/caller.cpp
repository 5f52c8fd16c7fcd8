#include "app/caller.h"

#include <algorithm>

namespace ayni {

bool Caller::has(OrganisationId organisation, Role role) const noexcept {
    return std::ranges::any_of(grants, [&](const Grant& grant) {
        return grant.organisation == organisation && grant.role == role;
    });
}

bool Caller::belongs_to(OrganisationId organisation) const noexcept {
    return std::ranges::any_of(
        grants, [&](const Grant& grant) { return grant.organisation == organisation; });
}

std::optional<PartyId> Caller::own_party(OrganisationId organisation) const noexcept {
    std::optional<PartyId> own;
    for (const auto& grant : grants) {
        if (grant.organisation != organisation) continue;
        if (grant.role != Role::producer) return std::nullopt;
        own = grant.party;
    }
    return own;
}

}  // namespace ayni
