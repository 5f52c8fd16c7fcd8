#include "domain/settlement/carry_over.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "domain/settlement/testing.h"

namespace ayni {
namespace {

using namespace testing;

// One producer's debts from fortnight to fortnight, as posting keeps them.
class Fortnights {
public:
    Fortnights(WaterfallTerms waterfall, ProducerFacts producer)
        : waterfall_(std::move(waterfall)), producer_(std::move(producer)) {}

    StatementFigures settle(Quantity quantity) {
        auto period = inputs(terms_of({base("1.00")}), waterfall_, {producer_},
                             {delivery(producer_.party.number, day(3), "0")});
        period.deliveries.front().quantity = quantity;
        const auto statement = value_of_result(ayni::settle(period)).front();
        const auto after = carry_over(statement);
        for (const auto& each : after.obligations) take(each);
        for (const auto& charge : after.charges) owe(charge);
        return statement;
    }
    [[nodiscard]] Money open(const std::string& rule) const {
        Money sum{0, pen};
        for (const auto& due : producer_.obligations)
            if (due.rule == rule) sum += due.remaining;
        return sum;
    }
    void agree(WaterfallTerms waterfall) { waterfall_ = std::move(waterfall); }
    [[nodiscard]] ProducerFacts& producer() { return producer_; }

private:
    WaterfallTerms waterfall_;
    ProducerFacts producer_;
    std::int64_t next_ = 100;

