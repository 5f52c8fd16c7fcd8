#include "domain/settlement/settle.h"

#include <gtest/gtest.h>

#include "domain/settlement/testing.h"
#include "kernel/decimal.h"

namespace ayni {
namespace {

using namespace testing;

StatementFigures only(const Result<std::vector<StatementFigures>>& statements) {
    CHECK(statements.has_value() && statements->size() == 1);
    return statements->front();
}

Problem problem_of(const Result<std::vector<StatementFigures>>& statements) {
    CHECK(!statements.has_value());
    return statements.error().problems.front();
}

const WaterfallTerms loans = waterfall_of({obligation_rule("loan", DeductionKind::loan, 1)},
                                          "0.50");

// A loan instalment takes no more of a fortnight than the cap allows; the rest waits.
TEST(Settle, RosaHuaman) {
    const auto statement = only(
        settle(inputs(terms_of({base("1.40")}), loans,
                      {member(1, {debt(71, DeductionKind::loan, "50.00", "20.00")})},
                      {delivery(1, day(1), "10.300")})));
    EXPECT_EQ(statement.gross, soles("14.42"));
    EXPECT_EQ(statement.deducted, soles("7.21"));
    EXPECT_EQ(statement.net, soles("7.21"));
    const auto loan = lines_of(statement, LineKind::deduction);
    ASSERT_EQ(loan.size(), 1U);
    EXPECT_EQ(loan[0].amount, soles("7.21"));
    EXPECT_EQ(loan[0].carried, soles("12.79"));
    EXPECT_EQ(loan[0].reference, 71);
    EXPECT_EQ(loan[0].terms, TermsNumber{1});
}

TEST(Settle, PaysOnlyWhatWasAccepted) {
    const auto statement = only(
        settle(inputs(terms_of({base("1.40")}), {}, {member(1)},
                      {delivery(1, day(1), "10"), rejected(delivery(1, day(1), "7.5"))})));
    EXPECT_EQ(statement.gross, soles("14.00"));
    EXPECT_EQ(statement.deliveries, 1);
    EXPECT_EQ(statement.quantity, kg("10"));
    EXPECT_EQ(statement.rejected, kg("7.5"));
}

TEST(Settle, GivesAStatementAlsoForARejectedCan) {
    const auto statement = only(settle(inputs(
        terms_of({base("1.40")}), loans, {member(1, {debt(71, DeductionKind::loan, "50", "20")})},
        {rejected(delivery(1, day(1), "7.5"))})));
    EXPECT_EQ(statement.net, soles("0"));
    EXPECT_EQ(statement.lines.at(0).carried, soles("20"));
}

TEST(Settle, GivesNoStatementToWhoBroughtNothing) {
    const auto made = settle(
        inputs(terms_of({base("1.40")}), loans,
               {member(1, {debt(71, DeductionKind::loan, "50", "20")}), member(2)},
               {delivery(2, day(1), "10")}));
    EXPECT_EQ(only(made).producer, PartyId{2});
}

TEST(Settle, RefusesAPeriodWithNothingInIt) {
    const auto none = settle(inputs(terms_of({base("1.40")}), {}, {member(1)}, {}));
    EXPECT_EQ(problem_of(none).reason, Refusal::nothing_to_settle);
}

TEST(Settle, TellsTheMilkByTerm) {
    const auto statement = only(settle(inputs(
        terms_of({base("1.40"), per_point("fat", "3.40", "0.01", "0.0018")}), {}, {member(1)},
        {delivery(1, day(1), "10", readings({{fat, 350}})),
         delivery(1, day(2), "10", readings({{fat, 330}})),
         delivery(1, day(3), "10", readings({{fat, 300}}))})));
    // 30 kg at 1.40; points +10 -10 -40 at 0.0018 on 10 kg each.
    const auto milk = lines_of(statement, LineKind::milk);
    ASSERT_EQ(milk.size(), 2U);
    EXPECT_EQ(milk[0].amount, soles("42.00"));
    EXPECT_EQ(milk[1].amount, soles("-0.72"));
    EXPECT_EQ(milk[1].place, 1);
    EXPECT_TRUE(milk[1].member);
    EXPECT_EQ(statement.milk, soles("41.28"));
}

TEST(Settle, RoundsWhereTheTermsSay) {
    // Three cans of 0.335 soles each, two of them on one day.
    const auto settled = [](RoundingPoint point) {
        return only(settle(inputs(terms_of({base("0.10")}, point, Rounding::half_up), {},
                                  {member(1)},
                                  {delivery(1, day(1), "3.35"), delivery(1, day(1), "3.35"),
                                   delivery(1, day(2), "3.35")})))
            .milk;
    };
    EXPECT_EQ(settled(RoundingPoint::delivery), soles("1.02"));  // 0.34 + 0.34 + 0.34
    EXPECT_EQ(settled(RoundingPoint::day), soles("1.01"));       // 0.67 + 0.34
    EXPECT_EQ(settled(RoundingPoint::period), soles("1.01"));    // 1.005
}

TEST(Settle, RoundsThePeriodOnceThoughTermsChangeInIt) {
    const auto once = [](const char* price) {
        return terms_of({base(price)}, RoundingPoint::period, Rounding::half_up);
    };
    auto period = inputs(once("0.10"), {}, {member(1)},
                         {delivery(1, day(1), "3.32"), delivery(1, day(9), "3.32")});
    period.member_terms.push_back(version(3, day(9), once("0.20")));
    const auto statement = only(settle(period));
    EXPECT_EQ(statement.milk, soles("1.00"));  // 0.332 + 0.664, not 0.33 + 0.66
    EXPECT_EQ(statement.lines.at(0).amount, soles("0.33"));
    EXPECT_EQ(statement.lines.at(1).amount, soles("0.67"));
}

TEST(Settle, UsesTheNewestTermsOfEachDay) {
    auto period = inputs(
        terms_of({base("1.40")}), {}, {member(1)},
        {delivery(1, day(4), "10"), delivery(1, day(5), "10"), delivery(1, day(15), "10")});
    period.member_terms.push_back(version(3, day(5), terms_of({base("1.50")})));
    period.member_terms.push_back(version(4, day(16), terms_of({base("9.99")})));
    const auto statement = only(settle(period));
    const auto milk = lines_of(statement, LineKind::milk);
    ASSERT_EQ(milk.size(), 2U);
    EXPECT_EQ(milk[0].terms, TermsNumber{1});
    EXPECT_EQ(milk[0].amount, soles("14.00"));
    EXPECT_EQ(milk[1].terms, TermsNumber{3});
    EXPECT_EQ(milk[1].amount, soles("30.00"));
}

TEST(Settle, PaysAMemberAndASupplierByTheirOwnTerms) {
    auto period = inputs(terms_of({base("1.40")}), {}, {member(1), supplier(2)},
                         {delivery(1, day(4), "10"), delivery(2, day(4), "10")});
    period.other_terms = {version(2, day(1), terms_of({base("1.20")}))};
    const auto statements = settle(period);
    ASSERT_TRUE(statements);
    EXPECT_EQ(statements->at(0).gross, soles("14.00"));
    EXPECT_EQ(statements->at(1).gross, soles("12.00"));
    EXPECT_FALSE(statements->at(1).lines.at(0).member);
}

TEST(Settle, PaysWhoJoinedInBetweenAsWhatHeWasOnEachDay) {
    auto period = inputs(terms_of({base("1.40")}), {}, {supplier(1)},
                         {delivery(1, day(4), "10"), delivery(1, day(9), "10")});
    period.producers[0].member_in = {{day(8), day(30)}};
    period.other_terms = {version(2, day(1), terms_of({base("1.20")}))};
    const auto milk = lines_of(only(settle(period)), LineKind::milk);
    ASSERT_EQ(milk.size(), 2U);
    EXPECT_EQ(milk[0].amount, soles("14.00"));
    EXPECT_TRUE(milk[0].member);
    EXPECT_EQ(milk[1].amount, soles("12.00"));
    EXPECT_FALSE(milk[1].member);
}

TEST(Settle, PaysAPremiumOnTheDaysOfTheCertificate) {
    auto period = inputs(
        terms_of({base("1.40"), premium("tb_free", "0.10")}), {}, {member(1), member(2)},
        {delivery(1, day(4), "10"), delivery(1, day(5), "10"), delivery(2, day(4), "10")});
    period.producers[0].certificates = {{"organic", {day(1), day(30)}},
                                        {"tb_free", {day(1) - 300, day(4)}}};
    const auto statements = settle(period);
    ASSERT_TRUE(statements);
    EXPECT_EQ(statements->at(0).gross, soles("29.00"));
    EXPECT_EQ(statements->at(1).gross, soles("14.00"));
}

TEST(Settle, UsesTheIndexOfTheDay) {
    Term indexed;
    indexed.index = "powder";
    auto period = inputs(terms_of({indexed}), {}, {member(1)},
                         {delivery(1, day(4), "10"), delivery(1, day(5), "10")});
    period.indices = {{"powder", {{day(1), price_of("1.10")}, {day(5), price_of("1.30")}}}};
    EXPECT_EQ(only(settle(period)).gross, soles("24.00"));
    period.indices[0].values.erase(period.indices[0].values.begin());
    EXPECT_EQ(problem_of(settle(period)).reason, Refusal::no_index_on_day);
}

TEST(Settle, NamesProducerAndDayWithoutTerms) {
    auto period = inputs(
        terms_of({base("1.40")}), {}, {supplier(7), supplier(3)},
        {delivery(7, day(4), "10"), delivery(3, day(6), "10"), delivery(3, day(5), "10")});
    period.other_terms = {version(2, day(6), terms_of({base("1.20")}))};
    const auto refused = settle(period);
    ASSERT_FALSE(refused);
    const std::vector<Problem> expected{{Refusal::no_terms_on_day, "/producers/3", "2025-03-05"},
                                        {Refusal::no_terms_on_day, "/producers/7", "2025-03-04"}};
    EXPECT_EQ(refused.error().problems, expected);
}

TEST(Settle, NamesProducerAndDayOfAMissingAnalysis) {
    auto term = per_point("fat", "3.40", "0.01", "0.0018");
    term.missing = WhenMissing::refuse;
    const auto period = inputs(terms_of({base("1.40"), term}), {}, {member(1)},
                               {delivery(1, day(4), "10")});
    EXPECT_EQ(problem_of(settle(period)),
              (Problem{Refusal::analysis_missing, "/producers/1", "2025-03-04"}));
}

TEST(Settle, RefusesMilkThatIsWorthNothing) {
    const auto term = per_point("fat", "3.40", "0.01", "0.01");
    const auto period = inputs(terms_of({base("0.10"), term}), {}, {member(1)},
                               {delivery(1, day(4), "10", readings({{fat, 300}}))});
    EXPECT_EQ(problem_of(settle(period)).reason, Refusal::price_not_positive);
}

TEST(Settle, RefusesAnAmountBeyondAllBounds) {
    const auto period = inputs(terms_of({base("999999")}), {}, {member(1)},
                               {delivery(1, day(4), "999999999")});
    EXPECT_EQ(problem_of(settle(period)).reason, Refusal::overflow);
}

TEST(Settle, RefusesTermsOrDebtsInAnotherCurrency) {
    auto dollars = terms_of({base("1.40")});
    dollars.currency = Currency::known("USD");
    EXPECT_EQ(
        problem_of(settle(inputs(dollars, {}, {member(1)}, {delivery(1, day(4), "10")}))).reason,
        Refusal::currencies_differ);
    auto period = inputs(terms_of({base("1.40")}), loans,
                         {member(1, {debt(71, DeductionKind::loan, "50", "20")})},
                         {delivery(1, day(4), "10")});
    period.producers[0].obligations[0].remaining = {100, dollars.currency};
    EXPECT_EQ(problem_of(settle(period)),
              (Problem{Refusal::currencies_differ, "/producers/1", ""}));
}

TEST(Settle, CountsAVolumeOverTheWholePeriod) {
    Term bonus;
    bonus.kind = TermKind::band;
    bonus.volume = VolumeOf::producer;
    bonus.bands = {{std::nullopt, "20.000", price_of("0")},
                   {"20.000", std::nullopt, price_of("0.10")}};
    auto terms = terms_of({base("1.00"), bonus});
    const auto producers = std::vector{member(1), member(2)};
    const std::vector cans{delivery(1, day(4), "10"), delivery(1, day(5), "10"),
                           delivery(2, day(4), "10"), rejected(delivery(2, day(5), "10"))};
    const auto by_producer = settle(inputs(terms, {}, producers, cans));
    ASSERT_TRUE(by_producer);
    EXPECT_EQ(by_producer->at(0).gross, soles("22.00"));
    EXPECT_EQ(by_producer->at(1).gross, soles("10.00"));
    terms.terms[1].volume = VolumeOf::organisation;
    const auto by_organisation = settle(inputs(terms, {}, producers, cans));
    ASSERT_TRUE(by_organisation);
    EXPECT_EQ(by_organisation->at(1).gross, soles("11.00"));
}

TEST(Settle, MultipliesThePriceThatIsShown) {
    auto rule = per_point("solids", "12.00", "0.10", "0.009");
    rule.statistic = Statistic::period_mean;
    const auto of = [](const char* solids_percent) {
        return readings({{solids, static_cast<std::int32_t>(*parse_decimal(solids_percent, 2))}});
    };
    // The mean is 85/6: the price is exactly 1.625.
    const auto period = inputs(terms_of({base("1.43"), rule}), {}, {member(1)},
                               {delivery(1, day(1), "5", of("14.00")),
                                delivery(1, day(2), "1", of("15.00")), delivery(1, day(3), "7.4")});
    const auto explained = value_of_result(explain_deliveries(period, {1}));
    EXPECT_EQ(explained[2].lines.back().value, "14.16666667");
    EXPECT_EQ(explained[2].price, price_of("1.625"));
    EXPECT_EQ(explained[2].value, soles("12.02"));
    EXPECT_EQ(value_of_result(settle(period)).front().milk, soles("21.76"));
}

TEST(ValueMilk, IsTheMilkOfTheStatements) {
    auto period = inputs(
        terms_of({base("1.40")}), loans,
        {member(1, {debt(71, DeductionKind::loan, "50", "20")}), supplier(2), member(3)},
        {delivery(2, day(4), "10"), delivery(1, day(4), "5"), rejected(delivery(3, day(4), "5"))});
    const auto values = value_milk(period);
    ASSERT_TRUE(values);
    ASSERT_EQ(values->size(), 2U);
    EXPECT_EQ(values->at(0).milk, soles("7.00"));
    EXPECT_TRUE(values->at(0).member);
    EXPECT_EQ(values->at(1).milk, soles("14.00"));
    EXPECT_FALSE(values->at(1).member);
    EXPECT_EQ(values->at(1).quantity, kg("10"));
    period.deliveries.clear();
    EXPECT_TRUE(value_milk(period)->empty());
}

TEST(ValueMilk, OfWhoLeftInThePeriodStandsOnBothSides) {
    auto left = member(1);
    left.member_in = {{day(1) - 400, day(9)}};
    for (const auto point : {RoundingPoint::delivery, RoundingPoint::day, RoundingPoint::period}) {
        const auto period = inputs(
            terms_of({base("1.005"), per_point("fat", "3.40", "0.01", "0")}, point), {}, {left},
            {delivery(1, day(9), "1"), delivery(1, day(10), "3")});
        const auto values = value_of_result(value_milk(period));
        ASSERT_EQ(values.size(), 2U);
        EXPECT_TRUE(values[0].member);
        EXPECT_EQ(values[0].milk, soles("1.00"));
        EXPECT_EQ(values[0].quantity, kg("1"));
        EXPECT_EQ(values[1].milk, soles("3.02"));
        EXPECT_EQ(values[1].quantity, kg("3"));
    }
}

}  // namespace
}  // namespace ayni
