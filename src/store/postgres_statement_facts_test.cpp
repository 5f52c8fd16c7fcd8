#include "store/postgres_statement_facts.h"

#include <gtest/gtest.h>

namespace ayni {
namespace {

using enum StatementFacts::Kind;

TEST(StatementFacts, KnowAReadingOfOneOrganisation) {
    const auto facts = facts_of_statement(
        "SELECT a.x FROM application a JOIN settlement s ON s.organisation = a.organisation AND "
        "s.number = a.settlement WHERE a.organisation = $1");
    EXPECT_EQ(facts.kind, reading);
    EXPECT_EQ(facts.tables, (std::vector<std::string>{"application", "settlement"}));
    EXPECT_TRUE(facts.is_of_organisation);
    EXPECT_TRUE(
        facts_of_statement("SELECT name FROM organisation WHERE id = $1").is_of_organisation);
}

TEST(StatementFacts, DoNotTakeForOneOrganisationWhatReadsOthersToo) {
    for (const auto* sql :
         {"SELECT max(id) FROM user_account", "SELECT 1 FROM role_grant WHERE user = $1",
          "SELECT 1 FROM lot WHERE organisation = $1 AND buyer IN (SELECT id FROM user_account)",
          "SELECT 1 FROM lot WHERE organisation = $10", "SELECT pg_try_advisory_lock(1)"})
        EXPECT_FALSE(facts_of_statement(sql).is_of_organisation) << sql;
}

TEST(StatementFacts, KnowAnInsertionOfOneRow) {
    const auto facts = facts_of_statement(
        "INSERT INTO statement (organisation, settlement) VALUES ($1, $2)");
    EXPECT_EQ(facts.kind, insertion);
    EXPECT_EQ(facts.tables, std::vector<std::string>{"statement"});
    EXPECT_TRUE(facts.is_of_organisation);
    EXPECT_FALSE(
        facts_of_statement("INSERT INTO session (token, user) VALUES ($1, $2)").is_of_organisation);
    for (const auto* sql :
         {"INSERT INTO late_change (organisation, x) SELECT organisation, $2 FROM settlement WHERE "
          "organisation = $1",
          "INSERT INTO a (organisation, b) VALUES ($1, $2) ON CONFLICT DO NOTHING",
          "INSERT INTO a (organisation, b) VALUES ($1, 2)",
          "UPDATE source SET last = $3 WHERE organisation = $1", "DELETE FROM session"})
        EXPECT_EQ(facts_of_statement(sql).kind, writing) << sql;
}

TEST(StatementFacts, KnowAWritingFromRowsOfTheSameOrganisation) {
    EXPECT_TRUE(facts_of_statement("INSERT INTO late_change (organisation, x) SELECT organisation, "
                                   "$2 FROM settlement WHERE organisation = $1 AND state <> $3")
                    .is_of_organisation);
    EXPECT_FALSE(facts_of_statement("INSERT INTO late_change (organisation, x) SELECT "
                                    "organisation, $2 FROM settlement WHERE state <> $1")
                     .is_of_organisation);
    EXPECT_TRUE(facts_of_statement("UPDATE source SET last = $3 WHERE organisation = $1 AND "
                                   "source = $2 AND last < $3")
                    .is_of_organisation);
    EXPECT_FALSE(
        facts_of_statement("UPDATE session SET seen = $2 WHERE token = $1").is_of_organisation);
}

TEST(StatementFacts, MakeTheTextsForMany) {
    EXPECT_EQ(text_for_many("SELECT max(number) FROM entry WHERE organisation = $1 AND x = $12"),
              "SELECT ahead.organisation, found.* FROM unnest($1::bigint[]) AS ahead "
              "(organisation) CROSS JOIN LATERAL (SELECT max(number) FROM entry WHERE organisation "
              "= ahead.organisation AND x = $12) AS found");
    EXPECT_EQ(text_of_many_rows("INSERT INTO a (b, c) VALUES ($1, $2)", {"bigint", "bytea"}),
              "INSERT INTO a (b, c) SELECT * FROM unnest($1::bigint[], $2::bytea[])");
    EXPECT_EQ(with_values("a = $1 AND b = $2 AND c = $1", {"(7)", "(-1)"}),
              "a = (7) AND b = (-1) AND c = (7)");
}

}  // namespace
}  // namespace ayni
