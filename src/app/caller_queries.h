#pragma once
// Who a user is and where an organisation's day begins.

#include <string>
#include <string_view>

#include "app/caller.h"
#include "store/database.h"

namespace ayni {

/// A user and his current grants, having proved so much; nobody for an unknown or inactive one.
[[nodiscard]] Caller load_caller(Connection& db, UserId user, Instant now, FactorState factor);
/// The user with this login; user 0 for none.
[[nodiscard]] UserId user_named(Connection& db, std::string_view login);
/// IANA name; "UTC" for the installation itself.
[[nodiscard]] std::string time_zone_of(Connection& db, OrganisationId organisation);

}  // namespace ayni
