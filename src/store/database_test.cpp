#include "store/database.h"

#include <vector>

#include <gtest/gtest.h>

namespace ayni {
namespace {

using enum Connection::Access;

// The numbers of a table, and their names in Quechua.
void make_numbers(Connection& db) {
    db.execute("CREATE TABLE number (value BIGINT PRIMARY KEY, name TEXT) WITHOUT ROWID");
    db.execute("INSERT INTO number VALUES (2, 'iskay'), (1, 'huk'), (3, 'kimsa'), (4, NULL)");
}

std::vector<std::int64_t> above(Connection& db, std::int64_t least) {
    std::vector<std::int64_t> found;
    auto query = db.scan("value", "FROM number WHERE value > $1");
    query.integer(least);
    db.each(query, [&](const Row& row) { found.push_back(row.integer_at(0)); });
    return found;
}

TEST(Database, ShowsEveryRowOfAScan) {
    Connection db(":memory:", read_write);
    make_numbers(db);
    EXPECT_EQ(above(db, 1), (std::vector<std::int64_t>{2, 3, 4}));
    EXPECT_EQ(above(db, 3), (std::vector<std::int64_t>{4}));
    EXPECT_TRUE(above(db, 4).empty());
}

TEST(Database, AScanReadsTextsAndNumbers) {
    Connection db(":memory:", read_write);
    make_numbers(db);
    std::string said;
    auto query = db.scan("name, value", "FROM number");
    db.each(query, [&](const Row& row) {
        said += std::string(row.text_at(0)) + std::to_string(row.integer_at(1)) + " ";
    });
    EXPECT_EQ(said, "huk1 iskay2 kimsa3 4 ");
}

TEST(Database, AScanMayBeginInsideAnother) {
    Connection db(":memory:", read_write);
    make_numbers(db);
    std::vector<std::int64_t> pairs;
    auto query = db.scan("value, name", "FROM number");
    db.each(query, [&](const Row& row) {
        for (const auto larger : above(db, row.integer_at(0)))
            pairs.push_back(row.integer_at(0) * 10 + larger);
    });
    EXPECT_EQ(pairs, (std::vector<std::int64_t>{12, 13, 14, 23, 24, 34}));
}

TEST(Database, AfterAFailedScanTheNextIsHeard) {
    Connection db(":memory:", read_write);
    make_numbers(db);
    auto query = db.scan("value", "FROM number WHERE value = abs($1)");
    query.integer(INT64_MIN);
    EXPECT_THROW(db.each(query, [](const Row&) {}), DatabaseError);
    EXPECT_EQ(above(db, 3), (std::vector<std::int64_t>{4}));
}

}  // namespace
}  // namespace ayni
