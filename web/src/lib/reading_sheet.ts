// A page of readings, as it is typed from a laboratory's sheet: which samples lack one, what is
// wrong with what was typed, and where a key leads.
import type { AnalysisView, Attribute, NamedReading, Shift } from '../api/generated';
import { decimalText, type DeliveryRows } from './delivery_rows';
import { typedDecimal } from './decimal';

/** What one laboratory result is of: the milk of a supplier in a shift of the day. */
export interface Sample {
  readonly key: string;
  readonly supplier: string;
  readonly name: string;
  readonly shift: Shift;
}

const keyOf = ({ supplier, shift }: Pick<Sample, 'supplier' | 'shift'>) => `${supplier} ${shift}`;

/** The samples of which there is an analysis that counts, by their keys. */
export const analysedIn = (analyses: readonly AnalysisView[]): ReadonlySet<string> =>
  new Set(analyses.map(keyOf));

/** The samples of milk that was accepted and of which no delivery carries a reading, by code. */
export function samplesWithout(rows: DeliveryRows, locale: string): readonly Sample[] {
  const samples = new Map<string, Sample>();
  const measured = new Set<string>();
  for (let row = 0; row < rows.length; row += 1) {
    const delivery = rows.at(row);
    if (!delivery || delivery.outcome === 'rejected' || rows.counts[row] !== 1) continue;
    const { supplier, name, shift } = delivery;
    const key = keyOf(delivery);
    if (delivery.readings.length > 0) measured.add(key);
    samples.set(key, { key, supplier, name, shift });
  }
  const collator = new Intl.Collator(locale, { numeric: true });
  return [...samples.values()].filter(({ key }) => !measured.has(key))
    .sort((one, other) => collator.compare(one.supplier, other.supplier));
}

/** Where the text of a field is held. */
export const fieldOf = (sample: Sample, attribute: Attribute): string =>
  `${sample.key} ${attribute.code}`;

export type Typed = Readonly<Record<string, string>>;
export type Fault = 'no_number' | 'too_many_places' | 'outside';

/** What an attribute may be, as text: "0.50", "12.00". */
export const boundsOf = ({ least, most, decimals }: Attribute): readonly [string, string] =>
  [decimalText(BigInt(least), decimals), decimalText(BigInt(most), decimals)];

/** What is wrong with a reading as it was typed; nothing with an empty field. */
export function faultOf(text: string, { decimals, least, most }: Attribute): Fault | undefined {
  const decimal = typedDecimal(text);
  if (decimal === '') return undefined;
  const found = /^(-?)([0-9]{1,9})(?:\.([0-9]{1,9}))?$/.exec(decimal);
  if (!found) return 'no_number';
  const fraction = (found[3] ?? '').replace(/0+$/, '');
  if (fraction.length > decimals) return 'too_many_places';
  const value = BigInt(`${found[2] ?? ''}${fraction.padEnd(decimals, '0')}`);
  const signed = found[1] === '-' ? -value : value;
  return signed < BigInt(least) || signed > BigInt(most) ? 'outside' : undefined;
}

/** What was typed of a sample: its readings, and whether one of them is at fault. */
export function judged(
  sample: Sample, attributes: readonly Attribute[], typed: Typed,
): { readonly readings: readonly NamedReading[]; readonly isFaulty: boolean } {
  const filled = attributes.map((attribute) =>
    ({ attribute, text: typed[fieldOf(sample, attribute)] ?? '' }))
    .filter(({ text }) => text.trim() !== '');
  return {
    readings: filled.map(({ attribute, text }) =>
      ({ attribute: attribute.code, value: typedDecimal(text) })),
    isFaulty: filled.some(({ attribute, text }) => faultOf(text, attribute) !== undefined),
  };
}

/** A field of the sheet, by row and column. */
export interface Place {
  readonly row: number;
  readonly column: number;
}
interface Press {
  readonly key: string;
  readonly shift: boolean;
  /** The caret is before the first letter, and behind the last. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

/** Where a key leads, as in a spreadsheet: Enter goes down, to the column where typing in this row
 * began; undefined for a key that stays in its field. */
export function placeAfter(
  { key, shift, atStart, atEnd }: Press, { row, column }: Place, began: number,
): Place | undefined {
  if (key === 'Enter') return { row: row + (shift ? -1 : 1), column: began };
  if (key === 'ArrowDown') return { row: row + 1, column };
  if (key === 'ArrowUp') return { row: row - 1, column };
  if (key === 'ArrowRight' && atEnd) return { row, column: column + 1 };
  if (key === 'ArrowLeft' && atStart) return { row, column: column - 1 };
  return undefined;
}

/** The cells of a piece of a spreadsheet; undefined for what is one value. */
export function cellsOf(text: string): readonly (readonly string[])[] | undefined {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/).map((line) => line.split('\t'));
  return lines.length > 1 || (lines[0]?.length ?? 0) > 1 ? lines : undefined;
}
