// Which readings stand far from all others of their period. They are shown, never left out: a
// laboratory errs, and a cow falls ill.
import type { DeliveryRows } from './delivery_rows';
import { MISSING } from './delivery_rows';

/** What is usual of an attribute, in its last place. */
export interface Usual {
  readonly least: number;
  readonly most: number;
}

/** From fewer readings nobody can say what is usual. */
const ENOUGH = 20;
/** So many times the middle half of all readings away from it. */
const FAR = 3;

/** The span in which readings are usual: the middle half, and three times its width on either side.
 * Undefined where there are too few, or all are the same. */
export function usualOf(values: Int32Array): Usual | undefined {
  if (values.length < ENOUGH) return undefined;
  const inOrder = values.slice().sort();
  const at = (quarter: number) => inOrder[Math.round(((inOrder.length - 1) * quarter) / 4)] ?? 0;
  const [low, high] = [at(1), at(3)];
  const width = high - low;
  return width > 0 ? { least: low - FAR * width, most: high + FAR * width } : undefined;
}

/** What is usual in these rows, by the place of the attribute; never what the product forbids. */
export function usualIn(rows: DeliveryRows): readonly Usual[] {
  return rows.attributes.map(({ least, most }, place) => {
    const column = rows.readings[place]?.subarray(0, rows.length) ?? new Int32Array(0);
    const usual = usualOf(column.filter((value) => value !== MISSING));
    return usual
      ? { least: Math.max(least, usual.least), most: Math.min(most, usual.most) }
      : { least, most };
  });
}

export const isUnusual = (value: number, usual: Usual | undefined): boolean =>
  usual !== undefined && value !== MISSING && (value < usual.least || value > usual.most);

/** 1 for each row with a reading that is unusual. */
export function unusualRows(rows: DeliveryRows, usual: readonly Usual[]): Uint8Array {
  const found = new Uint8Array(rows.length);
  rows.readings.forEach((column, place) => {
    for (let row = 0; row < rows.length; row += 1) {
      if (isUnusual(column[row] ?? MISSING, usual[place])) found[row] = 1;
    }
  });
  return found;
}
