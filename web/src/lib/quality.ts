// What the readings of one attribute say in a period: of all, day by day, and of each group.
import type { AnalysisView, IsoDate, SupplierView } from '../api/generated';
import { fencesOf, outliersIn, type Fences, type Outlier } from './fences';
import { apart, partsBy, type Measured, type Parts } from './measured';
import { fiveNumbersOf, type FiveNumbers } from './quartiles';

export const groupings = ['none', 'hamlet', 'supplier'] as const;
export type Grouping = (typeof groupings)[number];

/** The analyses of a hamlet's suppliers; all of them without one. */
export function ofHamlet(
  analyses: readonly AnalysisView[], hamlet: string | undefined,
  hamletOf: (supplier: string) => string,
): readonly AnalysisView[] {
  if (hamlet === undefined) return analyses;
  return analyses.filter(({ supplier }) => hamletOf(supplier) === hamlet);
}

/** The hamlet of a supplier's code; empty where it is not known. */
export function hamletsOf(suppliers: readonly SupplierView[]): (supplier: string) => string {
  const known = new Map(suppliers.map(({ code, hamlet }) => [code, hamlet ?? '']));
  return (supplier) => known.get(supplier) ?? '';
}

/** What is said of all readings together. */
export interface Whole {
  readonly five: FiveNumbers;
  readonly fences: Fences;
  readonly outliers: readonly Outlier[];
}

export function wholeOf(measured: Measured): Whole | undefined {
  const five = fiveNumbersOf(measured.values);
  if (!five) return undefined;
  const fences = fencesOf(five);
  return { five, fences, outliers: outliersIn(measured, fences) };
}

/** The readings of one day. */
export interface Day {
  readonly day: IsoDate;
  readonly five: FiveNumbers;
}

/** Days with readings, in order. */
export function daysOf(
  analyses: readonly AnalysisView[], measured: Measured, days: Parts,
): readonly Day[] {
  return apart(measured, days).flatMap(({ values, of }) => {
    const [day, five] = [analyses[of[0] ?? -1]?.day, fiveNumbersOf(values)];
    return day && five ? [{ day, five }] : [];
  }).sort((one, other) => (one.day < other.day ? -1 : 1));
}

/** The readings of a hamlet or a supplier. */
export interface Group {
  /** A hamlet, or a supplier's code; empty where the hamlet is not known. */
  readonly key: string;
  readonly name: string;
  readonly five: FiveNumbers;
  /** How many of them are outliers among all. */
  readonly outliers: number;
}

export function groupsOf(
  analyses: readonly AnalysisView[], measured: Measured, outliers: readonly Outlier[],
  by: Exclude<Grouping, 'none'>, hamletOf: (supplier: string) => string,
): readonly Group[] {
  const parts = partsBy(analyses, ({ supplier }) =>
    by === 'supplier' ? supplier : hamletOf(supplier));
  const far = new Map<string, number>();
  for (const { of } of outliers) {
    const key = parts.keys[parts.of[of] ?? -1] ?? '';
    far.set(key, (far.get(key) ?? 0) + 1);
  }
  return apart(measured, parts).flatMap(({ key, values, of }) => {
    const five = fiveNumbersOf(values);
    const name = by === 'supplier' ? analyses[of[0] ?? -1]?.name ?? '' : key;
    return five ? [{ key, name, five, outliers: far.get(key) ?? 0 }] : [];
  });
}
