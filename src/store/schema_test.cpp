#include "store/schema.h"

#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "store/tables.h"

namespace ayni {
namespace {

using enum Connection::Access;

std::string text_of(const std::string& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

std::int64_t number(Connection& db, std::string_view sql) {
    auto query = db.query(sql);
    return query.next() ? query.integer_at(0) : -1;
}

// A file as version 1 made it, with one row in each table.
void make_version_1(Connection& db) {
    db.execute(text_of(AYNI_SOURCE_DIR "/tests/migrations/schema_1.sql").c_str());
    db.execute("PRAGMA application_id = 1096371785");
    db.execute("PRAGMA user_version = 1");
    std::vector<std::string> fillings;
    auto query = db.query(
        "SELECT m.name, group_concat(CASE c.type WHEN 'BIGINT' THEN '7' WHEN 'TEXT' THEN '''t''' "
        "ELSE 'x''''' END, ', ') FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE "
        "m.type = 'table' GROUP BY m.name");
    while (query.next())
        fillings.push_back(
            fmt::format("INSERT INTO {} VALUES ({})", query.text_at(0), query.text_at(1)));
    for (const auto& sql : fillings) db.execute(sql.c_str());
}

TEST(Schema, AFileOfVersion1IsMovedOnWithAllItsRows) {
    Connection db(":memory:", read_write);
    make_version_1(db);
    EXPECT_EQ(check_schema(db).error().reason(), Refusal::database_older);
    ASSERT_TRUE(migrate(db).has_value());
    EXPECT_TRUE(check_schema(db).has_value());
    EXPECT_EQ(number(db, "SELECT count(*) FROM delivery"), 1);
    EXPECT_EQ(number(db, "SELECT position FROM membership"), 0);
    db.execute("UPDATE certificate SET withdrawn = 8");
    db.execute("INSERT INTO certificate VALUES (7, 7, 't', 7, 0, 7, 't', 9)");
    EXPECT_EQ(number(db, "SELECT count(*) FROM certificate"), 2) << "in the withdrawn one's place";
    EXPECT_EQ(number(db, "SELECT organisation FROM entry"), 7);
    EXPECT_EQ(number(db, "SELECT count(*) FROM accrual"), 0);
    EXPECT_EQ(number(db,
                     "SELECT count(*) FROM settled_difference WHERE amount = 7 AND "
                     "amount_currency = 7 AND member = 7 AND quantity = 0"),
              1);
    EXPECT_EQ(number(db,
                     "SELECT count(*) FROM person p JOIN household h ON h.organisation = "
                     "p.organisation AND h.household = p.household AND h.name = 't'"),
              1);
    EXPECT_TRUE(migrate(db).has_value()) << "again changes nothing";
}

// A column is added; what came before keeps what it says.
TEST(Schema, AFileOfVersion5KeepsItsDifferences) {
    Connection db(":memory:", read_write);
    create_schema(db);
    db.execute("ALTER TABLE payment_result_file DROP COLUMN undone");
    db.execute("INSERT INTO payment_result_file VALUES (7, 1, 't', 't', 3, 9)");
    db.execute(
        "INSERT INTO settled_difference (organisation, settlement, in_settlement, producer, "
        "amount, amount_currency, member, quantity, terms) VALUES (7, 1, 2, 3, 4, 5, 1, 60, 8)");
    db.execute("PRAGMA user_version = 5");
    ASSERT_TRUE(migrate(db).has_value());
    EXPECT_TRUE(check_schema(db).has_value());
    EXPECT_EQ(number(db, "SELECT undone FROM payment_result_file WHERE payments = 3"), 0);
    EXPECT_EQ(number(db, "SELECT quantity + terms FROM settled_difference"), 68);
}

TEST(Schema, AFileThatWouldNotEndAsDescribedStaysAsItWas) {
    Connection db(":memory:", read_write);
    make_version_1(db);
    db.execute("ALTER TABLE delivery RENAME COLUMN quantity TO weight");
    EXPECT_EQ(migrate(db).error().reason(), Refusal::migration_failed);
    EXPECT_EQ(check_schema(db).error().reason(), Refusal::database_older);
    EXPECT_EQ(number(db, "SELECT count(*) FROM sqlite_master WHERE name = 'accrual'"), 0);
}

TEST(Schema, AFileOfANewerProgramOrOfAnotherIsRefused) {
    Connection db(":memory:", read_write);
    EXPECT_EQ(migrate(db).error().reason(), Refusal::database_not_ayni);
    create_schema(db);
    db.execute(fmt::format("PRAGMA user_version = {}", schema_version + 1).c_str());
    EXPECT_EQ(migrate(db).error().reason(), Refusal::database_not_ayni);
}

}  // namespace
}  // namespace ayni
