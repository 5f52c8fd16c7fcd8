// From what a voucher is paid, and for which accounts; the server decides, this spares a refusal.
import { shapes, type AccountRole } from '../../api/generated';

/** Money first, then what others are owed or answer for. */
export const paidFrom: readonly AccountRole[] = [
  'bank', 'cash', 'petty_cash', 'trade_payable', 'staff_advance', 'claim_receivable',
  'producer_payable', 'compensation',
];

/** Other papers keep these. */
const keptElsewhere: ReadonlySet<AccountRole> = new Set<AccountRole>([
  'in_transit', 'buyer_receivable', 'producer_advance', 'producer_receivable', 'input_receivable',
  'loan_principal', 'interest_receivable', 'producer_payable', 'share_capital', 'surplus',
  'accumulated_depreciation', 'sales_produce', 'cost_recovered', 'purchases_member',
  'purchases_third', 'stock_produce', 'stock_inputs',
]);

/** Whose account it is must be said. */
export const needsPayee = (account: AccountRole): boolean =>
  ['trade_payable', 'staff_advance', 'claim_receivable', 'producer_payable'].includes(account);

/** The accounts that a voucher paid from this one may be for. */
export function accountsFor(paid: AccountRole): readonly AccountRole[] {
  if (paid === 'producer_payable') return ['compensation'];
  if (paid === 'compensation') return ['claim_receivable'];
  return shapes.AccountRole.filter((each) => !keptElsewhere.has(each) && each !== paid);
}
