#include "domain/banking/match_lines.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ayni {
namespace {

const Currency pen = Currency::known("PEN");
const Date day = date_of({2025, 3, 17});

BankLine line(std::int64_t minor, std::string reference = {}) {
    BankLine made;
    made.booked = made.valued = day;
    made.amount = {minor, pen};
    made.reference = std::move(reference);
    return made;
}

BookedPayment payment(std::int64_t number, std::int64_t minor, std::string name = {}) {
    return {.number = {number},
            .order = {1},
            .reference = "S1-" + std::to_string(number),
            .amount = {minor, pen},
            .state = PaymentState::sent,
            .name = std::move(name),
            .account = {},
            .day = day,
            .entry = {}};
}

TEST(MatchLines, TakesAPaymentByItsReferenceAndOnlyWhole) {
    const BankBooks books{.payments = {payment(1, 500)}, .entries = {}, .orders = {{{1}, "M"}}};
    const auto found = match_lines({line(-400, "S1-1"), line(-500, "S1-1")}, books);
    EXPECT_FALSE(found[0].sure);
    ASSERT_EQ(found[0].others.size(), 1U);
    EXPECT_EQ(found[0].others[0].reasons, std::vector{MatchReason::reference});
    ASSERT_TRUE(found[1].sure);
    EXPECT_EQ(found[1].sure->payments, std::vector<std::size_t>{0});
}

TEST(MatchLines, TakesAPaymentOnce) {
    const BankBooks books{.payments = {payment(1, 500)}, .entries = {}, .orders = {{{1}, "M"}}};
    const auto found = match_lines({line(-500, "S1-1"), line(-500, "S1-1")}, books);
    EXPECT_TRUE(found[0].sure);
    EXPECT_FALSE(found[1].sure);
}

TEST(MatchLines, SeesWhatCameBackOnlyAfterItWent) {
    const BankBooks books{.payments = {payment(1, 500)}, .entries = {}, .orders = {{{1}, "M"}}};
    const auto found = match_lines({line(500, "S1-1"), line(-500, "S1-1"), line(500, "S1-1")},
                                   books);
    EXPECT_FALSE(found[0].sure);
    ASSERT_TRUE(found[2].sure);
    EXPECT_EQ(found[2].sure->becomes, PaymentState::returned);
}

TEST(MatchLines, TakesWhatSomebodyToldCameBackOrWentAstrayByTheEntryThatBookedItPaid) {
    auto returned = payment(1, 500), astray = payment(2, 300);
    returned.state = PaymentState::returned;
    returned.entry = {7};
    astray.state = PaymentState::misdirected;
    astray.entry = {8};
    const BankBooks books{.payments = {returned, astray},
                          .entries = {{{9}, day, {500, pen}, returned.reference, {}}},
                          .orders = {{{1}, "M"}}};
    auto batch = line(-800);
    batch.details = {{"S1-1", {-500, pen}, {}}, {"S1-2", {-300, pen}, {}}};
    const auto found = match_lines({batch, line(500, "S1-1")}, books);
    ASSERT_TRUE(found[0].sure);
    EXPECT_EQ(found[0].sure->entries, (std::vector<EntryNumber>{{7}, {8}}));
    EXPECT_TRUE(found[0].sure->payments.empty());
    ASSERT_TRUE(found[1].sure);
    EXPECT_EQ(found[1].sure->entries, std::vector<EntryNumber>{{9}});
}

TEST(MatchLines, LeavesTwoOfTheSameAmountAndNameToAPerson) {
    const BankBooks books{
        .payments = {payment(1, 500, "Ana Ñaupari"), payment(2, 500, "ANA NAUPARI")},
        .entries = {},
        .orders = {{{1}, "M"}}};
    auto named = line(-500);
    named.party = "Ana Naupari";
    const auto found = match_lines({named}, books);
    EXPECT_FALSE(found[0].sure);
    EXPECT_EQ(found[0].others.size(), 2U);
}

TEST(MatchLines, TakesAnEntryByAmountAndDayOnlyIfItIsTheOnlyOneFromBothSides) {
    const BookedEntry near{{1}, day + longest_apart_days, {-500, pen}, {}, {}};
    const BookedEntry far{{2}, day + longest_apart_days + 1, {-500, pen}, {}, {}};
    const auto sure = [](const std::vector<BankLine>& lines, std::vector<BookedEntry> entries) {
        return match_lines(lines, {.payments = {}, .entries = std::move(entries), .orders = {}})[0]
            .sure.has_value();
    };
    EXPECT_TRUE(sure({line(-500)}, {near}));
    EXPECT_TRUE(sure({line(-500)}, {near, far}));
    EXPECT_FALSE(sure({line(-500)}, {far}));
    EXPECT_FALSE(sure({line(-500), line(-500)}, {near}));
    EXPECT_FALSE(sure({line(-500)}, {near, near}));
    EXPECT_FALSE(sure({line(500)}, {near}));
}

// Whatever is sure comes to the amount of its line, and nothing stands on two lines.
RC_GTEST_PROP(MatchLines, NeverTakesMoreOrLessThanTheLineSays, ()) {
    BankBooks books;
    const auto payments = *rc::gen::inRange(0, 12), entries = *rc::gen::inRange(0, 12);
    for (int i = 0; i < payments; ++i) {
        auto one = payment(i + 1, *rc::gen::inRange(1, 4) * 100, i % 2 == 0 ? "Ana" : "Luz");
        one.order = {i / 4 + 1};
        books.payments.push_back(one);
    }
    for (int i = 1; i <= 3; ++i) books.orders.push_back({{i}, "M" + std::to_string(i)});
    for (int i = 0; i < entries; ++i)
        books.entries.push_back({{i + 100},
                                 day + *rc::gen::inRange(-9, 9),
                                 {*rc::gen::inRange(-4, 4) * 100, pen},
                                 "F-" + std::to_string(i),
                                 "Ana"});
    std::vector<BankLine> lines;
    const auto count = *rc::gen::inRange(1, 15);
    for (int i = 0; i < count; ++i) {
        auto one = line(*rc::gen::inRange(-4, 4) * 100);
        if (one.amount.is_zero()) one.amount = {100, pen};
        if (*rc::gen::inRange(0, 2) == 1)
            one.reference = "S1-" + std::to_string(*rc::gen::inRange(1, 14));
        if (*rc::gen::inRange(0, 3) == 1)
            one.text = "F-" + std::to_string(*rc::gen::inRange(0, 14));
        if (*rc::gen::inRange(0, 3) == 1) one.own_reference = "M1";
        if (*rc::gen::inRange(0, 3) == 1) one.party = "Ana";
        lines.push_back(one);
    }
    const auto found = match_lines(lines, books);
    RC_ASSERT(found.size() == lines.size());
    std::vector<std::int64_t> taken;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (!found[i].sure) continue;
        Money sum{0, pen};
        const auto back = found[i].sure->becomes == PaymentState::returned;
        for (const auto which : found[i].sure->payments) {
            sum += back ? books.payments[which].amount : -books.payments[which].amount;
            taken.push_back(static_cast<std::int64_t>(which) * 2 + (back ? 1 : 0));
        }
        for (const auto entry : found[i].sure->entries) {
            const auto known = std::ranges::find(books.entries, entry, &BookedEntry::number);
            sum += known->amount;
            taken.push_back(-entry.number);
        }
        RC_ASSERT(sum == lines[i].amount);
    }
    std::ranges::sort(taken);
    RC_ASSERT(std::ranges::adjacent_find(taken) == taken.end());
}

}  // namespace
}  // namespace ayni
