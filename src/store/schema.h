#pragma once
// The schema of a database file: made from the descriptions, moved on when they grow.

#include "kernel/result.h"
#include "store/database.h"

namespace ayni {

/// The schema that this program reads and writes.
inline constexpr int schema_version = 6;

/// Makes all tables in an empty database.
void create_schema(Connection& db);
/// Whether the file is of this version. Refused: `database_not_ayni` (no version, or one of a newer
/// program), `database_older`.
[[nodiscard]] Result<void> check_schema(Connection& db);
/// Moves an older file to the current schema in one transaction: tables, columns and indices that
/// the descriptions have gained are added. Before it the file must be sound; after it every row
/// must still be there and the schema be that of a new file, or nothing changes.
/// Refused: `database_not_ayni`, `migration_failed`.
[[nodiscard]] Result<void> migrate(Connection& db);
/// Moves a copy on, if it is older, and leaves it as one file. Refused: as `migrate`.
[[nodiscard]] Result<void> migrate_copy(const std::string& path);

/// What is said of a database that could not be opened or read: `disk_full`,
/// `database_unreachable`, `database_damaged` or `database_not_ayni`.
[[nodiscard]] Refusal refusal_of(const DatabaseError& failure) noexcept;

}  // namespace ayni
