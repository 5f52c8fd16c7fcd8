#include "domain/capital/capital_movement.h"

namespace ayni {

using enum AccountRole;

Result<std::vector<Leg>> capital_legs(const CapitalMovement& movement, Currency currency) {
    const bool is_refund = movement.kind == CapitalKind::refund;
    const bool is_owed = movement.account == producer_payable;
    if (movement.account != bank && movement.account != cash && !(is_refund && is_owed))
        return refuse(Refusal::not_a_choice, "/account", std::string(name_of(movement.account)));
    if (movement.amount.currency != currency)
        return refuse(Refusal::currencies_differ, "/amount/currency");
    if (movement.amount.is_zero() || movement.amount.is_negative())
        return refuse(Refusal::amount_not_positive, "/amount");
    const Money share = is_refund ? movement.amount : -movement.amount;
    return std::vector<Leg>{{share_capital, movement.member, {}, 0, share},
                            {movement.account, is_owed ? movement.member : PartyId{},
                             is_owed ? PartyId{} : movement.member, 0, -share}};
}

}  // namespace ayni
