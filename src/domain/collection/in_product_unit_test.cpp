#include "domain/collection/in_product_unit.h"

#include <gtest/gtest.h>

#include "domain/collection/source.h"

namespace ayni {
namespace {

Product milk_in(std::string unit) {
    Product product;
    product.unit = std::move(unit);
    product.density = {1'030'000};
    return product;
}

TEST(InProductUnit, LitresOfMilkWeighMore) {
    EXPECT_EQ(in_product_unit({40'500}, Measure::litres, milk_in("kg")).value(), Quantity{41'715});
    EXPECT_EQ(in_product_unit({41'715}, Measure::kilograms, milk_in("L")).value(),
              Quantity{40'500});
}

TEST(KilogramsOf, AreLitresTimesTheDensity) {
    EXPECT_EQ(kilograms_of({1'000'500}, {1'030'000}).value(), Quantity{1'030'515});
    EXPECT_EQ(kilograms_of({INT64_MAX}, {1'030'000}).error().reason(), Refusal::out_of_range);
}

TEST(InProductUnit, TheSameMeasureStaysAsItIs) {
    EXPECT_EQ(in_product_unit({40'500}, Measure::kilograms, milk_in("kg")).value(),
              Quantity{40'500});
    EXPECT_EQ(in_product_unit({40'500}, std::nullopt, milk_in("kg")).value(), Quantity{40'500});
    EXPECT_EQ(in_product_unit({40'500}, Measure::litres, milk_in("quintal")).value(),
              Quantity{40'500});
}

TEST(InProductUnit, RoundsHalfToEven) {
    EXPECT_EQ(in_product_unit({50}, Measure::litres, milk_in("kg")).value(), Quantity{52});
    EXPECT_EQ(in_product_unit({150}, Measure::litres, milk_in("kg")).value(), Quantity{154});
}

TEST(InProductUnit, WhatCannotBeHeldIsRefused) {
    EXPECT_EQ(in_product_unit({INT64_MAX}, Measure::litres, milk_in("kg")).error().reason(),
              Refusal::out_of_range);
    auto weightless = milk_in("kg");
    weightless.density = {0};
    EXPECT_EQ(in_product_unit({1}, Measure::litres, weightless).error().reason(),
              Refusal::out_of_range);
}

TEST(InProductUnit, UnitsAreNamedInEitherLanguageAndAnyLetters) {
    EXPECT_EQ(measure_named(" Litros "), Measure::litres);
    EXPECT_EQ(measure_named("KG"), Measure::kilograms);
    EXPECT_EQ(measure_named("quantity"), std::nullopt);
}

}  // namespace
}  // namespace ayni
