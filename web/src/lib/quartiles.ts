// Five numbers that say how readings lie: the least, the most, the middle one, and the quartiles
// between which the middle half of them lies.
//
// A quartile is what a spreadsheet calls QUARTILE.INC (CUARTIL.INC): along the readings in order, a
// quarter of the way from the first to the last, and between two of them in proportion. That is
// type 7 of R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", 1996.
import { unscaled } from './decimal';

/** Eighths of an attribute's last place: in them quartiles and fences are whole numbers, so nothing
 * is rounded. */
export const EIGHTHS = 8;

/** Each in eighths of the last place. */
export interface FiveNumbers {
  /** How many readings there are. */
  readonly count: number;
  readonly least: number;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly most: number;
}

/** So many quarters of the way along readings in order, in eighths. */
function quarterOf(values: Int32Array, quarters: number): number {
  const steps = (values.length - 1) * quarters;
  const before = values[Math.floor(steps / 4)] ?? 0;
  const after = values[Math.ceil(steps / 4)] ?? 0;
  return EIGHTHS * before + 2 * (steps % 4) * (after - before);
}

/** Of readings in order, the smallest first; of none there is nothing to say. */
export function fiveNumbersOf(values: Int32Array): FiveNumbers | undefined {
  if (values.length === 0) return undefined;
  const [least = 0, low = 0, middle = 0, high = 0, most = 0] =
    [0, 1, 2, 3, 4].map((quarters) => quarterOf(values, quarters));
  return { count: values.length, least, low, middle, high, most };
}

/** As decimal text, exactly, with at least the places of the attribute: "3.70", "3.7025". */
export function eighthsText(eighths: number, decimals: number): string {
  return unscaled(BigInt(eighths) * 125n, decimals + 3).replace(/\.?0{1,3}$/, '');
}
