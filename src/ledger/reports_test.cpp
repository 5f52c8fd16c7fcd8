#include "ledger/reports.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "ledger/year_end.h"

namespace ayni {
namespace {

using enum AccountRole;

const Currency pen = Currency::known("PEN");
const Date new_year = date_of({2025, 1, 1});

Entry entry(Date date, AccountRole debit, AccountRole credit, std::int64_t minor) {
    Entry made;
    made.date = date;
    made.legs = {{debit, {}, {}, 0, {minor, pen}}, {credit, {}, {}, 0, {-minor, pen}}};
    return made;
}

RC_GTEST_PROP(AccountSums, AreTheBalancesOfAllPartiesTogether,
              (std::vector<std::tuple<std::uint8_t, std::uint8_t, bool, std::int32_t>> legs)) {
    AccountSums sums;
    Balances balances;
    for (const auto& [role, party, in_pen, minor] : legs) {
        Entry made;
        const Money amount{minor, in_pen ? pen : Currency::known("USD")};
        made.legs = {{static_cast<AccountRole>(role % 47), {party}, {}, 0, amount}};
        sums.add(made);
        balances.add(made);
    }
    RC_ASSERT(sums.lines() == balances.by_account());
}

TEST(TrialBalance, TellsWhatWasBeforeFromWhatMoved) {
    TrialBalance books(new_year);
    books.add(entry(new_year - 1, bank, surplus, 500));
    books.add(entry(new_year, purchases_member, bank, 200));
    books.add(entry(new_year + 1, bank, purchases_member, 50));
    const std::vector<TrialLine> expected{
        {bank, {500, pen}, {50, pen}, {200, pen}, {350, pen}},
        {surplus, {-500, pen}, {0, pen}, {0, pen}, {-500, pen}},
        {purchases_member, {0, pen}, {200, pen}, {50, pen}, {150, pen}}};
    EXPECT_EQ(books.lines(), expected);
}

TEST(CashFlow, NamesTheAccountsBesideTheMoney) {
    CashFlow flow(new_year);
    flow.add(entry(new_year - 1, bank, surplus, 500));
    flow.add(entry(new_year, bank, buyer_receivable, 300));
    flow.add(entry(new_year, producer_payable, in_transit, 250));
    flow.add(entry(new_year + 1, in_transit, bank, 250));
    flow.add(entry(new_year + 1, purchases_member, producer_payable, 70));
    EXPECT_EQ(flow.opening().at(pen), Money(500, pen));
    const std::vector<Balance> expected{{buyer_receivable, {}, {300, pen}},
                                        {producer_payable, {}, {-250, pen}}};
    EXPECT_EQ(flow.lines(), expected);
}

TEST(CashFlow, CountsThePettyCashAsMoney) {
    CashFlow flow(new_year);
    flow.add(entry(new_year - 1, bank, surplus, 500));
    flow.add(entry(new_year, petty_cash, bank, 200));
    flow.add(entry(new_year + 1, energy_cost, petty_cash, 30));
    EXPECT_EQ(flow.opening().at(pen), Money(500, pen));
    EXPECT_EQ(flow.lines(), (std::vector<Balance>{{energy_cost, {}, {-30, pen}}}));
}

TEST(YearEnd, TakesWhatIsLeftToTheSurplus) {
    Balances books;
    books.add(entry(new_year, buyer_receivable, sales_produce, 900));
    books.add(entry(new_year, purchases_member, producer_payable, 700));
    const auto legs = year_end_legs(books);
    Entry close;
    close.legs = legs;
    EXPECT_TRUE(check_balanced(legs));
    books.add(close);
    EXPECT_EQ(books.of(surplus, {}, pen), Money(-200, pen));
    EXPECT_TRUE(year_end_legs(books).empty());
}

RC_GTEST_PROP(
    CashFlow, OpeningAndLinesAreWhatThereIs,
    (std::vector<std::tuple<std::uint8_t, std::uint8_t, std::int8_t, std::uint16_t>> moves)) {
    CashFlow flow(new_year);
    std::int64_t money = 0;
    for (const auto& [from, to, day, minor] : moves) {
        const auto made = entry(new_year + day, static_cast<AccountRole>(to % 8),
                                static_cast<AccountRole>(from % 8), minor + 1);
        flow.add(made);
        for (const auto& leg : made.legs)
            if (is_money(leg.role)) money += leg.amount.minor;
    }
    std::int64_t told = 0;
    for (const auto& [currency, amount] : flow.opening()) told += amount.minor;
    for (const auto& line : flow.lines()) told += line.amount.minor;
    RC_ASSERT(told == money);
}

}  // namespace
}  // namespace ayni
