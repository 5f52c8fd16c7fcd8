// Which class an account is of, to put reports and choices in order, and which are kept by person:
// the ledger's own rules, against which tools/accounts.test.mjs holds them.
import { shapes, type AccountClass, type AccountRole } from '../api/generated';

const classes: Record<AccountRole, AccountClass> = {
  bank: 'asset', cash: 'asset', in_transit: 'asset', buyer_receivable: 'asset',
  producer_advance: 'asset', producer_receivable: 'asset', input_receivable: 'asset',
  loan_principal: 'asset', interest_receivable: 'asset', claim_receivable: 'asset',
  stock_produce: 'asset', stock_inputs: 'asset', fixed_asset: 'asset', input_vat: 'asset',
  accumulated_depreciation: 'asset', petty_cash: 'asset', staff_advance: 'asset',
  producer_payable: 'liability', withheld_third_party: 'liability', tax_withheld: 'liability',
  retention_payable: 'liability', premium_held: 'liability', overpayment: 'liability',
  trade_payable: 'liability', buyer_advance: 'liability', bank_loan: 'liability',
  interest_payable: 'liability',
  share_capital: 'equity', reserve: 'equity', surplus: 'equity',
  sales_produce: 'income', sales_inputs: 'income', cost_recovered: 'income',
  interest_income: 'income', service_income: 'income',
  purchases_member: 'expense', purchases_third: 'expense', compensation: 'expense',
  shrinkage: 'expense', bank_charges: 'expense', rounding: 'expense', transport_cost: 'expense',
  personnel_cost: 'expense', energy_cost: 'expense', general_cost: 'expense',
  cost_of_inputs: 'expense', depreciation: 'expense',
};

export const classOf = (account: AccountRole): AccountClass => classes[account];

/** Rows under the class of their account, in the order of the classes; none without rows. */
export function byClass<Row extends { readonly account: AccountRole }>(
  rows: readonly Row[],
): readonly { readonly of: AccountClass; readonly rows: readonly Row[] }[] {
  return shapes.AccountClass
    .map((of) => ({ of, rows: rows.filter((row) => classes[row.account] === of) }))
    .filter((group) => group.rows.length > 0);
}

/** What the books keep by person, so that a balance opens to whose it is. */
const keptByParty: ReadonlySet<AccountRole> = new Set<AccountRole>([
  'buyer_receivable', 'producer_advance', 'producer_receivable', 'input_receivable',
  'loan_principal', 'interest_receivable', 'claim_receivable', 'producer_payable',
  'withheld_third_party', 'retention_payable', 'overpayment', 'share_capital', 'trade_payable',
  'buyer_advance', 'bank_loan', 'premium_held', 'staff_advance',
]);
export const isByParty = (account: AccountRole): boolean => keptByParty.has(account);
