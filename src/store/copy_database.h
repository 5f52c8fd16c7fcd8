#pragma once
// A whole database into another one, of the same engine or of the other.

#include "store/database.h"

namespace ayni {

/// Copies every row of every table, as they stood together at one moment, into a database that has
/// the tables and no rows yet; all of them or none. `progressed` is told the tables.
void copy_database(Connection& from, Connection& to, const Progressed& progressed = {});

}  // namespace ayni
