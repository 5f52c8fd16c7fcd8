#include "domain/settlement/debt_legs.h"

#include <gtest/gtest.h>

#include "domain/settlement/testing.h"

namespace ayni {
namespace {

using namespace testing;

Obligation owed(DeductionKind kind, const char* amount) {
    Obligation made;
    made.number = {7};
    made.party = {3};
    made.kind = kind;
    made.amount = made.instalment = soles(amount);
    return made;
}

TEST(DebtLegs, OfAnAdvanceInCash) {
    EXPECT_EQ(debt_legs(owed(DeductionKind::advance, "50"), DebtAgainst::cash),
              (std::vector<Leg>{{AccountRole::producer_advance, {3}, {}, 7, soles("50")},
                                {AccountRole::cash, {}, {}, 0, soles("-50")}}));
}

TEST(DebtLegs, OfInputsSoldOnCredit) {
    EXPECT_EQ(debt_legs(owed(DeductionKind::input, "50"), DebtAgainst::sales_inputs),
              (std::vector<Leg>{{AccountRole::input_receivable, {3}, {}, 7, soles("50")},
                                {AccountRole::sales_inputs, {}, {}, 0, soles("-50")}}));
}

TEST(DebtLegs, OfALoanWithInterest) {
    auto loan = owed(DeductionKind::loan, "120");
    loan.interest = soles("8");
    const Leg interest{AccountRole::interest_receivable, {3}, {}, 7, soles("8")};
    const Leg principal{AccountRole::loan_principal, {3}, {}, 7, soles("112")};
    EXPECT_EQ(debt_legs(loan, DebtAgainst::bank),
              (std::vector<Leg>{interest,
                                principal,
                                {AccountRole::interest_income, {}, {}, 0, soles("-8")},
                                {AccountRole::bank, {}, {}, 0, soles("-112")}}));
    EXPECT_EQ(
        debt_legs(loan, DebtAgainst::opening),
        (std::vector<Leg>{interest, principal, {AccountRole::surplus, {}, {}, 0, soles("-120")}}));
}

TEST(DebtLegs, BalanceForEveryCounterAccount) {
    for (const auto kind : {DeductionKind::advance, DeductionKind::input, DeductionKind::loan})
        for (const auto against : {DebtAgainst::opening, DebtAgainst::bank, DebtAgainst::cash,
                                   DebtAgainst::sales_inputs})
            EXPECT_TRUE(check_balanced(debt_legs(owed(kind, "1.01"), against)));
    EXPECT_FALSE(is_own_credit(DeductionKind::third_party));
    EXPECT_FALSE(is_own_credit(DeductionKind::capital));
}

}  // namespace
}  // namespace ayni
