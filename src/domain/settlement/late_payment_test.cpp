#include "domain/settlement/late_payment.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "domain/settlement/benchmark_job.h"

namespace ayni {
namespace {

using namespace testing;

// A member's 100 kg at 1.00, of which a tax of 5.00, a loan of 20.00 and a shop's 15.00 are taken.
SettlementInputs hundred(const char* floor) {
    return inputs(terms_of({base("1.00")}),
                  waterfall_of({unlimited(share_rule("tax", DeductionKind::tax, "0.05", 1)),
                                obligation_rule("loan", DeductionKind::loan, 2),
                                obligation_rule("shop", DeductionKind::third_party, 3)},
                               nullptr, floor),
                  {member(1, {debt(71, DeductionKind::loan, "20", "20"),
                              debt(72, DeductionKind::third_party, "15", "15")})},
                  {delivery(1, day(3), "100")});
}

std::vector<PayDay> pay_days(const SettlementInputs& period, BuyerPays assumed) {
    return value_of_result(pay_day_if(value_of_result(settle(period)), period.member_terms,
                                      period.other_terms, assumed));
}

PayDay pay_day(const char* floor, BuyerPays assumed) {
    return pay_days(hundred(floor), assumed).at(0);
}

PayDay expected(const char* paid, const char* postponed, const char* owed) {
    return {.producer = {1},
            .agreed = soles("60"),
            .on_pay_day = soles(paid),
            .later = soles("0"),
            .postponed_deductions = soles(postponed),
            .still_owed = soles(owed)};
}

TEST(LatePayment, ChangesNothingWhenTheBuyerPaysInFull) {
    EXPECT_EQ(pay_day("0.50", {.share = rate_of("1")}), expected("60", "0", "0"));
}

TEST(LatePayment, PostponesDeductionsUntilTheFloorIsReached) {
    EXPECT_EQ(pay_day("0.50", {.share = rate_of("0.70")}), expected("50", "20", "10"));
    EXPECT_EQ(pay_day("0.10", {.share = rate_of("0.70")}), expected("30", "0", "30"));
}

TEST(LatePayment, NeverGivesMoreThanWasAgreed) {
    EXPECT_EQ(pay_day("0.60", {.share = rate_of("0.99")}), expected("60", "1", "0"));
}

TEST(LatePayment, NeverPostponesTheTax) {
    EXPECT_EQ(pay_day("0.50", {.share = rate_of("0.30")}), expected("25", "35", "35"));
    EXPECT_EQ(pay_day("0.50", {.share = rate_of("0.03")}), expected("0", "35", "60"));
}

TEST(LatePayment, PaysLaterWhenTheBuyerIsLate) {
    auto days = expected("0", "20", "10");
    days.later = soles("50");
    EXPECT_EQ(pay_day("0.50", {.share = rate_of("0.70"), .days_late = 10}), days);
}

TEST(LatePayment, RefusesWhatNoBuyerDoes) {
    EXPECT_EQ(pay_day_if({}, {}, {}, {.share = rate_of("1.01")}).error().reason(),
              Refusal::out_of_range);
    EXPECT_EQ(pay_day_if({}, {}, {}, {.share = rate_of("-0.01")}).error().reason(),
              Refusal::out_of_range);
    EXPECT_EQ(pay_day_if({}, {}, {}, {.share = {}, .days_late = -1}).error().reason(),
              Refusal::out_of_range);
    EXPECT_TRUE(pay_day_if({}, {}, {}, {.share = rate_of("1")})->empty());
}

RC_GTEST_PROP(LatePayment, SharesOutExactlyWhatIsThere, ()) {
    const auto period = benchmark_inputs(raw_fortnight(12, *rc::gen::arbitrary<std::uint64_t>()));
    const Rate share{*rc::gen::inRange<std::int64_t>(0, 1'000'001)};
    const auto statements = value_of_result(settle(period));
    Money gross = soles("0"), used = soles("0");
    const auto late = *rc::gen::inRange(0, 3);
    const auto days = pay_days(period, {.share = share, .days_late = late});
    for (std::size_t i = 0; i < days.size(); ++i) {
        gross += statements[i].gross;
        RC_ASSERT((late > 0 ? days[i].on_pay_day : days[i].later).is_zero());
        const auto paid = days[i].on_pay_day + days[i].later;
        RC_ASSERT(paid + days[i].still_owed == days[i].agreed);
        RC_ASSERT(!days[i].still_owed.is_negative());
        RC_ASSERT(!(statements[i].deducted < days[i].postponed_deductions));
        used += paid + (statements[i].deducted - days[i].postponed_deductions);
    }
    RC_ASSERT(used == value_of_result(share_of(gross, share, Rounding::down)));
}

}  // namespace
}  // namespace ayni
