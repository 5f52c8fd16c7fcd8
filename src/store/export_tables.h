#pragma once
// One organisation as plain files: a table each, with a description of every column.

#include <string>
#include <vector>

#include "kernel/result.h"
#include "ledger/party.h"
#include "store/rows.h"

namespace ayni {

struct ExportedFile {
    std::string name;  ///< "delivery.json"
    std::string bytes;
};

/// Every table that belongs to an organisation, one JSON object a row in the order of the key, and
/// `description.json` with each table's columns. Secrets (passwords, sessions) are not in it.
/// `progressed` is told the tables. Refused: `not_found`, at /organisation.
[[nodiscard]] Result<std::vector<ExportedFile>> exported_tables(Connection& db,
                                                                OrganisationId organisation,
                                                                const Progressed& progressed = {});

/// Every table whose rows say how things stand: what is exported but for the log, and the
/// organisations themselves.
[[nodiscard]] std::vector<const Table*> tables_of_state();

}  // namespace ayni
