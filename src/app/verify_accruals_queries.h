#pragma once
// Accruals held against the entries that they made.

#include "app/verify_queries.h"

namespace ayni {

/// Each accrual has its entry and the one that takes it back, each such pair its accrual; one is
/// cancelled when and only when both were undone. `find` is told ("accrual", "3"), or the number of
/// an entry without its accrual.
void verify_accruals(Connection& db, OrganisationId organisation, const Find& find);

}  // namespace ayni
