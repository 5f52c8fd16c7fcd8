#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "ledger/entry.h"

namespace ayni {
namespace {

const Currency pen = Currency::known("PEN");

Leg leg(AccountRole role, std::int64_t party, std::int64_t minor, std::int64_t item = 0) {
    return {.role = role, .party = {party}, .about = {}, .item = item, .amount = {minor, pen}};
}

Entry entry(std::vector<Leg> legs) {
    Entry made;
    made.legs = std::move(legs);
    return made;
}

Entry milk(std::int64_t party, std::int64_t minor) {
    return entry({leg(AccountRole::purchases_member, 0, minor),
                  leg(AccountRole::producer_payable, party, -minor)});
}

TEST(Balances, AreByRoleThenParty) {
    Balances balances;
    balances.add(milk(9, 300));
    balances.add(milk(2, 100));
    balances.add(milk(9, 50));
    const std::vector<Balance> expected{{AccountRole::producer_payable, {2}, {-100, pen}},
                                        {AccountRole::producer_payable, {9}, {-350, pen}},
                                        {AccountRole::purchases_member, {}, {450, pen}}};
    EXPECT_EQ(balances.by_party(), expected);
}

TEST(Balances, OfAnAccountSumItsParties) {
    Balances balances;
    balances.add(milk(9, 300));
    balances.add(milk(2, 100));
    const std::vector<Balance> expected{{AccountRole::producer_payable, {}, {-400, pen}},
                                        {AccountRole::purchases_member, {}, {400, pen}}};
    EXPECT_EQ(balances.by_account(), expected);
}

TEST(Balances, OfAnUnknownPartyAreZero) {
    EXPECT_EQ(Balances{}.of(AccountRole::bank, {1}, pen), Money(0, pen));
}

RC_GTEST_PROP(Balances, DoNotDependOnTheOrderOfEntries,
              (std::vector<std::pair<std::uint8_t, std::int32_t>> amounts)) {
    const auto sum = [&] {
        Balances balances;
        for (const auto& [party, minor] : amounts) balances.add(milk(party, minor));
        return balances.by_party();
    };
    const auto forwards = sum();
    std::ranges::reverse(amounts);
    RC_ASSERT(sum() == forwards);
    std::int64_t total = 0;
    for (const auto& line : forwards) total += line.amount.minor;
    RC_ASSERT(total == 0);
}

TEST(OpenItems, CloseExactlyAtZero) {
    const std::vector<Entry> entries{
        entry({leg(AccountRole::input_receivable, 2, 5000, 71), leg(AccountRole::bank, 0, -5000)}),
        entry({leg(AccountRole::input_receivable, 2, 900, 72), leg(AccountRole::bank, 0, -900)}),
        entry({leg(AccountRole::producer_payable, 2, 2000),
               leg(AccountRole::input_receivable, 2, -2000, 71)}),
        entry({leg(AccountRole::producer_payable, 2, 900),
               leg(AccountRole::input_receivable, 2, -900, 72)})};
    const std::vector<OpenItem> expected{{AccountRole::input_receivable, {2}, 71, {3000, pen}}};
    EXPECT_EQ(open_items(entries), expected);
}

TEST(Holds, LeaveLessToDisposeOf) {
    Balances balances;
    balances.add(milk(2, 1000));
    const Hold dispute{.role = AccountRole::producer_payable, .party = {2}, .amount = {400, pen}};
    EXPECT_EQ(available(balances, {}, AccountRole::producer_payable, {2}, pen), Money(1000, pen));
    EXPECT_EQ(available(balances, {dispute}, AccountRole::producer_payable, {2}, pen),
              Money(600, pen));
    EXPECT_EQ(place_hold(balances, {}, dispute), dispute);
    EXPECT_TRUE(place_hold(balances, {dispute}, dispute));
}

TEST(Holds, AreRefusedBeyondTheBalance) {
    Balances balances;
    balances.add(milk(2, 1000));
    const Hold hold{.role = AccountRole::producer_payable, .party = {2}, .amount = {600, pen}};
    const auto second = place_hold(balances, {hold}, hold);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().reason(), Refusal::hold_exceeds_balance);
    EXPECT_EQ(second.error().problems.front().detail, "4.00");
}

TEST(Holds, AreRefusedOnABalanceOfTheOtherSide) {
    Balances balances;
    balances.add(milk(2, -1000));  // he owes us: nothing of it can be paid to him
    const Hold hold{.role = AccountRole::producer_payable, .party = {2}, .amount = {1, pen}};
    EXPECT_FALSE(place_hold(balances, {}, hold));
}

TEST(Holds, AreRefusedUnlessAboveZero) {
    const Hold hold{.role = AccountRole::producer_payable, .party = {2}, .amount = {0, pen}};
    EXPECT_EQ(place_hold({}, {}, hold).error().reason(), Refusal::amount_not_positive);
}

TEST(Account, ClassesFollowThePostingTable) {
    EXPECT_EQ(class_of(AccountRole::claim_receivable), AccountClass::asset);
    EXPECT_EQ(class_of(AccountRole::producer_payable), AccountClass::liability);
    EXPECT_EQ(class_of(AccountRole::share_capital), AccountClass::equity);
    EXPECT_EQ(class_of(AccountRole::cost_recovered), AccountClass::income);
    EXPECT_EQ(class_of(AccountRole::rounding), AccountClass::expense);
}

}  // namespace
}  // namespace ayni
