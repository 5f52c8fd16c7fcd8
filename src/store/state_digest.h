#pragma once
// One number for all that a database says, whatever engine keeps it.

#include <optional>
#include <string>

#include "ledger/party.h"
#include "store/database.h"

namespace ayni {

/// SHA-256, hexadecimal, of every row that belongs to an organisation, by table and key, without
/// positions in logs and instants (when something was recorded), and without the logs themselves:
/// equal where the same was recorded, on whatever engine and whenever. Of one organisation or all.
[[nodiscard]] std::string state_digest(Connection& db,
                                       std::optional<OrganisationId> only = std::nullopt);

}  // namespace ayni
