#include "store/postgres_text.h"

#include <gtest/gtest.h>

using namespace ayni;

TEST(PostgresText, QuotesAColumnThatIsAWordOfItsOwn) {
    EXPECT_EQ(postgres_text("SELECT user, r.user FROM user_account WHERE user = $1"),
              "SELECT \"user\", r.\"user\" FROM user_account WHERE \"user\" = $1");
}

TEST(PostgresText, LeavesWhatStandsBetweenQuotes) {
    EXPECT_EQ(postgres_text("SELECT 'user', \"user\" FROM t"), "SELECT 'user', \"user\" FROM t");
}
