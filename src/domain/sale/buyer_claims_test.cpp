#include "domain/sale/buyer_claims.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "domain/sale/testing.h"

namespace ayni {
namespace {

using namespace testing;

constexpr PartyId gloria{9};

Entry entry(std::int64_t number, EntryKind kind, std::int64_t item, Money amount,
            std::int64_t reverses = 0) {
    Entry made;
    made.number = {number};
    made.kind = kind;
    made.date = made.event_date = Date{20'000 + static_cast<int>(number)};
    made.reverses = {reverses};
    made.legs = {{AccountRole::buyer_receivable, gloria, {}, item, amount},
                 {AccountRole::sales_produce, {}, {}, 0, -amount}};
    return made;
}
std::vector<std::pair<std::int64_t, Money>> open(const std::vector<Entry>& entries) {
    std::vector<std::pair<std::int64_t, Money>> found;
    for (const auto& claim : buyer_claims(entries, gloria))
        found.emplace_back(claim.lot, claim.amount);
    return found;
}
using Open = std::vector<std::pair<std::int64_t, Money>>;

TEST(BuyerClaims, AreWhatIsOpenOfEachLotSinceTheDayOfItsSale) {
    const std::vector entries{entry(1, EntryKind::sale, 7, soles("100")),
                              entry(2, EntryKind::sale, 8, soles("50")),
                              entry(3, EntryKind::receipt, 7, soles("-30")),
                              entry(4, EntryKind::receipt, 8, soles("-50"))};
    EXPECT_EQ(open(entries), (Open{{7, soles("70")}}));
    EXPECT_EQ(buyer_claims(entries, gloria).front().day, entries.front().event_date);
    EXPECT_TRUE(buyer_claims(entries, PartyId{3}).empty());
}

TEST(BuyerClaims, LeaveOutWhatWasReversed) {
    EXPECT_EQ(open({entry(1, EntryKind::sale, 7, soles("100")),
                    entry(2, EntryKind::receipt, 7, soles("-30")),
                    entry(3, EntryKind::reversal, 7, soles("30"), 2)}),
              (Open{{7, soles("100")}}));
}

TEST(BuyerClaims, AboutNoLotAreClosedFromTheOldestOn) {
    EXPECT_EQ(open({entry(1, EntryKind::opening, 0, soles("100")),
                    entry(2, EntryKind::premium, 0, soles("20")),
                    entry(3, EntryKind::receipt, 0, soles("-110"))}),
              (Open{{0, soles("10")}}));
    EXPECT_EQ(open({entry(1, EntryKind::opening, 0, soles("-5"))}), (Open{{0, soles("-5")}}));
}

RC_GTEST_PROP(BuyerClaims, SumToTheBalanceOfTheAccount, ()) {
    std::vector<Entry> entries;
    Balances balances;
    const auto count = *rc::gen::inRange(0, 20);
    for (std::int64_t number = 1; number <= count; ++number) {
        const Money amount{*rc::gen::inRange(-1000, 1000) * 2 + 1, soles("0").currency};
        const auto kind = amount.is_negative() ? EntryKind::receipt : EntryKind::sale;
        entries.push_back(entry(number, kind, *rc::gen::inRange(0, 4), amount));
        balances.add(entries.back());
    }
    Money sum{0, soles("0").currency};
    for (const auto& claim : buyer_claims(entries, gloria)) sum += claim.amount;
    RC_ASSERT(sum == balances.of(AccountRole::buyer_receivable, gloria, sum.currency));
}

}  // namespace
}  // namespace ayni
