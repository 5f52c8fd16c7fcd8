#include "domain/people/merged_party.h"

#include <gtest/gtest.h>

namespace ayni {
namespace {

const Currency pen = Currency::of("PEN").value();
constexpr PartyId a{1}, b{2}, c{3};

MergedParty merged(PartyId other, PartyId kept, std::int64_t position, std::int64_t parted = 0) {
    MergedParty row;
    row.other = other;
    row.kept = kept;
    row.position = position;
    row.parted = parted;
    return row;
}

TEST(KeptParties, LeadThroughWhatWasMergedTwice) {
    const KeptParties kept({merged(a, b, 5), merged(b, c, 9)}, INT64_MAX);
    EXPECT_EQ(kept.of(a), c);
    EXPECT_EQ(kept.of(b), c);
    EXPECT_EQ(kept.of(c), c);
    EXPECT_EQ(kept.into(c), (std::vector{a, b}));
}

TEST(KeptParties, AreAsTheLogStood) {
    const std::vector rows{merged(a, b, 5, 8)};
    EXPECT_EQ(KeptParties(rows, 5).of(a), a);
    EXPECT_EQ(KeptParties(rows, 6).of(a), b);
    EXPECT_EQ(KeptParties(rows, 8).of(a), b);
    EXPECT_EQ(KeptParties(rows, 9).of(a), a);
}

TEST(KeptParties, EndWhereRowsOfADamagedFileLeadBack) {
    const KeptParties kept({merged(a, b, 5), merged(b, a, 9), merged(c, c, 9)}, INT64_MAX);
    EXPECT_EQ(kept.of(c), c);
    EXPECT_EQ(kept.of(a), kept.of(a));
}

TEST(MovingLegs, TakeEveryBalanceAndItemAlong) {
    Entry entry;
    entry.legs = {{AccountRole::input_receivable, a, {}, 7, {100, pen}},
                  {AccountRole::producer_payable, a, {}, 0, {-30, pen}},
                  {AccountRole::producer_payable, b, {}, 0, {-70, pen}}};
    PartyBalances stands(a);
    stands.add(entry);
    const auto legs = moving_legs(stands.all(), c);
    EXPECT_TRUE(check_balanced(legs).has_value());
    ASSERT_EQ(legs.size(), 4U);
    PartyBalances moved(a);
    moved.add(entry);
    Entry merge;
    merge.legs = legs;
    moved.add(merge);
    EXPECT_TRUE(moved.all().empty());
}

}  // namespace
}  // namespace ayni
