#include "domain/payment/payment_step.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ayni {
namespace {

using enum PaymentState;
using enum AccountRole;

const Currency pen = Currency::known("PEN");

Payment payment(PaymentState state, std::int64_t minor = 69'900) {
    Payment made;
    made.producer = {7};
    made.amount = {minor, pen};
    made.state = state;
    return made;
}

Balances after(PaymentMethod method, const std::vector<PaymentStep>& steps) {
    Balances books;
    auto one = payment(ordered);
    for (const auto& step : steps) {
        const auto posting = payment_step(one, method, step);
        EXPECT_TRUE(posting);
        Entry entry;
        entry.legs = posting->legs;
        EXPECT_TRUE(entry.legs.empty() || check_balanced(entry.legs));
        books.add(entry);
        one.state = step.to;
    }
    return books;
}

std::int64_t amount(const Balances& books, AccountRole role, std::int64_t party = 0) {
    return books.of(role, {party}, pen).minor;
}

const Money none{0, pen};

TEST(PaymentStep, ByBankGoesOnItsWayAndLeavesTheBank) {
    const auto on_its_way = after(PaymentMethod::bank, {{sent, none, {}}});
    EXPECT_EQ(amount(on_its_way, producer_payable, 7), 69'900);
    EXPECT_EQ(amount(on_its_way, in_transit, 7), -69'900);
    const auto done = after(PaymentMethod::bank, {{sent, none, {}}, {paid, {150, pen}, {}}});
    EXPECT_EQ(amount(done, in_transit, 7), 0);
    EXPECT_EQ(amount(done, bank), -70'050);
    EXPECT_EQ(amount(done, bank_charges), 150);
}

TEST(PaymentStep, RefusedOrReturnedHeIsOwedItAgain) {
    for (const auto& steps :
         {std::vector<PaymentStep>{{sent, none, {}}, {refused, none, {}}},
          std::vector<PaymentStep>{{sent, none, {}}, {unknown, none, {}}, {refused, none, {}}},
          std::vector<PaymentStep>{{sent, none, {}}, {paid, none, {}}, {returned, none, {}}}})
        EXPECT_TRUE(after(PaymentMethod::bank, steps).by_party().empty());
}

TEST(PaymentStep, WhatSomebodyElseGotIsClaimedOfHim) {
    for (const auto& steps :
         {std::vector<PaymentStep>{{sent, none, {}}, {misdirected, none, {9}}},
          std::vector<PaymentStep>{{sent, none, {}}, {paid, none, {}}, {misdirected, none, {9}}}}) {
        for (const auto method : {PaymentMethod::bank, PaymentMethod::cash}) {
            const auto books = after(method, steps);
            EXPECT_EQ(amount(books, claim_receivable, 9), 69'900);
            EXPECT_EQ(amount(books, producer_payable, 7), 0);
            EXPECT_EQ(amount(books, in_transit, 7), 0);
            EXPECT_EQ(amount(books, method == PaymentMethod::bank ? bank : cash), -69'900);
        }
    }
}

TEST(PaymentStep, CashMovesWhenItIsSignedFor) {
    EXPECT_TRUE(after(PaymentMethod::cash, {{sent, none, {}}}).by_party().empty());
    const auto done = after(PaymentMethod::cash, {{sent, none, {}}, {paid, none, {}}});
    EXPECT_EQ(amount(done, cash), -69'900);
    EXPECT_EQ(amount(done, producer_payable, 7), 69'900);
}

TEST(PaymentStep, RefusesAStepThatCannotBe) {
    const auto refused_by = [](PaymentState from, const PaymentStep& step) {
        return payment_step(payment(from), PaymentMethod::bank, step).error().reason();
    };
    for (const auto from : {ordered, refused, returned, misdirected, cancelled})
        EXPECT_EQ(refused_by(from, {paid, none, {}}), Refusal::payment_state_unfit);
    EXPECT_EQ(refused_by(paid, {sent, none, {}}), Refusal::payment_state_unfit);
    EXPECT_EQ(refused_by(sent, {misdirected, none, {}}), Refusal::field_missing);
    EXPECT_EQ(refused_by(sent, {paid, {-1, pen}, {}}), Refusal::amount_not_positive);
    EXPECT_EQ(refused_by(sent, {paid, {1, Currency::known("USD")}, {}}),
              Refusal::currencies_differ);
}

std::vector<PaymentState> standing(const std::vector<PaymentState>& history) {
    std::vector<PaymentEvent> events;
    for (const auto state : history) {
        events.emplace_back().state = state;
        events.back().sequence = static_cast<std::int32_t>(events.size());
    }
    std::vector<PaymentState> states;
    for (const auto& step : standing_steps(events)) states.push_back(step.state);
    return states;
}

TEST(StandingSteps, LeaveOutWhatWasTakenBackAndWhatTookItBack) {
    using States = std::vector<PaymentState>;
    EXPECT_EQ(standing({ordered, sent, paid}), (States{ordered, sent, paid}));
    EXPECT_EQ(standing({ordered, sent, refused, sent}), (States{ordered, sent}));
    EXPECT_EQ(standing({ordered, sent, refused, sent, paid}), (States{ordered, sent, paid}));
    EXPECT_EQ(standing({ordered, sent, unknown, paid, unknown}), (States{ordered, sent, unknown}));
    EXPECT_EQ(standing({ordered, sent, paid, returned, paid, sent}), (States{ordered, sent}));
}

}  // namespace
}  // namespace ayni
