#pragma once
// What is asked of a producer's gross: by the rules of the terms, his due obligations, and what he
// was paid too much earlier.

#include <array>
#include <span>
#include <vector>

#include "domain/settlement/settle.h"

namespace ayni {

/// The waterfall of one version with its rules in the order in which they are served.
class RankedRules {
public:
    explicit RankedRules(const WaterfallTerms& terms);
    /// The terms, with one more rule at the end that asks for corrections where no rule of theirs
    /// applies: before all others, under the cap and above the floor.
    [[nodiscard]] const WaterfallTerms& terms() const noexcept { return terms_; }
    /// Places of the rules by rank, then place.
    [[nodiscard]] const std::vector<std::int32_t>& order() const noexcept { return order_; }

private:
    WaterfallTerms terms_;
    std::vector<std::int32_t> order_;
};

/// What a rule's own charge is taken of.
struct Charged {
    Money gross;
    Quantity quantity;
};

/// Whose gross it is, and what may be asked of it. What he sold as a member and as another supplier
/// stand apart: capital, and what only members or only others pay, is taken of their milk alone.
struct Asked {
    TermsNumber terms;
    const ProducerFacts* producer = nullptr;
    bool member = false;                          ///< on the period's last day
    Date last_day;                                ///< of the period
    std::array<Charged, 2> milk;                  ///< of the period: as another supplier, as member
    std::span<const LateDifference> differences;  ///< his, by settlement
    /// For each difference the waterfall of its own period, by which its milk is charged or its
    /// charge given back; null: there was none, and it is not charged.
    std::span<const WaterfallTerms* const> terms_then{};
    std::span<const PartyId> creditors{};  ///< by rule, as far as one has a creditor
};

/// Claims by rank, then rule, its own charge, obligation and settlement; each has its line, with
/// nothing taken yet.
struct Claims {
    std::vector<Claim> claims;
    std::vector<StatementLine> lines;
};

/// Whether the rule asks anything of such a producer, and of such milk.
[[nodiscard]] bool applies(const DeductionRule& rule, bool member) noexcept;

/// A rule's own charge is taken of the milk to which it applies, sold on days as a member or not.
/// An obligation is asked by the first rule of its kind that applies to the producer and asks for
/// obligations, and capital of members only: its instalment and what was overdue of it, at most
/// what remains. A charge that was carried over is asked beside its rule's own; where the terms no
/// longer have that rule, by the first one of its kind that applies; where there is none, it waits.
/// What amounts to nothing is not asked. Refused: `overflow`.
[[nodiscard]] Result<Claims> claims_of(const RankedRules& rules, const Asked& asked);

/// Gross, cap (rounded down) and floor (half up, at most the gross). Refused: `overflow`.
[[nodiscard]] Result<WaterfallLimits> limits_of(const WaterfallTerms& terms, Money gross,
                                                Quantity quantity);

}  // namespace ayni
