#include "domain/sale/lot_weight.h"

#include <gtest/gtest.h>

namespace ayni {
namespace {

constexpr Rate milk{1'030'000};

TEST(LotWeight, IsLitresTimesTheFactor) {
    const auto lot = lot_weight({{}, Quantity{1'000'500}, milk}).value();
    EXPECT_EQ(lot.weight, (Quantity{1'030'515}));
    EXPECT_EQ(lot.factor, milk);
}

TEST(LotWeight, TellsTheFactorWhereBothWereMeasured) {
    EXPECT_EQ(lot_weight({Quantity{1'031'000}, Quantity{1'000'000}, milk}).value().factor,
              (Rate{1'031'000}));
    EXPECT_EQ(lot_weight({Quantity{500}, {}, milk}).value().weight, (Quantity{500}));
}

TEST(LotWeight, RefusesWhatNoMilkWeighs) {
    const auto refused = [](LotMeasured measured) {
        return lot_weight(measured).error().problems.front();
    };
    EXPECT_EQ(refused({{}, {}, milk}).reason, Refusal::field_missing);
    EXPECT_EQ(refused({Quantity{0}, {}, milk}).reason, Refusal::quantity_not_positive);
    EXPECT_EQ(refused({Quantity{5}, Quantity{-1}, milk}).where, "/litres");
    EXPECT_EQ(refused({Quantity{1000}, Quantity{100}, milk}).reason, Refusal::out_of_range);
    EXPECT_EQ(refused({{}, Quantity{100}, Rate{0}}).where, "/density");
}

}  // namespace
}  // namespace ayni
