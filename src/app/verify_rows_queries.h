#pragma once
// Rows held against what the records of the logs tell of them: none is missing, none stands that
// no record made, and what is told of a row stands in it.

#include "app/told_rows.h"
#include "app/verify_queries.h"

namespace ayni {

/// Whether rows may stand that no record tells of.
enum class Untold { are_found, are_none_of_ours };

/// Every row of the organisation's tables that records tell of; of the installation's, those that
/// are no organisation's. `find` is told ("party", "7") for a row that is missing or that no record
/// made, ("party", "7/code") for one that differs, ("damaged", "party 7: …") for one that cannot be
/// read.
void verify_rows(Connection& db, OrganisationId organisation, const ToldRows& told, Untold untold,
                 const Find& find);

}  // namespace ayni
