// Who gains and who loses when one column of a comparison takes the place of another. Sums and
// differences of whole céntimos; what each amount is, the server said.
import type { Money, OfferRow } from '../api/generated';
import { scaled, unscaled } from './decimal';
import { moreThan, sumOf } from './money';
import { decimalFrom } from './validation/validate';

/** One producer by both columns. */
export interface Gain {
  readonly supplier: string;
  readonly name: string;
  readonly before: Money;
  readonly after: Money;
  readonly change: Money;
  /** The change as a share of what it was: "0.0345"; none of nothing. */
  readonly share: `${number}` | undefined;
}
export interface Gains {
  /** From the largest gain to the largest loss. */
  readonly rows: readonly Gain[];
  readonly total: Omit<Gain, 'supplier' | 'name'>;
  readonly gain: number;
  readonly lose: number;
  readonly same: number;
}

const PLACES = 4;
export const sizeOf = ({ amount }: Money): bigint => scaled(amount, PLACES);

/** `of` into `parts`, with so many places, the half away from zero. */
export function quotient(of: bigint, parts: bigint, places: number): `${number}` | undefined {
  if (parts === 0n) return undefined;
  const size = (of < 0n ? -of : of) * 10n ** BigInt(places);
  const whole = parts < 0n ? -parts : parts;
  const rounded = (size * 2n + whole) / (whole * 2n);
  return decimalFrom(unscaled((of < 0n) === (parts < 0n) ? rounded : -rounded, places));
}

function between(before: Money, after: Money): Gains['total'] {
  const [was, is] = [sizeOf(before), sizeOf(after)];
  return { before, after, change: moreThan(after, before), share: quotient(is - was, was, 4) };
}

/** What each producer gains when the column `to` takes the place of the column `from`: in the value
 * of his milk, or in what reaches him of it. */
export function gainsOf(
  suppliers: readonly OfferRow[], from: number, to: number, of: 'values' | 'nets' = 'values',
): Gains {
  const rows = suppliers.flatMap(({ supplier, name, [of]: amounts }) => {
    const [before, after] = [amounts[from], amounts[to]];
    return before && after ? [{ supplier, name, ...between(before, after) }] : [];
  }).toSorted((one, other) => {
    const order = sizeOf(other.change) - sizeOf(one.change);
    return order < 0n ? -1 : order > 0n ? 1 : 0;
  });
  const currency = rows[0]?.after.currency ?? 'PEN';
  const sum = (of: 'before' | 'after') => sumOf(rows.map((row) => row[of]), currency);
  const gain = rows.filter(({ change }) => sizeOf(change) > 0n).length;
  const lose = rows.filter(({ change }) => sizeOf(change) < 0n).length;
  return { rows, total: between(sum('before'), sum('after')), gain, lose,
    same: rows.length - gain - lose };
}

/** A bar of the picture: where it begins and how long it is, in hundredths of its height; upwards
 * is a gain. */
export interface GainBar {
  readonly top: number;
  readonly height: number;
  readonly gains: boolean;
}

/** A bar a producer around a line of nothing, and where that line is. */
export function gainBars(rows: readonly Gain[]): {
  readonly bars: readonly GainBar[];
  readonly zero: number;
} {
  const sizes = rows.map(({ change }) => sizeOf(change));
  const up = sizes.reduce((most, size) => (size > most ? size : most), 0n);
  const down = sizes.reduce((least, size) => (size < least ? size : least), 0n);
  const reach = up - down;
  const length = (size: bigint) => reach === 0n ? 0 : Number((size * 10_000n) / reach) / 100;
  const zero = reach === 0n ? 50 : length(up);
  return {
    zero,
    bars: sizes.map((size) => size < 0n ? { top: zero, height: length(-size), gains: false }
      : { top: zero - length(size), height: length(size), gains: true }),
  };
}
