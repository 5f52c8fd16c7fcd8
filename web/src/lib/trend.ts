// One producer's milk and quality along several fortnights, from his own statements.
import type { IsoDate, Quantity, StatementView } from '../api/generated';
import { decimalFrom } from './validation/validate';

/** A figure of a day. */
export interface DayFigure<Value> {
  readonly day: IsoDate;
  readonly value: Value;
}

const byDay = <Value>(all: readonly DayFigure<Value>[]): readonly DayFigure<Value>[] =>
  all.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));

/** The accepted milk of each day. */
export const milkByDay = (statements: readonly StatementView[]): readonly DayFigure<Quantity>[] =>
  byDay(statements.flatMap(({ days }) =>
    days.map(({ day, quantity }) => ({ day, value: quantity }))));

/** What was measured and went into a price as a number, as codes. */
export function measuredIn(statements: readonly StatementView[]): readonly string[] {
  const lines = statements.flatMap(({ priced }) => priced.flatMap((each) => each.explanation));
  const codes = lines.flatMap(({ attribute, value }) =>
    attribute !== undefined && value !== undefined && decimalFrom(value) !== undefined
      ? [attribute] : []);
  return [...new Set(codes)];
}

/** The values of one attribute by which deliveries were priced; the same twice a day counts once,
 * a delivery without an analysis not at all. */
export function pricedBy(
  statements: readonly StatementView[], attribute: string,
): readonly DayFigure<string>[] {
  const found = new Map<string, DayFigure<string>>();
  for (const { day, explanation } of statements.flatMap(({ priced }) => priced)) {
    for (const line of explanation) {
      const { value } = line;
      if (line.attribute !== attribute || line.missing || value === undefined) continue;
      if (decimalFrom(value) !== undefined) found.set(`${day} ${value}`, { day, value });
    }
  }
  return byDay([...found.values()]);
}

/** What the terms measure it against, where they name one standard for all. */
export function standardOf(
  statements: readonly StatementView[], attribute: string,
): string | undefined {
  const standards = new Set(statements.flatMap(({ priced }) => priced.flatMap((each) =>
    each.explanation.flatMap((line) =>
      line.attribute === attribute && line.kind === 'per_point' && line.standard !== undefined
        ? [line.standard] : []))));
  const [only] = standards;
  return standards.size === 1 ? only : undefined;
}
