// Any JSON as the terms of a waterfall, then any claims: rank, cap and floor are kept to the cent.
#include "domain/settlement/waterfall.h"

#include "domain/pricing/price_terms.h"  // describes Rounding
#include "fuzzed.h"
#include "kernel/described_json.h"

namespace ayni {
namespace {

struct Case {
    const WaterfallTerms& terms;
    WaterfallLimits limits;
    std::vector<Claim> claims;
    std::vector<Money> taken;

    [[nodiscard]] const DeductionRule& rule(std::size_t claim) const {
        return terms.rules[static_cast<std::size_t>(claims[claim].rule)];
    }
    // What was taken by claims of a rank up to this one, all of them or those under the cap.
    [[nodiscard]] Wide taken_up_to(std::int32_t rank, bool only_under_cap) const {
        Wide sum = 0;
        for (std::size_t i = 0; i < claims.size(); ++i)
            if (rule(i).rank <= rank && (!only_under_cap || rule(i).under_cap))
                sum += taken[i].minor;
        return sum;
    }
};

void check_limits(const Case& one) {
    CHECK(one.taken.size() == one.claims.size());
    CHECK(one.taken_up_to(highest_rank, false) <= one.limits.gross.minor);
    for (std::size_t i = 0; i < one.claims.size(); ++i) {
        const auto got = one.taken[i].minor;
        CHECK(got >= 0 && got <= one.claims[i].amount.minor);
        if (got == 0) continue;
        const auto rank = one.rule(i).rank;
        if (one.rule(i).under_cap) CHECK(one.taken_up_to(rank, true) <= one.limits.cap.minor);
        if (one.rule(i).above_floor)
            CHECK(one.limits.gross.minor - one.taken_up_to(rank, false) >= one.limits.floor.minor);
    }
}

// Where a claim stays short, no later one under the same limits gets anything, and none of its own
// rank in the same place gets more than a minor unit beyond its proportion.
void check_order(const Case& one) {
    for (std::size_t a = 0; a < one.claims.size(); ++a) {
        const Wide asked_a = one.claims[a].amount.minor, got_a = one.taken[a].minor;
        if (got_a == asked_a) continue;
        for (std::size_t b = 0; b < one.claims.size(); ++b) {
            const bool same_limits = one.rule(a).under_cap == one.rule(b).under_cap &&
                                     one.rule(a).above_floor == one.rule(b).above_floor;
            if (!same_limits || one.rule(b).rank < one.rule(a).rank) continue;
            const Wide asked_b = one.claims[b].amount.minor, got_b = one.taken[b].minor;
            if (one.rule(b).rank > one.rule(a).rank)
                CHECK(got_b == 0);
            else
                CHECK((got_b - 1) * asked_a <= (got_a + 1) * asked_b);
        }
    }
}

}  // namespace

void fuzz(Fuzzed& fuzzed) {
    const auto terms = from_json_text<WaterfallTerms>(fuzzed.text());
    if (!terms) return;
    CHECK(from_json_text<WaterfallTerms>(to_json_text(*terms)) == *terms);
    if (!check_waterfall(*terms) || terms->rules.empty()) return;
    const auto pen = Currency::known("PEN");
    const auto amount = [&] {
        const auto bound = fuzzed.choose(2) == 0 ? 100 : largest_amount;
        const auto number = fuzzed.number() % (bound + 1);
        return Money{number < 0 ? -number : number, pen};
    };
    Case one{*terms, {amount(), amount(), amount()}, {}, {}};
    for (int i = fuzzed.choose(20); i > 0; --i) {
        const int rule = fuzzed.choose(
            static_cast<int>(std::min<std::size_t>(terms->rules.size(), 255)));
        one.claims.push_back({rule, i, amount()});
    }
    one.taken = apply_waterfall(*terms, one.limits, one.claims);
    check_limits(one);
    check_order(one);
}

}  // namespace ayni
