#pragma once
// Milk and analyses held against the records and the files that brought them.

#include "app/verify_records_queries.h"
#include "app/verify_rows_queries.h"

namespace ayni {

/// Each file and its rows, with their notes, by their digests, what was withdrawn, and of each
/// source how many rows it has and which number is its last. Counts deliveries, and the records
/// that are missing of sources that number their own, into `counts`.
void verify_collection(Connection& db, OrganisationId organisation, const RecordChecker& records,
                       Untold untold, Verification& counts, const Find& find, const Looked& looked);

}  // namespace ayni
