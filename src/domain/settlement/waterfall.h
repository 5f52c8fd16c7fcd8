#pragma once
// What is taken from a producer's gross, in which order, and what he keeps in any case.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kernel/describe.h"
#include "kernel/measure.h"
#include "ledger/account.h"
#include "ledger/party.h"

namespace ayni {

/// What a deduction is, which decides the account it goes to (posting table, rows 2 to 8).
enum class DeductionKind {
    own_service,  ///< transport, cooling, administration -> cost_recovered
    capital,      ///< member's contribution -> share_capital; refused from a non-member
    retention,    ///< to be given back -> retention_payable
    tax,          ///< -> tax_withheld
    input,        ///< the organisation's own inputs -> input_receivable
    advance,      ///< -> producer_advance
    loan,         ///< the organisation's own loan -> loan_principal
    third_party,  ///< promoter, bank, shop -> withheld_third_party of the creditor
    correction,   ///< paid too much earlier -> producer_receivable
};
BOOST_DESCRIBE_ENUM(DeductionKind, own_service, capital, retention, tax, input, advance, loan,
                    third_party, correction)

/// How much is asked in each settlement.
enum class DeductionBasis {
    per_unit,    ///< `price` x accepted quantity
    of_gross,    ///< `rate` x gross
    obligation,  ///< instalments of obligations of this kind that are due
};
BOOST_DESCRIBE_ENUM(DeductionBasis, per_unit, of_gross, obligation)

enum class AppliesTo { everyone, members, non_members };
BOOST_DESCRIBE_ENUM(AppliesTo, everyone, members, non_members)

inline constexpr std::int32_t highest_rank = 1'000'000;

/// One rule of the waterfall. Rules of equal rank share what is left in proportion to what they
/// ask, and so must have the same limits.
struct DeductionRule {
    std::string code;  ///< "transport"
    std::string name;  ///< "Flete", as the statement says it
    DeductionKind kind = DeductionKind::own_service;
    DeductionBasis basis = DeductionBasis::obligation;
    std::optional<Price> price;  ///< per_unit
    std::optional<Rate> rate;    ///< of_gross
    AppliesTo applies_to = AppliesTo::everyone;
    std::int32_t rank = 0;                  ///< 0..highest_rank, smaller is served first
    bool under_cap = true;                  ///< counts towards the cap
    bool above_floor = true;                ///< may not take the producer below his floor
    std::optional<std::string> creditor{};  ///< tax: code of the party it is withheld for
    bool operator==(const DeductionRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(DeductionRule, (),
                      (code, name, kind, basis, price, rate, applies_to, rank, under_cap,
                       above_floor, creditor))

/// The waterfall part of purchase terms.
struct WaterfallTerms {
    Rounding rounding = Rounding::half_even;  ///< of per_unit and of_gross amounts
    std::optional<Rate> cap;                  ///< share of gross that rules under the cap may take
    std::optional<Price> floor;               ///< per unit: what a producer keeps of each unit
    std::vector<DeductionRule> rules;
    bool operator==(const WaterfallTerms&) const = default;
};
BOOST_DESCRIBE_STRUCT(WaterfallTerms, (), (rounding, cap, floor, rules))

/// Every problem with its path ("/rules/2/rate"). Refused: `term_incomplete term_surplus
/// rank_mixes_limits` (`term_surplus` also for a creditor of what is no tax), `not_a_member`
/// (capital that applies to non-members), `code_taken`, and `out_of_range` for a rate or cap
/// beyond 0..1, a price or floor below 0, a rank beyond 0..`highest_rank`, or a debt (input,
/// advance, loan, third party, correction) whose basis is not its obligations.
[[nodiscard]] Result<void> check_waterfall(const WaterfallTerms& terms);

/// What one rule, or one obligation, asks of one producer.
struct Claim {
    std::int32_t rule = 0;        ///< its place in the terms
    std::int64_t obligation = 0;  ///< 0: none
    Money amount;                 ///< never negative
};

/// The limits of one producer's waterfall: all in the currency of the gross.
struct WaterfallLimits {
    Money gross;  ///< what there is to take from
    Money cap;    ///< at most this for claims under the cap
    Money floor;  ///< at least this is left by claims above the floor
};

/// What each claim gets: by rank, pro rata inside a rank (largest remainder, ties to the earlier
/// claim), never above the cap, never below the floor, and in no case more than the gross. What a
/// claim does not get is carried over by the caller.
[[nodiscard]] std::vector<Money> apply_waterfall(const WaterfallTerms& terms,
                                                 const WaterfallLimits& limits,
                                                 std::span<const Claim> claims);

}  // namespace ayni
