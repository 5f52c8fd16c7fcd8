#include "store/schema.h"

#include "store/tables.h"

namespace ayni {
namespace {

// "AYNI" in ASCII: tells our files from other SQLite files.
constexpr std::int64_t application_id = 0x41594E49;

std::int64_t pragma(Connection& db, const char* sql) {
    auto query = db.query(sql);
    return query.next() ? query.integer_at(0) : 0;
}

}  // namespace

void create_schema(Connection& db) {
    Transaction transaction(db, Transaction::Kind::writing);
    for (const auto* table : all_tables()) db.execute(creation_of(*table).c_str());
    db.execute("PRAGMA application_id = 1096371785");
    db.execute("PRAGMA user_version = 1");
    transaction.commit();
}

Result<void> migrate(Connection& db) {
    static_assert(application_id == 1096371785 && schema_version == 1);
    if (pragma(db, "PRAGMA application_id") != application_id)
        return refuse(Refusal::database_not_ayni);
    const auto version = pragma(db, "PRAGMA user_version");
    if (version != schema_version)
        return refuse(Refusal::database_not_ayni, {}, std::to_string(version));
    return {};
}

}  // namespace ayni
