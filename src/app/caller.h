#pragma once
// Who asks, with the roles that decide what he may.

#include <optional>
#include <string>
#include <vector>

#include "domain/people/role.h"

namespace ayni {

/// What the caller has proved beside his password.
enum class FactorState {
    missing,       ///< he has enrolled, but not given a code in this session
    not_enrolled,  ///< he has no second factor
    given,
    at_the_file,  ///< he works on the machine itself: who holds the file needs no telephone
};
BOOST_DESCRIBE_ENUM(FactorState, missing, not_enrolled, given, at_the_file)

/// A signed-in user and the roles he has now. User 0 is nobody.
struct Caller {
    UserId user;
    std::string login;
    std::string name;
    Language language = Language::es;
    std::vector<Grant> grants = {};
    std::vector<OrganisationId> factor_required = {};  ///< of his organisations, those that ask it
    FactorState factor = FactorState::missing;
    bool asks_old_password = false;  ///< before he may choose another one

    [[nodiscard]] bool has(OrganisationId organisation, Role role) const noexcept;
    /// Whether he has any role there: if not, its objects do not exist for him.
    [[nodiscard]] bool belongs_to(OrganisationId organisation) const noexcept;
    /// Whether nobody moves money there without a second factor.
    [[nodiscard]] bool must_enrol(OrganisationId organisation) const noexcept;
};

/// The installation itself: what belongs to no organisation (users, first administrator).
inline constexpr OrganisationId installation{0};

}  // namespace ayni
