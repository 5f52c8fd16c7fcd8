#include "ledger/account.h"

namespace ayni {

AccountClass class_of(AccountRole role) noexcept {
    using enum AccountRole;
    switch (role) {
        case bank:
        case cash:
        case in_transit:
        case buyer_receivable:
        case producer_advance:
        case producer_receivable:
        case input_receivable:
        case loan_principal:
        case interest_receivable:
        case claim_receivable:
        case stock_produce:
        case stock_inputs:
        case fixed_asset:
        case input_vat:
        case accumulated_depreciation:
        case petty_cash:
        case staff_advance: return AccountClass::asset;
        case producer_payable:
        case withheld_third_party:
        case tax_withheld:
        case retention_payable:
        case premium_held:
        case overpayment:
        case trade_payable:
        case buyer_advance:
        case bank_loan:
        case interest_payable: return AccountClass::liability;
        case share_capital:
        case reserve:
        case surplus: return AccountClass::equity;
        case sales_produce:
        case sales_inputs:
        case cost_recovered:
        case interest_income:
        case service_income: return AccountClass::income;
        case purchases_member:
        case purchases_third:
        case compensation:
        case shrinkage:
        case bank_charges:
        case rounding:
        case transport_cost:
        case personnel_cost:
        case energy_cost:
        case general_cost:
        case cost_of_inputs:
        case depreciation: return AccountClass::expense;
    }
    return AccountClass::expense;  // -Wswitch names a role that is missing here
}

}  // namespace ayni
