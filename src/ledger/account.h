#pragma once
// The roles that accounts play; an organisation maps each role to its national chart, in data.

#include "kernel/describe.h"

namespace ayni {

/// The role of an account (the posting table of the field). Appended, never reordered: stored.
enum class AccountRole {
    bank,
    cash,
    in_transit,
    buyer_receivable,
    producer_advance,
    producer_receivable,
    input_receivable,
    loan_principal,
    interest_receivable,
    claim_receivable,
    producer_payable,
    withheld_third_party,
    tax_withheld,
    retention_payable,
    premium_held,
    overpayment,
    share_capital,
    reserve,
    surplus,
    sales_produce,
    cost_recovered,
    interest_income,
    purchases_member,
    purchases_third,
    compensation,
    shrinkage,
    bank_charges,
    rounding,
    sales_inputs,
    stock_produce,
    trade_payable,
    buyer_advance,
    bank_loan,
    interest_payable,
    fixed_asset,
    stock_inputs,
    input_vat,
    transport_cost,
    personnel_cost,
    energy_cost,
    general_cost,
    cost_of_inputs,
    depreciation,
    accumulated_depreciation,
    petty_cash,
    staff_advance,
    service_income,
};
BOOST_DESCRIBE_ENUM(AccountRole, bank, cash, in_transit, buyer_receivable, producer_advance,
                    producer_receivable, input_receivable, loan_principal, interest_receivable,
                    claim_receivable, producer_payable, withheld_third_party, tax_withheld,
                    retention_payable, premium_held, overpayment, share_capital, reserve, surplus,
                    sales_produce, cost_recovered, interest_income, purchases_member,
                    purchases_third, compensation, shrinkage, bank_charges, rounding, sales_inputs,
                    stock_produce, trade_payable, buyer_advance, bank_loan, interest_payable,
                    fixed_asset, stock_inputs, input_vat, transport_cost, personnel_cost,
                    energy_cost, general_cost, cost_of_inputs, depreciation,
                    accumulated_depreciation, petty_cash, staff_advance, service_income)

enum class AccountClass { asset, liability, equity, income, expense };
BOOST_DESCRIBE_ENUM(AccountClass, asset, liability, equity, income, expense)

/// Where the account stands in the statements of the books.
[[nodiscard]] AccountClass class_of(AccountRole role) noexcept;

}  // namespace ayni
