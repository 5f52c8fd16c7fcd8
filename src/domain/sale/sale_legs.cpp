#include "domain/sale/sale_legs.h"

#include <algorithm>

#include "domain/sale/reconcile_lot.h"

namespace ayni {
namespace {

class LegsOfSale {
public:
    void add(AccountRole role, PartyId party, std::int64_t item, Money amount) {
        if (!amount.is_zero()) legs_.push_back({role, party, {}, item, amount});
    }
    void add(const std::vector<Leg>& legs) { legs_.insert(legs_.end(), legs.begin(), legs.end()); }
    std::vector<Leg> take() { return std::move(legs_); }

private:
    std::vector<Leg> legs_;
};

Reconciliation found_in(const LiquidationLine& line) {
    const BuyersLot his{line.weight, line.amount, line.inputs, line.penalty};
    return {line.outcome, line.backed, his_worth(his, line.backed) - line.ours};
}

}  // namespace

std::vector<Leg> sale_legs(const Lot& lot) {
    LegsOfSale legs;
    legs.add(AccountRole::buyer_receivable, lot.buyer, lot.number.number, lot.value);
    legs.add(AccountRole::sales_produce, {}, 0, -lot.value);
    return legs.take();
}

std::vector<Leg> loss_legs(Money lost, MembershipKind bought_from) {
    LegsOfSale legs;
    legs.add(AccountRole::shrinkage, {}, 0, lost);
    legs.add(bought_from == MembershipKind::member ? AccountRole::purchases_member
                                                   : AccountRole::purchases_third,
             {}, 0, -lost);
    return legs.take();
}

std::vector<Leg> liquidation_legs(const Liquidation& liquidation,
                                  const std::vector<LiquidationLine>& lines) {
    LegsOfSale legs;
    // Of what was bought for him the claim counts, which is about no lot; its lots are evidence.
    const bool has_claim = std::ranges::any_of(
        lines, [](const LiquidationLine& line) { return line.lot.is_none(); });
    for (const auto& line : lines)
        if (line.lot.is_none() == has_claim) {
            legs.add(correction_legs(line.ours - line.booked, liquidation.buyer, line.lot,
                                     income_of(line.lot)));
            legs.add(reconciliation_legs(found_in(line), liquidation.buyer, line.lot,
                                         income_of(line.lot)));
        }
    const LotNumber item = has_claim || lines.empty() ? LotNumber{} : lines.front().lot;
    legs.add(correction_legs(liquidation.residue, liquidation.buyer, item, AccountRole::rounding));
    return legs.take();
}

std::vector<Leg> receipt_legs(const BuyerReceipt& receipt, const AppliedReceipt& applied) {
    LegsOfSale legs;
    legs.add(receipt.kept_in, {}, 0, receipt.amount);
    for (const auto& [account, amount] : receipt.taken_off)
        legs.add(account, account == AccountRole::buyer_advance ? receipt.buyer : PartyId{}, 0,
                 amount);
    for (const auto& [item, amount] : applied.shares)
        legs.add(AccountRole::buyer_receivable, receipt.buyer, item, -amount);
    legs.add(AccountRole::buyer_advance, receipt.buyer, 0, -applied.rest);
    return legs.take();
}

AccountRole income_of(LotNumber lot) noexcept {
    return lot.is_none() ? AccountRole::service_income : AccountRole::sales_produce;
}

}  // namespace ayni
