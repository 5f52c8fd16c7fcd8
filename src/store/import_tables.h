#pragma once
// One organisation out of the plain files that `exported_tables` made.

#include <functional>

#include "kernel/result.h"
#include "ledger/party.h"
#include "store/database.h"

namespace ayni {

/// The bytes of an exported file by its name; none: it is not there.
using ExportedBytes = std::function<std::optional<std::string>(const std::string& name)>;

/// Takes in all rows of an organisation, under the numbers that it has; all or none. Users that are
/// not there come without a password. Refused: `export_damaged` with the file (it is missing, was
/// changed, or holds a row that cannot be), `organisation_known`, `already_exists` (a user of that
/// number is another one). `progressed` is told the tables.
[[nodiscard]] Result<OrganisationId> import_organisation(Connection& db, const ExportedBytes& files,
                                                         const Progressed& progressed = {});

}  // namespace ayni
