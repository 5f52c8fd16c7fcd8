#include "domain/settlement/try_terms.h"

#include <gtest/gtest.h>

#include "domain/settlement/testing.h"

namespace ayni {
namespace {

using namespace testing;

// A member and another supplier, over the end of a fortnight.
PastMilk two_suppliers() {
    PastMilk milk{.first = day(10),
                  .last = day(20),
                  .currency = pen,
                  .attributes = milk_attributes(),
                  .terms = {},
                  .indices = {},
                  .suppliers = {}};
    for (std::int64_t party : {7, 8}) {
        PastSupplier supplier{.party = {party},
                              .supplier = party == 7 ? "M2" : "M1",
                              .name = "",
                              .member_in = {},
                              .certificates = {},
                              .debts = {},
                              .cans = {},
                              .samples = {}};
        if (party == 7) supplier.member_in = {{day(1), day(31)}};
        supplier.cans = {{day(12), Shift::morning, kg("10"), readings({{fat, 400}})},
                         {day(18), Shift::evening, kg("20"), {}}};
        milk.suppliers.push_back(supplier);
    }
    return milk;
}

TermsTrial trial_of(const PriceTerms& price) { return {{price}, std::nullopt}; }

TEST(TryTerms, PricesEachFortnightByItsOwnStatistics) {
    auto mean = per_point("fat", "3.00", "1.00", "0.10");
    mean.statistic = Statistic::period_mean;
    const auto tried = value_of_result(
        try_terms(two_suppliers(), trial_of(terms_of({base("1.00"), mean}))));
    ASSERT_EQ(tried.columns.size(), 1U);  // no terms were signed, so they have no column
    EXPECT_EQ(tried.columns.back().value, soles("62.00"));
}

TEST(TryTerms, TellsSuppliersByCodeInTheSameColumns) {
    auto milk = two_suppliers();
    milk.terms.push_back({OfferColumn::agreement, MembershipKind::member, day(1),
                          terms_of({base("2.00")}), WaterfallTerms{}});
    const auto tried = value_of_result(try_terms(milk, trial_of(terms_of({base("1.00")}))));
    ASSERT_EQ(tried.suppliers.size(), 2U);
    EXPECT_EQ(tried.suppliers.front().supplier, "M1");
    EXPECT_EQ(tried.suppliers.front().values, (std::vector{soles("60.00"), soles("30.00")}));
    EXPECT_EQ(tried.columns.front().column, OfferColumn::agreement);
}

TEST(TryTerms, TakesWhatTheWaterfallAsks) {
    auto milk = two_suppliers();
    milk.suppliers.front().debts = {{.since = day(16),
                                     .number = {1},
                                     .kind = DeductionKind::input,
                                     .remaining = soles("9.00"),
                                     .instalment = soles("4.00"),
                                     .overdue = soles("0.00"),
                                     .interest = soles("0.00"),
                                     .rule = ""}};
    auto trial = trial_of(terms_of({base("1.00")}));
    trial.waterfalls = {waterfall_of({share_rule("share", DeductionKind::capital, "0.10", 1),
                                      obligation_rule("input", DeductionKind::input, 2)})};
    const auto tried = value_of_result(try_terms(milk, trial));
    EXPECT_TRUE(tried.columns.back().takes);
    EXPECT_EQ(tried.suppliers.back().deducted.back(), soles("7.00"));  // 1 + 2 of capital, and 4
    EXPECT_EQ(tried.suppliers.front().nets.back(), soles("30.00"));    // no member, no debt
}

TEST(TryTerms, RefusesWithThePathOfTheOffer) {
    const auto refusal = [](const TermsTrial& trial) {
        const auto tried = try_terms(two_suppliers(), trial);
        return tried ? std::string() : tried.error().problems.front().where;
    };
    EXPECT_EQ(refusal({}), "/offers");
    EXPECT_EQ(refusal(trial_of(terms_of({}))), "/offers/0/terms");
    auto strict = per_point("fat", "3.00", "1.00", "0.10");
    strict.missing = WhenMissing::refuse;
    EXPECT_EQ(refusal(trial_of(terms_of({base("1.00"), strict}))), "/offers/0/producers/7");
    auto trial = trial_of(terms_of({base("1.00")}));
    trial.waterfalls.emplace();
    EXPECT_EQ(refusal(trial), "/waterfalls");
    trial.waterfalls = {waterfall_of({}, "1.5")};
    EXPECT_EQ(refusal(trial), "/waterfalls/0/cap");
}

}  // namespace
}  // namespace ayni
