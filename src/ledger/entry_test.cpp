#include "ledger/entry.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ayni {
namespace {

const Currency pen = Currency::known("PEN");
const Currency usd = Currency::known("USD");

Leg leg(AccountRole role, std::int64_t minor, Currency currency = pen) {
    return {.role = role, .party = {7}, .about = {}, .item = 0, .amount = {minor, currency}};
}

TEST(Entry, BalancesWhenItsLegsSumToZero) {
    EXPECT_TRUE(check_balanced({leg(AccountRole::bank, 500), leg(AccountRole::cash, -500)}));
}

TEST(Entry, IsRefusedWithoutLegs) {
    EXPECT_EQ(check_balanced({}).error().reason(), Refusal::entry_not_balanced);
}

TEST(Entry, IsRefusedWithALegOfNothing) {
    const auto checked = check_balanced({leg(AccountRole::bank, 0)});
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().problems.front().where, "/legs/0");
}

TEST(Entry, IsRefusedWhenOneCentimoIsMissing) {
    EXPECT_FALSE(check_balanced({leg(AccountRole::bank, 500), leg(AccountRole::cash, -499)}));
}

TEST(Entry, BalancesInEachCurrencyByItself) {
    EXPECT_FALSE(check_balanced({leg(AccountRole::bank, 500), leg(AccountRole::cash, -500, usd)}));
    EXPECT_TRUE(check_balanced({leg(AccountRole::bank, 500), leg(AccountRole::bank, 3, usd),
                                leg(AccountRole::cash, -500), leg(AccountRole::cash, -3, usd)}));
}

TEST(Entry, DoesNotOverflowWhileItIsSummed) {
    const auto most = std::numeric_limits<std::int64_t>::max();
    EXPECT_FALSE(check_balanced({leg(AccountRole::bank, most), leg(AccountRole::cash, most)}));
}

TEST(Reversal, CancelsEveryLegAndNamesWhatItUndoes) {
    const Entry entry{.organisation = {1},
                      .number = {4},
                      .date = {100},
                      .event_date = {90},
                      .kind = EntryKind::settlement,
                      .subject = 9,
                      .party = {7},
                      .reverses = {},
                      .legs = {leg(AccountRole::bank, 500), leg(AccountRole::cash, -500)}};
    const auto reversal = reversal_of(entry, Date{120});
    EXPECT_EQ(reversal.organisation, entry.organisation);
    EXPECT_TRUE(reversal.number.is_none());
    EXPECT_EQ(reversal.date, Date{120});
    EXPECT_EQ(reversal.kind, EntryKind::reversal);
    EXPECT_EQ(reversal.subject, 9);
    EXPECT_EQ(reversal.reverses, entry.number);
    Balances balances;
    balances.add(entry);
    balances.add(reversal);
    EXPECT_TRUE(balances.by_party().empty());
}

RC_GTEST_PROP(Reversal, OfABalancedEntryBalances, (const std::vector<std::int32_t>& amounts)) {
    Entry entry;
    std::int64_t sum = 0;
    for (const auto amount : amounts) {
        if (amount == 0) continue;
        entry.legs.push_back(leg(AccountRole::bank, amount));
        sum += amount;
    }
    if (sum != 0) entry.legs.push_back(leg(AccountRole::surplus, -sum));
    RC_PRE(!entry.legs.empty());
    RC_ASSERT(check_balanced(entry.legs).has_value());
    RC_ASSERT(check_balanced(reversal_of(entry, Date{1}).legs).has_value());
}

}  // namespace
}  // namespace ayni
