// What is different from another settlement, of the whole and producer by producer; told to the
// last céntimo, since somebody will add it up.
import type { Money, Price, ProducerRow, Quantity, SettlementView } from '../api/generated';
import { scaled, unscaled } from './decimal';
import { minus } from './minus';
import { moreThan, negative, sumOf } from './money';
import { made } from './validation/made';

/** He delivers only now, delivered only before, or both times. */
export type Presence = 'new' | 'missing' | 'both';

/** One producer in both settlements, and how much more it is now. */
export interface Difference {
  readonly supplier: string;
  readonly name: string;
  readonly hamlet: string | undefined;
  readonly presence: Presence;
  readonly now: ProducerRow | undefined;
  readonly before: ProducerRow | undefined;
  readonly quantity: Quantity;
  /** Only of who delivered both times. */
  readonly price: Price | undefined;
  readonly gross: Money;
  readonly deducted: Money;
  readonly net: Money;
}

const size = (money: Money): bigint => {
  const minor = scaled(money.amount, 4);
  return minor < 0n ? -minor : minor;
};
const delivers = (row: ProducerRow | undefined): row is ProducerRow =>
  row !== undefined && scaled(row.quantity, 3) > 0n;

function presenceOf(now: ProducerRow | undefined, before: ProducerRow | undefined): Presence {
  if (delivers(now) === delivers(before)) return 'both';
  return delivers(now) ? 'new' : 'missing';
}

function more(
  now: ProducerRow | undefined, before: ProducerRow | undefined, of: 'gross' | 'deducted' | 'net',
): Money {
  const [one, other] = [now?.[of], before?.[of]];
  if (one && other) return moreThan(one, other);
  return one ?? (other ? negative(other) : { amount: '0', currency: '' });
}

function difference(now: ProducerRow | undefined, before: ProducerRow | undefined): Difference[] {
  const known = now ?? before;
  if (!known) return [];
  return [{
    supplier: known.supplier, name: known.name, hamlet: known.hamlet,
    presence: presenceOf(now, before), now, before,
    quantity: made('Quantity', minus(now?.quantity ?? '0', before?.quantity ?? '0')),
    price: delivers(now) && delivers(before)
      ? made('Price', minus(now.mean_price, before.mean_price)) : undefined,
    gross: more(now, before, 'gross'),
    deducted: more(now, before, 'deducted'),
    net: more(now, before, 'net'),
  }];
}

/** Everybody who stands in either; whose pay changed most comes first. */
export function differences(
  now: readonly ProducerRow[], before: readonly ProducerRow[],
): readonly Difference[] {
  const [ours, theirs] = [now, before].map((rows) =>
    new Map(rows.map((row) => [row.supplier, row])));
  const all = new Set([...now, ...before].map(({ supplier }) => supplier));
  return [...all]
    .flatMap((supplier) => difference(ours?.get(supplier), theirs?.get(supplier)))
    .toSorted((one, other) => {
      const [a, b] = [size(one.net), size(other.net)];
      return a === b ? 0 : a < b ? 1 : -1;
    });
}

/** What the milk of all was worth for each unit, rounded half-even once to six places, as the
 * server does for each producer. */
export function meanPrice({ summary, flows }: SettlementView): Price {
  const milk = sumOf(flows.filter(({ kind }) => kind === 'milk').map(({ amount }) => amount),
    summary.net.currency);
  const quantity = scaled(summary.quantity, 3);
  if (quantity <= 0n) return made('Price', '0');
  // Ten-thousandths x 10^5 for each thousandth are millionths for each unit.
  const worth = scaled(milk.amount, 4) * 100_000n;
  const whole = worth / quantity;
  const twice = (worth % quantity) * 2n;
  const up = twice > quantity || (twice === quantity && whole % 2n === 1n);
  return made('Price', unscaled(up ? whole + 1n : whole, 6));
}
