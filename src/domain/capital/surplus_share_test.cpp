#include "domain/capital/surplus_share.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ayni {
namespace {

const Currency pen = Currency::of("PEN").value();

Money soles(std::int64_t cents) { return {cents, pen}; }

TEST(SharesByVolume, GiveEachMemberHisPartOfEachProduct) {
    const std::vector<SharedByVolume> products{
        {soles(1000), {{{1}, Quantity{1000}}, {{2}, Quantity{2000}}}},
        {soles(100), {{{2}, Quantity{5}}, {{3}, Quantity{0}}}}};
    const std::vector<MemberShare> expected{{{1}, soles(333)}, {{2}, soles(767)}};
    EXPECT_EQ(shares_by_volume(products), expected);
}

TEST(SurplusLegs, AreReserveAndMembersAgainstTheSurplus) {
    const std::vector<MemberShare> shares{{{1}, soles(333)}, {{2}, soles(767)}};
    const auto legs = surplus_legs(soles(400), shares);
    EXPECT_TRUE(check_balanced(legs).has_value());
    EXPECT_EQ(legs.front().amount, soles(1500));
}

RC_GTEST_PROP(SharesByVolume, AddUpToTheAmount, ()) {
    const auto volumes = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::int64_t>>(
        rc::gen::inRange<std::int64_t>(0, 1'000'000)));
    const auto total = *rc::gen::inRange<std::int64_t>(0, 100'000'000);
    SharedByVolume shared{soles(total), {}};
    std::int64_t delivered = 0;
    for (std::size_t i = 0; i < volumes.size(); ++i) {
        shared.members.push_back({{static_cast<std::int64_t>(i) + 1}, Quantity{volumes[i]}});
        delivered += volumes[i];
    }
    RC_PRE(delivered > 0);
    Money sum = soles(0);
    for (const auto& each : shares_by_volume(std::vector{shared})) sum += each.amount;
    RC_ASSERT(sum == soles(total));
}

}  // namespace
}  // namespace ayni
