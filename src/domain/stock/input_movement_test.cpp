#include "domain/stock/input_movement.h"

#include <gtest/gtest.h>

namespace ayni {
namespace {

const Currency pen = Currency::of("PEN").value();

InputMovement moved(InputKind kind, int day, std::int64_t quantity, std::int64_t cost) {
    InputMovement one;
    one.kind = kind;
    one.day = Date{day};
    one.party = {3};
    one.quantity = {quantity};
    one.cost = {cost, pen};
    one.price = one.vat = {0, pen};
    return one;
}

TEST(InputStock, IsWhatCameLessWhatLeft) {
    const std::vector all{moved(InputKind::received, 1, 10'000, 10'000),
                          moved(InputKind::sold, 5, 4'000, -4'000),
                          moved(InputKind::counted, 7, -1'000, -1'000)};
    const auto stock = stock_after(all, pen, Date{6});
    EXPECT_EQ(stock.quantity, Quantity{6'000});
    EXPECT_EQ(stock.value, (Money{6'000, pen}));
    EXPECT_EQ(stock_after(all, pen, Date{7}).quantity, Quantity{5'000});
}

TEST(InputStock, IsTheLeastOfAllLaterDays) {
    const std::vector all{moved(InputKind::received, 1, 10'000, 10'000),
                          moved(InputKind::sold, 5, 9'000, -9'000),
                          moved(InputKind::received, 9, 50'000, 50'000)};
    EXPECT_EQ(least_stock_from(all, Date{0}), Quantity{0});
    EXPECT_EQ(least_stock_from(all, Date{2}), Quantity{1'000});
    EXPECT_EQ(least_stock_from(all, Date{9}), Quantity{51'000});
}

TEST(AverageCost, OfAllIsExactlyTheValue) {
    const InputStock stock{{3'000}, {1'000, pen}};
    EXPECT_EQ(average_cost(stock, {1'000}), (Money{333, pen}));
    EXPECT_EQ(average_cost(stock, {3'000}), (Money{1'000, pen}));
    EXPECT_EQ(average_cost({{0}, {0, pen}}, {1'000}), (Money{0, pen}));
}

TEST(CostOfIssue, IsOfItsDayAndLeavesNothingBehind) {
    const std::vector all{moved(InputKind::received, 1, 10'000, 10'000),
                          moved(InputKind::received, 9, 10'000, 30'000)};
    EXPECT_EQ(cost_of_issue(all, pen, Date{5}, {4'000}), (Money{4'000, pen}));
    EXPECT_EQ(cost_of_issue(all, pen, Date{9}, {4'000}), (Money{8'000, pen}));
    EXPECT_EQ(cost_of_issue(all, pen, Date{9}, {20'000}), (Money{40'000, pen})) << "the last of it";
    auto sold_dear = all;
    sold_dear.push_back(moved(InputKind::sold, 9, 19'000, -39'500));
    EXPECT_EQ(cost_of_issue(sold_dear, pen, Date{9}, {500}), (Money{250, pen}));
    EXPECT_EQ(cost_of_issue(sold_dear, pen, Date{5}, {999}), (Money{500, pen}))
        << "no more than there is";
}

TEST(InputLegs, BalanceWhateverMoved) {
    auto received = moved(InputKind::received, 1, 10'000, 10'000);
    received.vat = {1'800, pen};
    auto sold = moved(InputKind::sold, 1, 1'000, -1'000);
    sold.price = {1'500, pen};
    sold.obligation = {9};
    auto was_there = moved(InputKind::received, 1, 10'000, 10'000);
    was_there.party = {};
    EXPECT_EQ(input_legs(was_there).back().role, AccountRole::surplus);
    for (const auto& each :
         {received, was_there, sold, moved(InputKind::counted, 1, -1'000, -1'000),
          moved(InputKind::counted, 1, 1'000, 1'000)})
        EXPECT_TRUE(check_balanced(input_legs(each)).has_value());
    EXPECT_EQ(input_legs(sold).front().item, 9);
    EXPECT_TRUE(input_legs(moved(InputKind::counted, 1, 0, 0)).empty());
}

}  // namespace
}  // namespace ayni
