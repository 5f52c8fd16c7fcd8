#include "domain/sale/apply_receipt.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "domain/sale/testing.h"

namespace ayni {
namespace {

using namespace testing;
using Shares = std::vector<ReceiptShare>;

PayableClaim claim(std::int64_t item, const char* amount, const char* contested = "0") {
    return {item, soles(amount), soles(contested)};
}

TEST(ApplyReceipt, PaysWhatComesFirst) {
    const std::vector claims{claim(1, "100"), claim(2, "50")};
    const auto applied = apply_receipt(soles("120"), claims);
    EXPECT_EQ(applied.shares, (Shares{{1, soles("100")}, {2, soles("20")}}));
    EXPECT_EQ(applied.rest, soles("0"));
    EXPECT_EQ(apply_receipt(soles("160"), claims).rest, soles("10"));
}

TEST(ApplyReceipt, LeavesWhatIsInDisputeForTheEnd) {
    const std::vector claims{claim(1, "100", "30"), claim(2, "50")};
    EXPECT_EQ(apply_receipt(soles("120"), claims).shares,
              (Shares{{1, soles("70")}, {2, soles("50")}}));
    EXPECT_EQ(apply_receipt(soles("130"), claims).shares,
              (Shares{{1, soles("80")}, {2, soles("50")}}));
}

TEST(ApplyReceipt, UsesWhatHeHadPaidTooMuch) {
    const std::vector claims{claim(1, "-20"), claim(2, "50")};
    const auto applied = apply_receipt(soles("30"), claims);
    EXPECT_EQ(applied.shares, (Shares{{1, soles("-20")}, {2, soles("50")}}));
    EXPECT_EQ(applied.rest, soles("0"));
}

RC_GTEST_PROP(ApplyReceipt, SharesAndRestAreWhatWasPaidAndNoClaimIsOverpaid, ()) {
    const auto currency = soles("0").currency;
    std::vector<PayableClaim> claims;
    const auto count = *rc::gen::inRange(0, 8);
    for (std::int64_t item = 1; item <= count; ++item) {
        const Money open{*rc::gen::inRange(-500, 1000), currency};
        const auto most = open.minor > 0 ? static_cast<int>(open.minor) : 0;
        claims.push_back({item, open, Money{*rc::gen::inRange(0, most + 1), currency}});
    }
    const Money paid{*rc::gen::inRange(1, 3000), currency};
    const auto applied = apply_receipt(paid, claims);
    auto sum = applied.rest;
    for (const auto& share : applied.shares) {
        sum += share.amount;
        const auto open = claims[static_cast<std::size_t>(share.item - 1)].amount;
        const bool fits = open.is_negative() ? share.amount == open : !(open < share.amount);
        RC_ASSERT(fits);
    }
    RC_ASSERT(sum == paid);
    RC_ASSERT(!applied.rest.is_negative());
}

}  // namespace
}  // namespace ayni
