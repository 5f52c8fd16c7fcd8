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

bool Caller::must_enrol(OrganisationId organisation) const noexcept {
    return std::ranges::find(factor_required, organisation) != factor_required.end();
}

}  // namespace ayni
