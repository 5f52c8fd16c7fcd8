#pragma once
// What each producer's milk of a period is worth: every accepted delivery priced, rounded where the
// terms say, and told as one line for each term.

#include <span>
#include <vector>

#include "domain/settlement/period_facts.h"

namespace ayni {

/// The two sides of the producer at `place`: what he sells as another supplier, and as a member.
[[nodiscard]] constexpr std::size_t half_of(std::size_t place, bool member) noexcept {
    return 2 * place + (member ? 1 : 0);
}

/// The milk of all producers, by place.
class MilkOfPeriod {
public:
    /// Prices every accepted delivery. Refused, with producer and day of the first such deliveries:
    /// `no_terms_on_day analysis_missing no_index_on_day price_not_positive out_of_range overflow`.
    [[nodiscard]] static Result<MilkOfPeriod> of(const SettlementInputs& inputs,
                                                 const PeriodFacts& facts);

    /// What he sold as a member, or as another supplier; each is rounded by itself, for each stands
    /// in an account of its own.
    [[nodiscard]] Money milk(std::size_t place, bool member) const noexcept {
        return milk_[half_of(place, member)];
    }
    [[nodiscard]] Money milk(std::size_t place) const noexcept {
        return milk(place, true) + milk(place, false);
    }
    /// Accepted, likewise.
    [[nodiscard]] Quantity quantity(std::size_t place, bool member) const noexcept {
        return quantities_[half_of(place, member)];
    }
    /// A line for each term that added something, by version (members' first) and term; those of
    /// members' terms sum to the milk of a member exactly, the others to the rest.
    [[nodiscard]] std::vector<StatementLine> lines(const PeriodFacts& facts,
                                                   std::size_t place) const;

private:
    std::vector<Money> milk_;           // by half
    std::vector<Quantity> quantities_;  // by half
    std::vector<Wide> effects_;         // by producer, then term of all versions: 10^-9 major units
    std::size_t terms_ = 0;
    std::size_t member_terms_ = 0;  // of them, which come first
};

/// Splits `total` into whole minor units as `exact` (10^-9 major units each, either sign) has it:
/// each part is rounded towards minus infinity and what then is left is spread one by one, largest
/// fraction first, ties to the earlier. Parts that are exactly 0 stay 0. Since `total` may have
/// been rounded many times, a part can be off by more than one unit. Some part must not be 0 unless
/// the total is.
[[nodiscard]] std::vector<Money> allot_signed(Money total, std::span<const Wide> exact);

}  // namespace ayni
