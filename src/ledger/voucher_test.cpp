#include "ledger/voucher.h"

#include <gtest/gtest.h>

namespace ayni {
namespace {

using enum AccountRole;

const Currency pen = Currency::known("PEN");

std::pair<Refusal, std::string> refused(const std::vector<VoucherLine>& lines,
                                        AccountRole paid_from = bank, PartyId payee = {}) {
    const auto legs = voucher_legs(lines, paid_from, payee, pen);
    if (legs) return {};
    return {legs.error().reason(), legs.error().problems.front().where};
}

TEST(Voucher, DebitsEachLineAndCreditsWhatPaid) {
    const auto legs = voucher_legs(
        {{personnel_cost, {}, {120'000, pen}}, {input_vat, {}, {900, pen}}}, cash, {7}, pen);
    ASSERT_TRUE(legs);
    EXPECT_TRUE(check_balanced(*legs));
    EXPECT_EQ(legs->back(), (Leg{cash, {}, {7}, 0, {-120'900, pen}}));
}

TEST(Voucher, OnCreditIsOwedToThePayee) {
    const auto legs = voucher_legs({{energy_cost, {}, {50, pen}}}, trade_payable, {7}, pen);
    ASSERT_TRUE(legs);
    EXPECT_EQ(legs->back(), (Leg{trade_payable, {7}, {}, 0, {-50, pen}}));
}

TEST(Voucher, IsPaidFromTheAdvanceOfWhoAccountsForIt) {
    const auto legs = voucher_legs({{energy_cost, {}, {50, pen}}}, staff_advance, {7}, pen);
    ASSERT_TRUE(legs);
    EXPECT_EQ(legs->back(), (Leg{staff_advance, {7}, {}, 0, {-50, pen}}));
}

TEST(Voucher, OfSpoiledMilkIsOwedToTheProducerAndClaimedOfWhoLetItSpoil) {
    const auto owed = voucher_legs({{compensation, {}, {50, pen}}}, producer_payable, {7}, pen);
    ASSERT_TRUE(owed);
    EXPECT_EQ(owed->back(), (Leg{producer_payable, {7}, {}, 0, {-50, pen}}));
    const auto claimed = voucher_legs({{claim_receivable, {9}, {50, pen}}}, compensation, {}, pen);
    ASSERT_TRUE(claimed);
    EXPECT_EQ(claimed->front(), (Leg{claim_receivable, {9}, {}, 0, {50, pen}}));
    EXPECT_EQ(claimed->back(), (Leg{compensation, {}, {}, 0, {-50, pen}}));
    EXPECT_EQ(entry_kind_of(producer_payable), EntryKind::compensation);
    EXPECT_EQ(entry_kind_of(compensation), EntryKind::compensation);
    EXPECT_EQ(entry_kind_of(cash), EntryKind::voucher);
    const Money one{100, pen};
    EXPECT_EQ(refused({{general_cost, {}, one}}, producer_payable, {7}).second, "/lines/0/account");
    EXPECT_EQ(refused({{general_cost, {}, one}}, compensation).second, "/lines/0/account");
    EXPECT_EQ(refused({{compensation, {}, one}}, producer_payable).second, "/payee");
}

TEST(Voucher, RefusesWhatOtherPapersKeep) {
    using enum Refusal;
    const Money one{100, pen};
    EXPECT_EQ(refused({{producer_payable, {1}, one}}).first, not_a_choice);
    EXPECT_EQ(refused({{bank, {}, one}}).second, "/lines/0/account");
    EXPECT_EQ(refused({{general_cost, {}, one}}, sales_produce).second, "/paid_from");
    EXPECT_EQ(refused({{general_cost, {}, one}}, trade_payable).second, "/payee");
    EXPECT_EQ(refused({{withheld_third_party, {}, one}}).second, "/lines/0/party");
    EXPECT_EQ(refused({{general_cost, {}, one}, {general_cost, {}, {0, pen}}}).second,
              "/lines/1/amount");
    EXPECT_EQ(refused({{general_cost, {}, {-1, pen}}}).first, amount_not_positive);
    EXPECT_EQ(refused({{general_cost, {}, {1, Currency::known("USD")}}}).first, currencies_differ);
    EXPECT_EQ(refused({}).second, "/lines");
}

}  // namespace
}  // namespace ayni
