#include "domain/settlement/waterfall.h"

#include <algorithm>
#include <utility>

#include "kernel/allocate.h"
#include "kernel/check.h"

namespace ayni {
namespace {

// What may still be taken: from the gross, from the cap, and until the floor is reached.
struct Left {
    std::int64_t gross, cap, above_floor;

    [[nodiscard]] std::int64_t for_rule(const DeductionRule& rule) const {
        std::int64_t left = gross;
        if (rule.under_cap) left = std::min(left, cap);
        if (rule.above_floor) left = std::min(left, above_floor);
        return std::max<std::int64_t>(left, 0);
    }
    void take(const DeductionRule& rule, std::int64_t amount) {
        gross -= amount;
        above_floor -= amount;
        if (rule.under_cap) cap -= amount;
    }
};

using Places = std::span<const std::size_t>;

std::vector<std::size_t> places_by_rank(const WaterfallTerms& terms,
                                        std::span<const Claim> claims) {
    std::vector<std::size_t> places(claims.size());
    for (std::size_t place = 0; place < places.size(); ++place) places[place] = place;
    std::ranges::sort(places, {}, [&](std::size_t place) {
        return std::pair(terms.rules[static_cast<std::size_t>(claims[place].rule)].rank, place);
    });
    return places;
}

// One rank: each claim in full if there is enough, else shares in proportion to what they ask.
// A share never exceeds its claim, since there is less to share than is asked.
std::int64_t serve_rank(std::span<const Claim> claims, Places places, std::int64_t left,
                        std::vector<Money>& taken) {
    Wide asked = 0;
    std::vector<std::int64_t> weights;
    weights.reserve(places.size());
    for (const auto place : places) {
        weights.push_back(claims[place].amount.minor);
        asked += weights.back();
    }
    const bool enough = asked <= left;
    const auto total = enough ? static_cast<std::int64_t>(asked) : left;
    if (places.size() == 1) {
        taken[places.front()].minor = total;
        return total;
    }
    const auto shares = allocate(Money{total, taken.front().currency}, weights);
    for (std::size_t i = 0; i < places.size(); ++i) taken[places[i]] = shares[i];
    return total;
}

}  // namespace

std::vector<Money> apply_waterfall(const WaterfallTerms& terms, const WaterfallLimits& limits,
                                   std::span<const Claim> claims) {
    CHECK(!limits.gross.is_negative() && limits.cap.currency == limits.gross.currency &&
          limits.floor.currency == limits.gross.currency);
    std::vector<Money> taken(claims.size(), Money{0, limits.gross.currency});
    Left left{limits.gross.minor, limits.cap.minor, (limits.gross - limits.floor).minor};
    const auto order = places_by_rank(terms, claims);
    const auto rule_at = [&](std::size_t place) -> const DeductionRule& {
        return terms.rules[static_cast<std::size_t>(claims[place].rule)];
    };
    for (auto from = order.begin(); from != order.end();) {
        const auto& rule = rule_at(*from);
        const auto to = std::find_if(from, order.end(),
                                     [&](auto place) { return rule_at(place).rank != rule.rank; });
        left.take(rule, serve_rank(claims, {from, to}, left.for_rule(rule), taken));
        from = to;
    }
    return taken;
}

}  // namespace ayni
