#include "store/postgres_scans_ahead.h"

#include <gtest/gtest.h>

#include "store/postgres_values.h"

namespace ayni {
namespace {

std::string copied(std::int64_t organisation, std::string_view fields) {
    std::string row;
    append_big_endian(row, std::uint32_t{8});
    append_big_endian(row, static_cast<std::uint64_t>(organisation));
    return row.append(fields);
}

class ScannedAhead : public testing::Test {
protected:
    ScannedAhead() {
        scans_.begin({5, 7, "may"}, {7, 8});
        scans_.add(copied(7, "milk"));
        scans_.add(copied(8, "a"));
        scans_.add(copied(8, ""));
    }
    ScansAhead scans_;
};

TEST_F(ScannedAhead, ShowsEachItsOwnOnce) {
    EXPECT_EQ(scans_.take({5, 7, "may"}), std::string("\0\0\0\4milk", 8));
    EXPECT_EQ(scans_.take({5, 8, "may"}), std::string("\0\0\0\1a\0\0\0\0", 9));
    EXPECT_FALSE(scans_.take({5, 7, "may"})) << "it was taken";
}

TEST_F(ScannedAhead, KnowsNoOtherScan) {
    EXPECT_FALSE(scans_.take({6, 7, "may"}));
    EXPECT_FALSE(scans_.take({5, 7, "april"}));
    EXPECT_FALSE(scans_.take({5, 9, "may"}));
    scans_.clear();
    EXPECT_FALSE(scans_.has_begun());
    EXPECT_FALSE(scans_.take({5, 7, "may"}));
}

TEST_F(ScannedAhead, LeavesOutWhoeverHasTooMany) {
    for (std::size_t i = 1; i < ScansAhead::most_rows; ++i) scans_.add(copied(7, "x"));
    EXPECT_FALSE(scans_.take({5, 7, "may"}));
    EXPECT_TRUE(scans_.take({5, 8, "may"}));
}

TEST(ScanForMany, HasALimitForEach) {
    EXPECT_EQ(scan_for_many("SELECT day FROM delivery WHERE organisation = $1 AND day > $2"),
              "SELECT ahead.organisation, found.* FROM unnest($1::bigint[]) AS ahead "
              "(organisation) CROSS JOIN LATERAL (SELECT day FROM delivery WHERE organisation = "
              "ahead.organisation AND day > $2 LIMIT 20000) AS found");
}

}  // namespace
}  // namespace ayni
