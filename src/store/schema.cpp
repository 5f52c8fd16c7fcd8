#include "store/schema.h"

#include <map>
#include <set>

#include <fmt/format.h>

#include "store/tables.h"

namespace ayni {
namespace {

// "AYNI" in ASCII: tells our files from other SQLite files.
constexpr std::int64_t application_id = 0x41594E49;

bool is_file(const Connection& db) { return db.dialect() == Dialect::sqlite; }

std::int64_t number_of(Connection& db, std::string_view sql) {
    auto query = db.query(sql);
    return query.next() ? query.integer_at(0) : 0;
}

// A server's database has a table for what a file says of itself.
constexpr std::string_view table_of_version = "ayni_schema";

bool is_ours(Connection& db) {
    if (is_file(db)) return number_of(db, "PRAGMA application_id") == application_id;
    return number_of(db,
                     "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND "
                     "tablename = 'ayni_schema'") == 1;
}

std::int64_t version_of(Connection& db) {
    return number_of(db, is_file(db) ? "PRAGMA user_version" : "SELECT version FROM ayni_schema");
}

void set_version(Connection& db) {
    db.execute((is_file(db)
                    ? fmt::format("PRAGMA user_version = {}", schema_version)
                    : fmt::format("UPDATE {} SET version = {}", table_of_version, schema_version))
                   .c_str());
}

void make_ours(Connection& db) {
    db.execute(is_file(db) ? "PRAGMA application_id = 1096371785"
                           : "CREATE TABLE ayni_schema (version BIGINT NOT NULL); "
                             "INSERT INTO ayni_schema (version) VALUES (0)");
    set_version(db);
}

// The column as it is declared, by its name.
using Columns = std::map<std::string, std::string>;

Columns columns_in(Connection& db, std::string_view table) {
    Columns columns;
    auto query = db.query(
        is_file(db) ? "SELECT name, type, \"notnull\", pk FROM pragma_table_info($1)"
                    : "SELECT column_name::text, data_type::text, is_nullable = 'NO', 0 FROM "
                      "information_schema.columns WHERE table_schema = current_schema() AND "
                      "table_name = $1");
    query.text(table);
    while (query.next())
        columns.emplace(
            query.text_at(0),
            fmt::format("{} {} {}", query.text_at(1),
                        query.integer_at(2) != 0 || query.integer_at(3) != 0, query.integer_at(3)));
    return columns;
}

std::set<std::string> indices_in(Connection& db) {
    std::set<std::string> names;
    auto query = db.query(
        is_file(db) ? "SELECT name FROM sqlite_master WHERE type = 'index' AND sql NOT NULL"
                    : "SELECT indexname::text FROM pg_indexes WHERE schemaname = current_schema() "
                      "AND indexname NOT LIKE '%_pkey'");
    while (query.next()) names.emplace(query.text_at(0));
    return names;
}

// Rows of every table that was there before.
std::map<std::string, std::int64_t> count_rows(Connection& db) {
    std::map<std::string, std::int64_t> rows;
    for (const auto* table : all_tables()) {
        if (columns_in(db, table->name).empty()) continue;
        auto query = db.query(fmt::format("SELECT count(*) FROM {}", table->name));
        if (query.next()) rows.emplace(table->name, query.integer_at(0));
    }
    return rows;
}

// A server looks after its own pages.
bool is_sound(Connection& db) {
    if (!is_file(db)) return true;
    auto query = db.query("PRAGMA quick_check(1)");
    return query.next() && query.text_at(0) == "ok";
}

bool has_all_columns(Connection& db) {
    for (const auto* table : all_tables()) {
        const auto known = columns_in(db, table->name);
        for (const auto& [name, stored] : kept_columns(*table->description))
            if (!known.contains(name)) return false;
    }
    return true;
}

// Whether the file has the tables, columns and indices that a new one would have.
bool is_as_described(Connection& db) {
    if (!is_file(db)) return has_all_columns(db);
    Connection fresh(":memory:", Connection::Access::read_write);
    create_schema(fresh);
    for (const auto* table : all_tables())
        if (columns_in(db, table->name) != columns_in(fresh, table->name)) return false;
    return indices_in(db) == indices_in(fresh);
}

// What a newer program describes and the file does not have yet. Old rows get 0 or nothing there.
void add_what_is_new(Connection& db) {
    const auto known_indices = indices_in(db);
    for (const auto* table : all_tables()) {
        const auto known = columns_in(db, table->name);
        if (known.empty()) {
            db.execute(creation_of(*table, db.dialect()).c_str());
            continue;
        }
        for (const auto& column : columns_added(
                 *table, [&](const std::string& name) { return known.contains(name); },
                 db.dialect()))
            db.execute(fmt::format("ALTER TABLE {} ADD COLUMN {}", table->name, column).c_str());
        for (const auto& [name, sql] : indices_of(*table))
            if (!known_indices.contains(name)) db.execute(sql.c_str());
    }
}

// Until version 1 a household was a word on the person; now it is a thing of its own.
void households_step_aside(Connection& db) {
    db.execute("ALTER TABLE person RENAME COLUMN household TO household_word");
}
void households_become_rows(Connection& db) {
    db.execute(
        "INSERT INTO household (organisation, household, code, name, hamlet) "
        "SELECT organisation, row_number() OVER of_one, 'H-' || row_number() OVER of_one, "
        "household_word, min(hamlet) FROM person WHERE household_word IS NOT NULL "
        "GROUP BY organisation, household_word "
        "WINDOW of_one AS (PARTITION BY organisation ORDER BY household_word)");
    db.execute(
        "UPDATE person SET household = (SELECT h.household FROM household h WHERE h.organisation = "
        "person.organisation AND h.name = person.household_word)");
    db.execute("ALTER TABLE person DROP COLUMN household_word");
}

// Until version 2 members' milk and other milk of one producer made one difference together.
void differences_step_aside(Connection& db) {
    db.execute("ALTER TABLE settled_difference RENAME TO settled_difference_before");
}
void differences_come_back(Connection& db) {
    db.execute(
        "INSERT INTO settled_difference (organisation, settlement, in_settlement, producer, "
        "amount, "
        "amount_currency, member, quantity, terms) SELECT organisation, settlement, in_settlement, "
        "producer, amount, amount_currency, member, 0, 0 FROM settled_difference_before");
    db.execute("DROP TABLE settled_difference_before");
}

// Until version 4 the key left no room for a row that comes in the place of a withdrawn one.
void make_key_anew(Connection& db, const Table& table) {
    const auto columns = columns_of(*table.description);
    db.execute(fmt::format("ALTER TABLE {0} RENAME TO {0}_before", table.name).c_str());
    db.execute(creation_of(table).c_str());
    db.execute(fmt::format("INSERT INTO {0} ({1}) SELECT {1} FROM {0}_before", table.name, columns)
                   .c_str());
    db.execute(fmt::format("DROP TABLE {}_before", table.name).c_str());
}

}  // namespace

void create_schema(Connection& db) {
    Transaction transaction(db, Transaction::Kind::writing);
    for (const auto* table : all_tables()) db.execute(creation_of(*table, db.dialect()).c_str());
    make_ours(db);
    transaction.commit();
}

Result<void> check_schema(Connection& db) {
    static_assert(application_id == 1096371785);
    if (!is_ours(db)) return refuse(Refusal::database_not_ayni);
    const auto version = version_of(db);
    if (version < 1 || version > schema_version)
        return refuse(Refusal::database_not_ayni, {}, std::to_string(version));
    if (version < schema_version)
        return refuse(Refusal::database_older, {}, std::to_string(version));
    return {};
}

Result<void> migrate(Connection& db) {
    const auto current = check_schema(db);
    if (current || current.error().reason() != Refusal::database_older) return current;
    if (!is_sound(db)) return refuse(Refusal::migration_failed, {}, "before");
    Transaction transaction(db, Transaction::Kind::writing);
    const auto rows = count_rows(db);
    const auto from = version_of(db);
    if (from <= 1) households_step_aside(db);
    if (from <= 2) differences_step_aside(db);
    add_what_is_new(db);
    if (from <= 2) differences_come_back(db);
    if (from <= 4) {
        make_key_anew(db, table_of<Membership>());
        make_key_anew(db, table_of<Certificate>());
    }
    if (from <= 1) households_become_rows(db);
    const auto rows_after = count_rows(db);
    for (const auto& [table, count] : rows)
        if (rows_after.at(table) != count) return refuse(Refusal::migration_failed, {}, table);
    if (!is_as_described(db) || !is_sound(db))
        return refuse(Refusal::migration_failed, {}, "after");
    set_version(db);
    transaction.commit();
    return {};
}

Result<void> migrate_copy(const std::string& path) {
    {
        Connection reader(path, Connection::Access::read_only);
        const auto current = check_schema(reader);
        if (current || current.error().reason() != Refusal::database_older) return current;
    }
    Connection db(path, Connection::Access::read_write);
    auto moved = migrate(db);
    db.execute("PRAGMA journal_mode=DELETE");
    return moved;
}

Refusal refusal_of(const DatabaseError& failure) noexcept {
    if (is_full(failure)) return Refusal::disk_full;
    if (failure.kind == DatabaseError::Kind::unreachable) return Refusal::database_unreachable;
    return failure.kind == DatabaseError::Kind::damaged ? Refusal::database_damaged
                                                        : Refusal::database_not_ayni;
}

}  // namespace ayni