    void take(const AskedAndTaken& each) {
        auto& debts = producer_.obligations;
        const auto due = std::ranges::find(debts, each.obligation, &DueObligation::number);
        due->remaining -= each.taken;
        due->overdue = each.asked - each.taken;
        if (due->interest.currency == pen) due->interest -= least(due->interest, each.taken);
        if (due->remaining.is_zero()) debts.erase(due);
    }
    void owe(const CarriedCharge& charge) {
        auto due = debt(next_++, charge.kind, "1", "1");
        due.remaining = due.instalment = charge.amount;
        due.rule = waterfall_.rules.at(static_cast<std::size_t>(charge.rule)).code;
        producer_.obligations.push_back(due);
    }
};

std::vector<std::string> deductions(const StatementFigures& statement) {
    std::vector<std::string> told;
    for (const auto& line : lines_of(statement, LineKind::deduction))
        told.push_back(std::to_string(line.place) + " ref " + std::to_string(line.reference) + " " +
                       print_amount(line.amount) + " carried " + print_amount(line.carried));
    return told;
}
using Texts = std::vector<std::string>;

TEST(CarryOver, OfARuleIsAskedBesideItsNextCharge) {
    Fortnights fortnights(
        waterfall_of({unit_rule("transport", DeductionKind::own_service, "0.60", 1)}, "0.40"),
        member(1));
    EXPECT_EQ(deductions(fortnights.settle(kg("100"))), Texts{"0 ref 0 40.00 carried 20.00"});
    // 40.00 for 60.00 and 20.00.
    EXPECT_EQ(deductions(fortnights.settle(kg("100"))),
              (Texts{"0 ref 0 30.00 carried 30.00", "0 ref 100 10.00 carried 10.00"}));
    EXPECT_EQ(fortnights.open("transport"), soles("40"));
}

TEST(CarryOver, IsAskedByTheFirstRuleOfItsKindWhenItsOwnIsGone) {
    const auto transport = unit_rule("transport", DeductionKind::own_service, "0.60", 1);
    Fortnights fortnights(waterfall_of({transport}, "0.40"), member(1));
    (void)fortnights.settle(kg("100"));
    auto freight = transport;
    freight.code = "freight";
    freight.price = price_of("0.10");
    const auto retention = share_rule("kept", DeductionKind::retention, "0.01", 1);
    auto other = freight;
    other.code = "other";
    other.rank = 2;
    fortnights.agree(waterfall_of({retention, other, freight}));
    EXPECT_EQ(deductions(fortnights.settle(kg("100"))),
              (Texts{"0 ref 0 1.00 carried 0.00", "2 ref 0 10.00 carried 0.00",
                     "2 ref 100 20.00 carried 0.00", "1 ref 0 10.00 carried 0.00"}));
}

TEST(CarryOver, WaitsWhereNoRuleOfItsKindIsLeft) {
    Fortnights fortnights(
        waterfall_of({unit_rule("transport", DeductionKind::own_service, "0.60", 1)}, "0.40"),
        member(1));
    (void)fortnights.settle(kg("100"));
    fortnights.agree(waterfall_of({share_rule("kept", DeductionKind::retention, "0.01", 1)}));
    EXPECT_EQ(deductions(fortnights.settle(kg("100"))), Texts{"0 ref 0 1.00 carried 0.00"});
    EXPECT_EQ(fortnights.open("transport"), soles("20"));
}

TEST(CarryOver, OfCapitalIsNotAskedOfWhoIsNoMemberAnyMore) {
    Fortnights fortnights(
        waterfall_of({share_rule("capital", DeductionKind::capital, "0.10", 1)}, "0.04"),
        member(1));
    (void)fortnights.settle(kg("100"));
    fortnights.producer().member_in.clear();
    EXPECT_EQ(deductions(fortnights.settle(kg("100"))), Texts{});
    EXPECT_EQ(fortnights.open("capital"), soles("6"));
}

TEST(CarryOver, OfAnInstalmentIsAskedWithTheNextOne) {
    Fortnights fortnights(waterfall_of({obligation_rule("loan", DeductionKind::loan, 1)}, "0.40"),
                          member(1, {debt(71, DeductionKind::loan, "200", "20")}));
    EXPECT_EQ(deductions(fortnights.settle(kg("10"))), Texts{"0 ref 71 4.00 carried 16.00"});
    EXPECT_EQ(deductions(fortnights.settle(kg("1000"))), Texts{"0 ref 71 36.00 carried 0.00"});
    EXPECT_EQ(deductions(fortnights.settle(kg("1000"))), Texts{"0 ref 71 20.00 carried 0.00"});
}

TEST(CarryOver, OfInstalmentsGrowsUntilAllThatRemainsIsAsked) {
    auto waterfall = waterfall_of({obligation_rule("loan", DeductionKind::loan, 1)}, "0.00");
    Fortnights fortnights(waterfall, member(1, {debt(71, DeductionKind::loan, "50", "20")}));
    EXPECT_EQ(deductions(fortnights.settle(kg("10"))), Texts{"0 ref 71 0.00 carried 20.00"});
    EXPECT_EQ(deductions(fortnights.settle(kg("10"))), Texts{"0 ref 71 0.00 carried 40.00"});
    EXPECT_EQ(deductions(fortnights.settle(kg("10"))), Texts{"0 ref 71 0.00 carried 50.00"});
}

TEST(CarryOver, OfALoanServesItsInterestFirst) {
    auto loan = debt(71, DeductionKind::loan, "60", "20");
    loan.interest = soles("10");
    Fortnights fortnights(waterfall_of({obligation_rule("loan", DeductionKind::loan, 1)}, "0.40"),
                          member(1, {loan}));
    const auto first = fortnights.settle(kg("10"));
    EXPECT_EQ(deductions(first),
              (Texts{"0 ref 71 4.00 carried 6.00", "0 ref 71 0.00 carried 10.00"}));
    EXPECT_EQ(lines_of(first, LineKind::deduction).front().deduction, DeductionKind::interest);
    EXPECT_EQ(carry_over(first).obligations,
              (std::vector<AskedAndTaken>{{{71}, soles("20"), soles("4")}}));
    EXPECT_EQ(deductions(fortnights.settle(kg("1000"))),
              (Texts{"0 ref 71 6.00 carried 0.00", "0 ref 71 30.00 carried 0.00"}));
    EXPECT_EQ(deductions(fortnights.settle(kg("1000"))), Texts{"0 ref 71 20.00 carried 0.00"});
}

TEST(CarryOver, OfALoanWhoseInstalmentIsAllInterestIsOneLine) {
    auto loan = debt(71, DeductionKind::loan, "60", "5");
    loan.interest = soles("10");
    Fortnights fortnights(waterfall_of({obligation_rule("loan", DeductionKind::loan, 1)}),
                          member(1, {loan}));
    EXPECT_EQ(deductions(fortnights.settle(kg("100"))), Texts{"0 ref 71 5.00 carried 0.00"});
}

Money charged(const WaterfallTerms& terms, const DeductionRule& rule, Quantity quantity,
              Money gross) {
    if (rule.price) return value_of_result(value_of(quantity, *rule.price, pen, terms.rounding));
    return value_of_result(share_of(gross, *rule.rate, terms.rounding));
}

RC_GTEST_PROP(CarryOver, LosesNothingThatARuleAsked, ()) {
    auto waterfall = waterfall_of({unit_rule("transport", DeductionKind::own_service, "0.30", 1),
                                   share_rule("capital", DeductionKind::capital, "0.25", 1),
                                   share_rule("kept", DeductionKind::retention, "0.40", 2),
                                   obligation_rule("loan", DeductionKind::loan, 2)});
    Fortnights fortnights(waterfall, member(1, {debt(71, DeductionKind::loan, "900", "7")}));
    std::vector<Money> asked(3, Money{0, pen}), taken(3, Money{0, pen});
    const auto periods = *rc::gen::inRange(1, 8);
    for (int period = 0; period < periods; ++period) {
        waterfall.cap = Rate{*rc::gen::inRange(0, 1'000'001)};
        fortnights.agree(waterfall);
        const Quantity quantity{*rc::gen::inRange(1, 90'000)};
        const auto statement = fortnights.settle(quantity);
        for (std::size_t i = 0; i < asked.size(); ++i)
            asked[i] += charged(waterfall, waterfall.rules[i], quantity, statement.gross);
        for (const auto& line : lines_of(statement, LineKind::deduction))
            if (line.place < 3) taken[static_cast<std::size_t>(line.place)] += line.amount;
        for (std::size_t i = 0; i < asked.size(); ++i)
            RC_ASSERT(asked[i] == taken[i] + fortnights.open(waterfall.rules[i].code));
    }
}

RC_GTEST_PROP(CarryOver, AsksEveryInstalmentThatFellDue, ()) {
    auto waterfall = waterfall_of({obligation_rule("loan", DeductionKind::loan, 1)});
    const auto agreed = debt(71, DeductionKind::loan, "90", "7");
    Fortnights fortnights(waterfall, member(1, {agreed}));
    Money due{0, pen}, taken{0, pen};
    for (int period = *rc::gen::inRange(1, 15); period > 0; --period) {
        waterfall.cap = Rate{*rc::gen::inRange(0, 1'000'001)};
        fortnights.agree(waterfall);
        due = least(due + agreed.instalment, agreed.remaining);
        Money open{0, pen};
        for (const auto& line : lines_of(fortnights.settle(kg("10")), LineKind::deduction)) {
            taken += line.amount;
            open += line.carried;
        }
        RC_ASSERT(due == taken + open);
    }
}

}  // namespace
}  // namespace ayni
