#include "domain/capital/share_register.h"

#include <gtest/gtest.h>

#include "domain/capital/capital_movement.h"

namespace ayni {
namespace {

const Currency pen = Currency::of("PEN").value();
constexpr PartyId rosa{7};

Money soles(std::int64_t cents) { return {cents, pen}; }

Entry of_kind(std::int64_t number, EntryKind kind, std::int64_t credited) {
    Entry entry;
    entry.number = {number};
    entry.kind = kind;
    entry.legs = {{AccountRole::share_capital, rosa, {}, 0, soles(-credited)},
                  {AccountRole::bank, {}, {}, 0, soles(credited)}};
    return entry;
}

Entry undone(const Entry& entry, std::int64_t number) {
    auto reversal = reversal_of(entry, Date{1});
    reversal.number = {number};
    return reversal;
}

TEST(ShareRegister, SaysHowCapitalCame) {
    ShareRegister shares(pen);
    shares.add(of_kind(1, EntryKind::settlement, 1000));
    shares.add(of_kind(2, EntryKind::capital, 500));
    shares.add(of_kind(3, EntryKind::capital, -300));
    shares.add(of_kind(4, EntryKind::opening, 70));
    const auto& line = shares.lines().at(rosa);
    EXPECT_EQ(line.settled, soles(1000));
    EXPECT_EQ(line.contributed, soles(500));
    EXPECT_EQ(line.refunded, soles(300));
    EXPECT_EQ(line.other, soles(70));
    EXPECT_EQ(shares.of(rosa), soles(1270));
    EXPECT_EQ(shares.of(PartyId{8}), soles(0));
}

TEST(ShareRegister, TakesWhatWasUndoneOffWhereItStood) {
    ShareRegister shares(pen);
    const auto settled = of_kind(1, EntryKind::settlement, 1000);
    const auto paid_in = of_kind(2, EntryKind::capital, 500);
    const auto given_back = of_kind(3, EntryKind::capital, -300);
    for (const auto& entry : {settled, paid_in, given_back, undone(settled, 4), undone(paid_in, 5),
                              undone(given_back, 6)})
        shares.add(entry);
    const auto& line = shares.lines().at(rosa);
    EXPECT_EQ(line.settled, soles(0));
    EXPECT_EQ(line.contributed, soles(0));
    EXPECT_EQ(line.refunded, soles(0));
    EXPECT_EQ(line.other, soles(0));
}

TEST(CapitalLegs, BalanceAndNameTheMember) {
    CapitalMovement moved;
    moved.member = rosa;
    moved.amount = soles(500);
    for (const auto kind : {CapitalKind::contribution, CapitalKind::refund}) {
        moved.kind = kind;
        const auto legs = capital_legs(moved, pen);
        ASSERT_TRUE(legs.has_value());
        EXPECT_TRUE(check_balanced(*legs).has_value());
        EXPECT_EQ(legs->front().party, rosa);
    }
    moved.account = AccountRole::producer_payable;
    EXPECT_TRUE(capital_legs(moved, pen).has_value());
    moved.kind = CapitalKind::contribution;
    EXPECT_EQ(capital_legs(moved, pen).error().reason(), Refusal::not_a_choice);
}

}  // namespace
}  // namespace ayni
