#include "domain/settlement/debt_legs.h"

#include "domain/settlement/post_settlement.h"
#include "kernel/check.h"

namespace ayni {
namespace {

AccountRole counter_account(DebtAgainst against) noexcept {
    switch (against) {
        case DebtAgainst::bank: return AccountRole::bank;
        case DebtAgainst::cash: return AccountRole::cash;
        case DebtAgainst::sales_inputs: return AccountRole::sales_inputs;
        case DebtAgainst::opening: break;
    }
    return AccountRole::surplus;
}

}  // namespace

bool is_own_credit(DeductionKind kind) noexcept {
    return kind == DeductionKind::advance || kind == DeductionKind::input ||
           kind == DeductionKind::loan;
}

std::vector<Leg> debt_legs(const Obligation& debt, DebtAgainst against) {
    CHECK(is_own_credit(debt.kind));
    const auto owed = [&](AccountRole role, Money amount) {
        return Leg{role, debt.party, {}, debt.number.number, amount};
    };
    const auto counter = counter_account(against);
    if (debt.interest.is_zero())
        return {owed(account_of(debt.kind), debt.amount), {counter, {}, {}, 0, -debt.amount}};
    const Money principal = debt.amount - debt.interest;
    std::vector<Leg> legs{owed(AccountRole::interest_receivable, debt.interest),
                          owed(account_of(debt.kind), principal)};
    if (against == DebtAgainst::opening) {
        legs.push_back({counter, {}, {}, 0, -debt.amount});
    } else {
        legs.push_back({AccountRole::interest_income, {}, {}, 0, -debt.interest});
        legs.push_back({counter, {}, {}, 0, -principal});
    }
    return legs;
}

}  // namespace ayni
