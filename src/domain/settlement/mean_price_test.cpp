#include "domain/settlement/mean_price.h"

#include <gtest/gtest.h>

namespace ayni {
namespace {

TEST(MeanPrice, IsInMillionthsPerUnit) {
    const auto soles = Currency::known("PEN");
    EXPECT_EQ(mean_price(Money{14'935, soles}, Quantity{103'000}), Price{1'450'000});
    EXPECT_EQ(mean_price(Money{100, soles}, Quantity{3'000}), Price{333'333});
    EXPECT_EQ(mean_price(Money{100, soles}, Quantity{}), Price{});
}

TEST(MeanPrice, OfACurrencyWithoutCents) {
    EXPECT_EQ(mean_price(Money{1'450, Currency::known("PYG")}, Quantity{1'000}),
              Price{1'450'000'000});
}

}  // namespace
}  // namespace ayni
