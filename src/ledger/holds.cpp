#include "ledger/entry.h"

namespace ayni {
namespace {

bool stands_on_debit(AccountRole role) noexcept {
    const auto side = class_of(role);
    return side == AccountClass::asset || side == AccountClass::expense;
}

}  // namespace

Money available(const Balances& balances, const std::vector<Hold>& holds, AccountRole role,
                PartyId party, Currency currency) {
    const Money balance = balances.of(role, party, currency);
    Money left = stands_on_debit(role) ? balance : -balance;
    for (const auto& hold : holds)
        if (hold.role == role && hold.party == party && hold.amount.currency == currency)
            left -= hold.amount;
    return left;
}

Result<Hold> place_hold(const Balances& balances, const std::vector<Hold>& holds, Hold wanted) {
    if (wanted.amount.is_negative() || wanted.amount.is_zero())
        return refuse(Refusal::amount_not_positive, "/amount");
    const auto left = available(balances, holds, wanted.role, wanted.party, wanted.amount.currency);
    if (left < wanted.amount)
        return refuse(Refusal::hold_exceeds_balance, "/amount", print_amount(left));
    return wanted;
}

}  // namespace ayni
