#include "domain/settlement/post_settlement.h"

#include <gtest/gtest.h>

#include "domain/settlement/testing.h"

namespace ayni {
namespace {

using namespace testing;

constexpr PartyId juana{7}, shop{9};

StatementLine bought(LineKind kind, const char* amount, bool as_member) {
    StatementLine line;
    line.kind = kind;
    line.amount = soles(amount);
    line.carried = soles("0");
    line.member = as_member;
    return line;
}
StatementLine taken(DeductionKind kind, const char* amount, std::int64_t reference = 0) {
    auto line = bought(LineKind::deduction, amount, false);
    line.deduction = kind;
    line.reference = reference;
    return line;
}
StatementLine difference(const char* amount, const char* carried, bool as_member) {
    auto line = taken(DeductionKind::correction, amount, 5);
    line.place = taken_back;
    line.carried = soles(carried);
    line.member = as_member;
    return line;
}

StatementFigures statement(std::vector<StatementLine> lines) {
    const auto nothing = soles("0");
    StatementFigures made{.producer = juana,
                          .quantity = {},
                          .rejected = {},
                          .milk = nothing,
                          .gross = nothing,
                          .deducted = nothing,
                          .net = nothing,
                          .receivable = nothing,
                          .lines = std::move(lines)};
    for (const auto& line : made.lines) {
        (line.kind == LineKind::deduction ? made.deducted : made.gross) += line.amount;
        if (line.kind == LineKind::deduction && line.place == taken_back)
            made.receivable += line.amount + line.carried;
    }
    made.net = made.gross - made.deducted;
    return made;
}

Leg leg(AccountRole role, const char* amount, std::int64_t item = 0, PartyId party = juana,
        PartyId about = {}) {
    return {.role = role, .party = party, .about = about, .item = item, .amount = soles(amount)};
}
using Legs = std::vector<Leg>;

// The posting table's example; of the loan no interest is kept apart yet.
TEST(PostSettlement, OneProducerChecked) {
    auto promoter = taken(DeductionKind::third_party, "150.00", 81);
    promoter.creditor = shop;
    const auto legs = settlement_legs(statement({bought(LineKind::milk, "1000.00", true),
                                                 taken(DeductionKind::own_service, "21.00"),
                                                 taken(DeductionKind::capital, "10.00"), promoter,
                                                 taken(DeductionKind::loan, "120.00", 71)}));
    EXPECT_EQ(legs, (Legs{leg(AccountRole::purchases_member, "1000.00"),
                          leg(AccountRole::cost_recovered, "-21.00"),
                          leg(AccountRole::share_capital, "-10.00"),
                          leg(AccountRole::withheld_third_party, "-150.00", 81, shop, juana),
                          leg(AccountRole::loan_principal, "-120.00", 71),
                          leg(AccountRole::producer_payable, "-699.00")}));
    EXPECT_TRUE(check_balanced(legs));
}

TEST(PostSettlement, KeepsMilkOfMembersAndOthersApart) {
    const auto legs = settlement_legs(
        statement({bought(LineKind::milk, "10", true), bought(LineKind::milk, "-2", true),
                   bought(LineKind::milk, "7", false), bought(LineKind::late, "1", true)}));
    EXPECT_EQ(legs,
              (Legs{leg(AccountRole::purchases_member, "9"), leg(AccountRole::purchases_third, "7"),
                    leg(AccountRole::producer_payable, "-16")}));
}

TEST(PostSettlement, LeavesOutWhatTookNothing) {
    const auto legs = settlement_legs(
        statement({bought(LineKind::milk, "10", true), taken(DeductionKind::loan, "0", 71),
                   taken(DeductionKind::tax, "10")}));
    EXPECT_EQ(legs, (Legs{leg(AccountRole::purchases_member, "10"),
                          leg(AccountRole::tax_withheld, "-10", 0, {}, juana)}));
    EXPECT_TRUE(settlement_legs(statement({})).empty());
}

// Row 12: 60.00 was paid too much; 50.00 comes back at once, 10.00 of obligation 88 he owes.
TEST(PostSettlement, MovesADifferenceAgainstHimToWhatHeOwes) {
    const auto legs = settlement_legs(
        statement({bought(LineKind::milk, "100", true), difference("50", "10", false)}), {88});
    EXPECT_EQ(legs, (Legs{leg(AccountRole::purchases_member, "100"),
                          leg(AccountRole::producer_receivable, "60", 88),
                          leg(AccountRole::purchases_third, "-60"),
                          leg(AccountRole::producer_receivable, "-50", 88),
                          leg(AccountRole::producer_payable, "-50")}));
    EXPECT_TRUE(check_balanced(legs));
    Entry entry;
    entry.legs = legs;
    EXPECT_EQ(open_items({entry}),
              (std::vector<OpenItem>{{AccountRole::producer_receivable, juana, 88, soles("10")}}));
}

TEST(PostSettlement, ClosesAnEarlierCorrectionByItsObligation) {
    const auto legs = settlement_legs(statement(
        {bought(LineKind::milk, "100", true), taken(DeductionKind::correction, "10", 88)}));
    EXPECT_EQ(legs.at(1), leg(AccountRole::producer_receivable, "-10", 88));
}

TEST(PostSettlement, HasAnAccountForEveryDeduction) {
    EXPECT_EQ(account_of(DeductionKind::retention), AccountRole::retention_payable);
    EXPECT_EQ(account_of(DeductionKind::input), AccountRole::input_receivable);
    EXPECT_EQ(account_of(DeductionKind::advance), AccountRole::producer_advance);
    EXPECT_EQ(account_of(DeductionKind::correction), AccountRole::producer_receivable);
}

}  // namespace
}  // namespace ayni
