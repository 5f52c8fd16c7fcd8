#include "domain/sale/reconcile_lot.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "domain/sale/sale_legs.h"
#include "domain/sale/testing.h"

namespace ayni {
namespace {

using namespace testing;

constexpr PartyId gloria{9};
constexpr LotNumber lot{4};
constexpr Tolerance one_percent{Rate{10'000}, Rate{10'000}};
const OurLot ours{Quantity{1'000'000}, soles("1500")};

BuyersLot his(std::int64_t grams, const char* amount) {
    return {Quantity{grams}, soles(amount), soles("0"), soles("0")};
}
Reconciliation found(const BuyersLot& buyers, Tolerance tolerance = one_percent) {
    return reconcile_lot(ours, buyers, tolerance, soles("0"));
}

TEST(ReconcileLot, IsAgreedWhereBothSayTheSame) {
    EXPECT_EQ(found(his(1'000'000, "1500")).outcome, LineOutcome::agreed);
    EXPECT_EQ(found(his(900'000, "1500"), {}).outcome, LineOutcome::agreed);
    EXPECT_TRUE(
        reconciliation_legs(found(his(1'000'000, "1500")), gloria, lot, AccountRole::sales_produce)
            .empty());
}

TEST(ReconcileLot, TakesACentimoAtTheSameWeightForTheResidueOfTwoRoundings) {
    const auto residue = found(his(1'000'000, "1499.99"), {});
    EXPECT_EQ(residue.outcome, LineOutcome::rounding);
    EXPECT_EQ(reconciliation_legs(residue, gloria, lot, AccountRole::sales_produce),
              (std::vector<Leg>{{AccountRole::buyer_receivable, gloria, {}, 4, soles("-0.01")},
                                {AccountRole::rounding, {}, {}, 0, soles("0.01")}}));
    EXPECT_EQ(found(his(1'000'000, "1499.98"), {}).outcome, LineOutcome::disputed);
    EXPECT_EQ(found(his(999'999, "1499.99"), {}).outcome, LineOutcome::disputed);
}

TEST(ReconcileLot, CorrectsTheSaleWithinWhatWasSigned) {
    const auto within = found(his(990'000, "1485"));
    EXPECT_EQ(within.outcome, LineOutcome::corrected);
    EXPECT_EQ(reconciliation_legs(within, gloria, lot, AccountRole::sales_produce),
              (std::vector<Leg>{{AccountRole::buyer_receivable, gloria, {}, 4, soles("-15")},
                                {AccountRole::sales_produce, {}, {}, 0, soles("15")}}));
    EXPECT_EQ(found(his(989'999, "1485")).outcome, LineOutcome::disputed);
    EXPECT_EQ(found(his(990'000, "1484.99")).outcome, LineOutcome::disputed);
    EXPECT_EQ(found(his(1'010'000, "1515")).outcome, LineOutcome::corrected);
}

TEST(ReconcileLot, TakesInputsOffOnlyAsFarAsHeAdvancedThem) {
    auto buyers = his(1'000'000, "1500");
    buyers.inputs = soles("100");
    const auto backed = reconcile_lot(ours, buyers, one_percent, soles("100"));
    EXPECT_EQ(backed, (Reconciliation{LineOutcome::agreed, soles("100"), soles("0")}));
    EXPECT_EQ(reconciliation_legs(backed, gloria, lot, AccountRole::sales_produce),
              (std::vector<Leg>{{AccountRole::buyer_advance, gloria, {}, 0, soles("100")},
                                {AccountRole::buyer_receivable, gloria, {}, 4, soles("-100")}}));
    const auto beyond = reconcile_lot(ours, buyers, one_percent, soles("80"));
    EXPECT_EQ(beyond, (Reconciliation{LineOutcome::disputed, soles("80"), soles("-20")}));
    buyers.inputs = soles("0");
    buyers.penalty = soles("15");
    EXPECT_EQ(found(buyers).outcome, LineOutcome::corrected);
}

TEST(ReconcileLot, LeavesOnlyWhatHeSaysLessInDispute) {
    LiquidationLine line;
    line.weight = {900'000};
    line.amount = soles("1350");
    line.inputs = line.penalty = line.backed = soles("0");
    line.ours = soles("1500");
    line.outcome = LineOutcome::disputed;
    EXPECT_EQ(contested(line), soles("150"));
    line.amount = soles("1700");
    EXPECT_EQ(contested(line), soles("0"));
    line.outcome = LineOutcome::corrected;
    line.amount = soles("1499");
    EXPECT_EQ(contested(line), soles("0"));
}

RC_GTEST_PROP(ReconcileLot, PostsWhatHeGivesUnlessItIsDisputed, ()) {
    const auto money = [](int most) {
        return Money{*rc::gen::inRange(0, most), soles("0").currency};
    };
    const OurLot mine{Quantity{*rc::gen::inRange(1, 2'000'000)}, money(500'000)};
    const BuyersLot theirs{Quantity{*rc::gen::inRange(1, 2'000'000)}, money(500'000), money(2'000),
                           money(2'000)};
    const Tolerance tolerance{Rate{*rc::gen::inRange(0, 1'000'001)},
                              Rate{*rc::gen::inRange(0, 1'000'001)}};
    const auto outcome = reconcile_lot(mine, theirs, tolerance, money(3'000));
    auto receivable = mine.value;
    const auto legs = reconciliation_legs(outcome, gloria, lot, AccountRole::sales_produce);
    for (const auto& leg : legs)
        if (leg.role == AccountRole::buyer_receivable) receivable += leg.amount;
    if (!legs.empty()) RC_ASSERT(check_balanced(legs).has_value());
    const auto net = theirs.amount - theirs.penalty - theirs.inputs;
    RC_ASSERT(receivable ==
              (outcome.outcome == LineOutcome::disputed ? mine.value - outcome.backed : net));
}

}  // namespace
}  // namespace ayni
