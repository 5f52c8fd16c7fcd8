// How a suggestion of the server is told back to it: by a payment, by an order, or by entries.
import type { AccountRole, MatchLine, MeaningView } from '../api/generated';

export type Match = Pick<MatchLine, 'reference' | 'order' | 'entries'>;

/** One payment is named by its reference, several by the order that all of them are of; what is in
 * the books already, by its entries. */
export async function matchOf(
  suggestion: MeaningView, orderOf: (reference: string) => Promise<number | undefined>,
): Promise<Match> {
  const references = suggestion.what.flatMap(({ reference }) => reference ?? []);
  const [first] = references;
  if (first !== undefined && suggestion.what.length === 1) return { reference: first };
  if (first !== undefined) {
    const order = await orderOf(first);
    return order === undefined ? {} : { order };
  }
  return { entries: suggestion.what.flatMap(({ entry }) => entry ?? []) };
}

/** Accounts that other papers keep: no line of the bank is explained by them. */
const keptElsewhere: readonly AccountRole[] = [
  'bank', 'in_transit', 'buyer_receivable', 'producer_advance', 'producer_receivable',
  'input_receivable', 'loan_principal', 'interest_receivable', 'producer_payable', 'share_capital',
  'surplus', 'accumulated_depreciation', 'sales_produce', 'cost_recovered', 'purchases_member',
  'purchases_third', 'stock_produce', 'stock_inputs',
];

/** Whether a line may be explained by an account; the server decides. */
export const explains = (account: AccountRole): boolean => !keptElsewhere.includes(account);

export const waysToMatch = ['reference', 'order', 'entries'] as const;
export type WayToMatch = (typeof waysToMatch)[number];

/** What a person typed; what is no number is left to the server to refuse. */
export function typedMatch(way: WayToMatch, text: string): Match {
  if (way === 'reference') return { reference: text.trim() };
  const numbers = text.split(/[\s,;]+/).filter((each) => each !== '').map(Number)
    .map((each) => (Number.isSafeInteger(each) ? each : 0));
  return way === 'order' ? { order: numbers[0] ?? 0 } : { entries: numbers };
}
