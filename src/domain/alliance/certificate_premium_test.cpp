#include "domain/alliance/certificate_premium.h"

#include <gtest/gtest.h>

namespace ayni {
namespace {

const auto pen = Currency::known("PEN");

TEST(CertificatePremium, IsTheQuantityTimesThePremiumRoundedOnce) {
    EXPECT_EQ(certificate_premium({1'234'500}, {20'000}, pen), (Money{2469, pen}));
    EXPECT_EQ(certificate_premium({250}, {20'000}, pen), (Money{0, pen})) << "0.005 to the even";
    EXPECT_EQ(certificate_premium({750}, {20'000}, pen), (Money{2, pen})) << "0.015 to the even";
}

TEST(CertificatePremium, OfNothingIsRefused) {
    EXPECT_EQ(certificate_premium({0}, {20'000}, pen).error().reason(),
              Refusal::quantity_not_positive);
    EXPECT_EQ(certificate_premium({1000}, {0}, pen).error().reason(), Refusal::price_not_positive);
}

TEST(CertificatePremium, TheBuyerOwesWhatIsHeldForTheProducers) {
    const auto legs = premium_legs({7}, Money{2469, pen});
    EXPECT_TRUE(check_balanced(legs).has_value());
    EXPECT_EQ(legs[0], (Leg{AccountRole::buyer_receivable, {7}, {}, 0, Money{2469, pen}}));
    EXPECT_EQ(legs[1], (Leg{AccountRole::premium_held, {}, {}, 0, Money{-2469, pen}}));
}

}  // namespace
}  // namespace ayni
