#include "domain/sale/reconcile_lot.h"

#include <cstdlib>

namespace ayni {
namespace {

bool is_within(std::int64_t difference, std::int64_t whole, Rate share) {
    constexpr std::int64_t million = 1'000'000;
    return static_cast<Wide>(std::abs(difference)) * million <=
           static_cast<Wide>(std::abs(whole)) * share.millionths;
}

LineOutcome outcome_of(const OurLot& ours, const BuyersLot& his, Tolerance tolerance,
                       Money difference) {
    if (difference.is_zero()) return LineOutcome::agreed;
    const auto weights = his.weight.thousandths - ours.weight.thousandths;
    if (weights == 0 && std::abs(difference.minor) <= residue_of_a_lot)
        return LineOutcome::rounding;
    const bool within = is_within(weights, ours.weight.thousandths, tolerance.weight) &&
                        is_within(difference.minor, ours.value.minor, tolerance.value);
    return within ? LineOutcome::corrected : LineOutcome::disputed;
}

void add(std::vector<Leg>& legs, AccountRole role, PartyId party, std::int64_t item, Money amount) {
    if (!amount.is_zero()) legs.push_back({role, party, {}, item, amount});
}

}  // namespace

Money his_worth(const BuyersLot& his, Money backed) {
    return his.amount - his.penalty - (his.inputs - backed);
}

Reconciliation reconcile_lot(const OurLot& ours, const BuyersLot& his, Tolerance signed_tolerance,
                             Money advanced) {
    const Money nothing{0, ours.value.currency};
    const auto backed = advanced.is_negative() ? nothing : least(his.inputs, advanced);
    const auto difference = his_worth(his, backed) - ours.value;
    return {outcome_of(ours, his, signed_tolerance, difference), backed, difference};
}

std::vector<Leg> reconciliation_legs(const Reconciliation& found, PartyId buyer, LotNumber lot,
                                     AccountRole income) {
    auto legs = found.outcome == LineOutcome::disputed
                    ? std::vector<Leg>{}
                    : correction_legs(
                          found.difference, buyer, lot,
                          found.outcome == LineOutcome::rounding ? AccountRole::rounding : income);
    add(legs, AccountRole::buyer_advance, buyer, 0, found.backed);
    add(legs, AccountRole::buyer_receivable, buyer, lot.number, -found.backed);
    return legs;
}

Money contested(const LiquidationLine& line) {
    const Money nothing{0, line.ours.currency};
    if (line.outcome != LineOutcome::disputed) return nothing;
    const auto his = his_worth({line.weight, line.amount, line.inputs, line.penalty}, line.backed);
    return his < line.ours ? line.ours - his : nothing;
}

std::vector<Leg> correction_legs(Money more, PartyId buyer, LotNumber lot, AccountRole income) {
    std::vector<Leg> legs;
    add(legs, AccountRole::buyer_receivable, buyer, lot.number, more);
    add(legs, income, {}, 0, -more);
    return legs;
}

}  // namespace ayni
