#include "domain/settlement/claims.h"

#include <gtest/gtest.h>

#include "domain/settlement/testing.h"

namespace ayni {
namespace {

using namespace testing;

// One member (or supplier) who brought 100 kg at 1.00.
SettlementInputs hundred(WaterfallTerms waterfall, ProducerFacts producer) {
    const auto party = producer.party.number;
    return inputs(terms_of({base("1.00")}), waterfall, {std::move(producer)},
                  {delivery(party, day(3), "100")});
}

StatementFigures settled(const SettlementInputs& period) {
    auto statements = value_of_result(settle(period));
    CHECK(statements.size() == 1);
    return statements.front();
}

std::vector<std::string> deductions(const StatementFigures& statement) {
    std::vector<std::string> told;
    for (const auto& line : lines_of(statement, LineKind::deduction))
        told.push_back(std::to_string(line.place) + " ref " + std::to_string(line.reference) + " " +
                       print_amount(line.amount) + " carried " + print_amount(line.carried));
    return told;
}
using Texts = std::vector<std::string>;

TEST(Claims, OfAUnitAndAShareAreRoundedAsTheWaterfallSays) {
    auto waterfall = waterfall_of(
        {unit_rule("transport", DeductionKind::own_service, "0.000125", 1),
         share_rule("retention", DeductionKind::retention, "0.00035", 2)});
    EXPECT_EQ(deductions(settled(hundred(waterfall, member(1)))),
              (Texts{"0 ref 0 0.01 carried 0.00", "1 ref 0 0.04 carried 0.00"}));
    waterfall.rounding = Rounding::down;
    EXPECT_EQ(deductions(settled(hundred(waterfall, member(1)))),
              (Texts{"0 ref 0 0.01 carried 0.00", "1 ref 0 0.03 carried 0.00"}));
}

TEST(Claims, OfObligationsAreTheirInstalmentsButNeverMoreThanRemains) {
    auto due = debt(73, DeductionKind::input, "30", "10");
    due.first_due = day(16);
    const auto waterfall = waterfall_of({obligation_rule("input", DeductionKind::input, 1)});
    EXPECT_EQ(deductions(settled(hundred(
                  waterfall, member(1, {debt(71, DeductionKind::input, "30", "10"),
                                        debt(72, DeductionKind::input, "4.5", "10"), due})))),
              (Texts{"0 ref 71 10.00 carried 0.00", "0 ref 72 4.50 carried 0.00"}));
}

TEST(Claims, OfAnObligationBeginOnItsFirstDay) {
    auto due = debt(73, DeductionKind::input, "30", "10");
    due.first_due = day(15);
    const auto waterfall = waterfall_of({obligation_rule("input", DeductionKind::input, 1)});
    EXPECT_EQ(deductions(settled(hundred(waterfall, member(1, {due})))),
              Texts{"0 ref 73 10.00 carried 0.00"});
}

TEST(Claims, OfAnObligationAreMadeOnceThoughTwoRulesName) {
    const auto waterfall = waterfall_of({obligation_rule("late", DeductionKind::input, 5),
                                         obligation_rule("early", DeductionKind::input, 2)});
    EXPECT_EQ(deductions(settled(
                  hundred(waterfall, member(1, {debt(71, DeductionKind::input, "30", "10")})))),
              Texts{"1 ref 71 10.00 carried 0.00"});
}

TEST(Claims, OfCapitalAreForMembersOnly) {
    const auto waterfall = waterfall_of({share_rule("capital", DeductionKind::capital, "0.01", 1)});
    EXPECT_EQ(deductions(settled(hundred(waterfall, member(1)))),
              Texts{"0 ref 0 1.00 carried 0.00"});
    EXPECT_EQ(deductions(settled(hundred(waterfall, supplier(1)))), Texts{});
    auto careless = waterfall;  // even if nobody checked the rule
    careless.rules[0].applies_to = AppliesTo::everyone;
    EXPECT_EQ(deductions(settled(hundred(careless, supplier(1)))), Texts{});
}

TEST(Claims, AreTakenOfTheMilkThatWasSoldAsAMemberOrNot) {
    auto rule = share_rule("retention", DeductionKind::retention, "0.10", 1);
    rule.applies_to = AppliesTo::non_members;
    const auto waterfall = waterfall_of({rule});
    auto producer = member(1);
    EXPECT_EQ(deductions(settled(hundred(waterfall, producer))), Texts{});
    producer.member_in = {{day(1), day(14)}};  // of which is the can
    EXPECT_EQ(deductions(settled(hundred(waterfall, producer))), Texts{});
    producer.member_in = {{day(15), day(15)}};
    EXPECT_EQ(deductions(settled(hundred(waterfall, producer))),
              Texts{"0 ref 0 10.00 carried 0.00"});
    const auto capital = waterfall_of({share_rule("capital", DeductionKind::capital, "0.01", 1)});
    EXPECT_EQ(deductions(settled(hundred(capital, producer))), Texts{});
}

TEST(Claims, KeepTheCreditorOfAThirdParty) {
    auto due = debt(71, DeductionKind::third_party, "30", "10");
    due.creditor = {9};
    const auto waterfall = waterfall_of({obligation_rule("shop", DeductionKind::third_party, 1)});
    const auto lines = lines_of(settled(hundred(waterfall, member(1, {due}))), LineKind::deduction);
    EXPECT_EQ(lines.at(0).creditor, PartyId{9});
}

TEST(Claims, StopAtTheFloorRoundedHalfUp) {
    // 100 kg keep 0.60005 each: 60.005 is 60.01.
    const auto waterfall = waterfall_of({obligation_rule("loan", DeductionKind::loan, 1)}, nullptr,
                                        "0.60005");
    EXPECT_EQ(deductions(settled(
                  hundred(waterfall, member(1, {debt(71, DeductionKind::loan, "90", "90")})))),
              Texts{"0 ref 71 39.99 carried 50.01"});
}

TEST(Claims, StopAtTheCapRoundedDown) {
    const auto waterfall = waterfall_of({obligation_rule("loan", DeductionKind::loan, 1)},
                                        "0.333399");
    EXPECT_EQ(deductions(settled(
                  hundred(waterfall, member(1, {debt(71, DeductionKind::loan, "90", "90")})))),
              Texts{"0 ref 71 33.33 carried 56.67"});
}

// To an earlier settlement, by the same terms.
LateDifference difference(std::int64_t settlement, const char* amount, bool member,
                          Quantity quantity = {}) {
    return {.settlement = {settlement},
            .producer = {1},
            .amount = soles(amount),
            .member = member,
            .quantity = quantity,
            .terms = {1}};
}

TEST(LateDifferences, InFavourAddToTheGross) {
    auto period = hundred(
        waterfall_of({share_rule("retention", DeductionKind::retention, "0.10", 1)}), member(1));
    period.late = {difference(5, "20", false), difference(4, "1", true)};
    const auto statement = settled(period);
    EXPECT_EQ(statement.milk, soles("100"));
    EXPECT_EQ(statement.gross, soles("121"));
    EXPECT_EQ(statement.deducted, soles("12.10"));
    const auto late = lines_of(statement, LineKind::late);
    ASSERT_EQ(late.size(), 2U);
    EXPECT_EQ(late[0].reference, 4);
    EXPECT_TRUE(late[0].member);
    EXPECT_EQ(late[1].amount, soles("20"));
    EXPECT_FALSE(late[1].member);
}

TEST(LateDifferences, AgainstHimAreTakenFirstWithinTheLimits) {
    auto period = hundred(
        waterfall_of({obligation_rule("loan", DeductionKind::loan, 0)}, "0.50", "0.10"),
        member(1, {debt(71, DeductionKind::loan, "30", "30")}));
    period.late = {{.settlement = {5}, .producer = {1}, .amount = soles("-60"), .member = true}};
    const auto statement = settled(period);
    EXPECT_EQ(statement.receivable, soles("60"));
    EXPECT_EQ(deductions(statement),
              (Texts{"-1 ref 5 50.00 carried 10.00", "0 ref 71 0.00 carried 30.00"}));
    EXPECT_EQ(statement.lines.back().terms, TermsNumber{1});
}

TEST(LateDifferences, AgainstHimFollowTheRuleOfCorrectionsIfThereIsOne) {
    auto period = hundred(waterfall_of({obligation_rule("correction", DeductionKind::correction, 2),
                                        obligation_rule("loan", DeductionKind::loan, 1)},
                                       "0.50"),
                          member(1, {debt(71, DeductionKind::loan, "30", "30"),
                                     debt(72, DeductionKind::correction, "7", "7")}));
    period.late = {{.settlement = {5}, .producer = {1}, .amount = soles("-6"), .member = true},
                   {.settlement = {3}, .producer = {1}, .amount = soles("-2"), .member = true}};
    const auto statement = settled(period);
    EXPECT_EQ(statement.receivable, soles("8"));
    EXPECT_EQ(deductions(statement),
              (Texts{"1 ref 71 30.00 carried 0.00", "0 ref 72 7.00 carried 0.00",
                     "-1 ref 3 2.00 carried 0.00", "-1 ref 5 6.00 carried 0.00"}));
}

TEST(LateDifferences, CarriedOverAreAskedAgainThoughNoRuleNamesCorrections) {
    const auto period = hundred(
        waterfall_of({obligation_rule("loan", DeductionKind::loan, 0)}, "0.50"),
        member(1, {debt(71, DeductionKind::loan, "30", "30"),
                   debt(72, DeductionKind::correction, "40", "40")}));
    const auto statement = settled(period);
    EXPECT_EQ(statement.receivable, soles("0"));
    EXPECT_EQ(deductions(statement),
              (Texts{"1 ref 72 40.00 carried 0.00", "0 ref 71 10.00 carried 20.00"}));
}

TEST(LateDifferences, AreCountedByRulesByTheUnitAndByTheFloor) {
    auto period = hundred(
        waterfall_of({unlimited(unit_rule("flete", DeductionKind::own_service, "0.10", 0)),
                      obligation_rule("loan", DeductionKind::loan, 1)},
                     nullptr, "0.60"),
        member(1, {debt(71, DeductionKind::loan, "90", "90")}));
    period.late = {difference(5, "20", true, kg("20"))};
    const auto statement = settled(period);
    EXPECT_EQ(lines_of(statement, LineKind::late).front().quantity, kg("20"));
    EXPECT_EQ(deductions(statement),
              (Texts{"0 ref 0 12.00 carried 0.00", "1 ref 71 36.00 carried 54.00"}));
    EXPECT_EQ(charged_quantity(statement), kg("120"));
    EXPECT_EQ(statement.quantity, kg("100"));
}

TEST(LateDifferences, OfMilkThatWentGiveBackWhatWasTakenByTheUnit) {
    auto period = hundred(
        waterfall_of({unlimited(unit_rule("flete", DeductionKind::own_service, "0.10", 0))}),
        member(1));
    period.late = {difference(5, "-30", true, {-30'000})};
    const auto statement = settled(period);
    EXPECT_EQ(deductions(statement),
              (Texts{"-1 ref 5 30.00 carried 0.00", "0 ref 0 7.00 carried 0.00"}));
    EXPECT_EQ(charged_quantity(statement), kg("70"));
    period.late.front().quantity = {-130'000};
    EXPECT_EQ(charged_quantity(settled(period)), kg("0"));
}

TEST(LateDifferences, OfMilkThatWentGiveBackWhatWasTakenOfItsWorth) {
    auto period = hundred(
        waterfall_of({unlimited(share_rule("tax", DeductionKind::tax, "0.02", 0))}), member(1));
    period.late = {difference(5, "-30", true, {-30'000})};
    EXPECT_EQ(deductions(settled(period)),
              (Texts{"-1 ref 5 30.00 carried 0.00", "0 ref 0 1.40 carried 0.00"}));
}

TEST(LateDifferences, AreChargedByTheTariffOfTheirOwnTime) {
    const auto flete = [](const char* price) {
        return waterfall_of({unlimited(unit_rule("flete", DeductionKind::own_service, price, 0))});
    };
    auto period = hundred(flete("0.20"), member(1));
    auto before = period.member_terms.front();
    before.waterfall = flete("0.10");
    before.number = {9};
    period.member_terms.front().effective = fortnight.first;
    period.member_terms.insert(period.member_terms.begin(), before);
    period.late = {difference(5, "-30", true, {-30'000})};
    period.late.front().terms = before.number;
    EXPECT_EQ(deductions(settled(period)),
              (Texts{"-1 ref 5 30.00 carried 0.00", "0 ref 0 17.00 carried 0.00"}));
    period.member_terms.front().waterfall = {};
    EXPECT_EQ(deductions(settled(period)),
              (Texts{"-1 ref 5 30.00 carried 0.00", "0 ref 0 20.00 carried 0.00"}));
}

TEST(LateDifferences, OfMilkThatWentTakeNobodysFloorAway) {
    auto period = hundred(waterfall_of({}, nullptr, "0.60"), member(1));
    period.late = {difference(5, "-100", true, {-100'000})};
    const auto statement = settled(period);
    EXPECT_EQ(deductions(statement), Texts{"-1 ref 5 40.00 carried 60.00"});
    EXPECT_EQ(statement.net, soles("60"));
}

TEST(LateDifferences, WithoutMilkStillGiveAStatement) {
    auto period = hundred({}, member(1));
    period.deliveries.clear();
    period.late = {{.settlement = {5}, .producer = {1}, .amount = soles("-6"), .member = true}};
    const auto statement = settled(period);
    EXPECT_EQ(statement.net, soles("0"));
    EXPECT_EQ(deductions(statement), Texts{"-1 ref 5 0.00 carried 6.00"});
}

}  // namespace
}  // namespace ayni
