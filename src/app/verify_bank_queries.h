#pragma once
// Statements, and what their lines were, held against the digests of their records.

#include <map>

#include "app/bank_records.h"
#include "app/verify_rows_queries.h"

namespace ayni {

/// What the rows say that each record did, by its position.
[[nodiscard]] std::map<std::int64_t, BankEffects> bank_effects(Connection& db,
                                                               OrganisationId organisation);
/// The lines of each statement by its digest.
void verify_bank_lines(Connection& db, OrganisationId organisation, const Find& find);

}  // namespace ayni
