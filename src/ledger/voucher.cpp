#include "ledger/voucher.h"

#include "ledger/by_party.h"

namespace ayni {
namespace {

using enum AccountRole;

// What other papers keep would no longer agree with them.
bool is_kept_elsewhere(AccountRole role) {
    switch (role) {
        case in_transit:
        case buyer_receivable:
        case producer_advance:
        case producer_receivable:
        case input_receivable:
        case loan_principal:
        case interest_receivable:
        case producer_payable:
        case share_capital:
        case surplus:
        case accumulated_depreciation:
        case sales_produce:
        case cost_recovered:
        case purchases_member:
        case purchases_third:
        case stock_produce:
        case stock_inputs: return true;
        default: return false;
    }
}

// Whose account pays: of the one who is owed it, who accounts for an advance, or who answers a
// claim.
bool is_of_payee(AccountRole paid_from) {
    return paid_from == trade_payable || paid_from == staff_advance ||
           paid_from == claim_receivable || paid_from == producer_payable;
}

bool may_pay(AccountRole role) {
    return role == bank || role == cash || role == petty_cash || role == compensation ||
           is_of_payee(role);
}

// A producer is owed by hand only for what spoiled, and that is claimed only of who let it spoil.
bool may_pay_for(AccountRole paid_from, AccountRole account) {
    if (paid_from == producer_payable) return account == compensation;
    if (paid_from == compensation) return account == claim_receivable;
    return !is_kept_elsewhere(account) && account != paid_from;
}

}  // namespace

Result<std::vector<Leg>> voucher_legs(const std::vector<VoucherLine>& lines, AccountRole paid_from,
                                      PartyId payee, Currency currency) {
    if (!may_pay(paid_from))
        return refuse(Refusal::not_a_choice, "/paid_from", std::string(name_of(paid_from)));
    if (is_of_payee(paid_from) && payee.is_none()) return refuse(Refusal::field_missing, "/payee");
    if (lines.empty()) return refuse(Refusal::field_missing, "/lines");
    std::vector<Leg> legs;
    Money paid{0, currency};
    for (const auto& line : lines) {
        const auto where = "/lines/" + std::to_string(legs.size());
        if (!may_pay_for(paid_from, line.account))
            return refuse(Refusal::not_a_choice, where + "/account",
                          std::string(name_of(line.account)));
        if (is_by_party(line.account) && line.party.is_none())
            return refuse(Refusal::field_missing, where + "/party");
        if (line.amount.currency != currency)
            return refuse(Refusal::currencies_differ, where + "/amount/currency");
        if (line.amount.is_zero() || line.amount.is_negative())
            return refuse(Refusal::amount_not_positive, where + "/amount");
        legs.push_back({line.account, line.party, {}, 0, line.amount});
        paid += line.amount;
    }
    const bool is_his = is_of_payee(paid_from);
    legs.push_back({paid_from, is_his ? payee : PartyId{}, is_his ? PartyId{} : payee, 0, -paid});
    return legs;
}

EntryKind entry_kind_of(AccountRole paid_from) noexcept {
    const bool is_of_spoiled_milk = paid_from == producer_payable || paid_from == compensation;
    return is_of_spoiled_milk ? EntryKind::compensation : EntryKind::voucher;
}

}  // namespace ayni
