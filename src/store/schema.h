#pragma once
// The schema of a database file: made from the descriptions, moved on by numbered steps.

#include "kernel/result.h"
#include "store/database.h"

namespace ayni {

/// The schema that this program reads and writes.
inline constexpr int schema_version = 1;

/// Makes all tables in an empty database.
void create_schema(Connection& db);
/// Moves an older schema to the current one, each step in its own transaction with a check before
/// and after. Refused: `database_not_ayni` (no version, or one of a newer program).
[[nodiscard]] Result<void> migrate(Connection& db);

}  // namespace ayni
