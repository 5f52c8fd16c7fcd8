#pragma once
// Who asks, with the roles that decide what he may.

#include <optional>
#include <string>
#include <vector>

#include "domain/people/role.h"

namespace ayni {

/// A signed-in user and the roles he has now. User 0 is nobody.
struct Caller {
    UserId user;
    std::string login;
    std::string name;
    Language language = Language::es;
    std::vector<Grant> grants;

    [[nodiscard]] bool has(OrganisationId organisation, Role role) const noexcept;
    /// Whether he has any role there: if not, its objects do not exist for him.
    [[nodiscard]] bool belongs_to(OrganisationId organisation) const noexcept;
};

/// The installation itself: what belongs to no organisation (users, first administrator).
inline constexpr OrganisationId installation{0};

}  // namespace ayni
