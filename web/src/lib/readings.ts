// What was measured, as it is read and as it is typed.
import type { Attribute, NamedReading } from '../api/generated';
import { typedDecimal } from './decimal';
import type { Format } from './format';

/** "Grasa 3.93 % · Sólidos 12.68 %": by the names and units that the product gives them. */
export function readingsText(
  readings: readonly NamedReading[], attributes: readonly Attribute[], format: Format,
): string {
  return readings.map(({ attribute, value }) => {
    const known = attributes.find(({ code }) => code === attribute);
    const unit = known?.unit ? ` ${known.unit}` : '';
    return `${known?.name ?? attribute} ${format.reading(value)}${unit}`;
  }).join(' · ');
}

/** The readings that were filled in; undefined when none was. */
export function filledReadings(
  typed: Readonly<Record<string, string>>,
): readonly NamedReading[] | undefined {
  const filled = Object.entries(typed)
    .filter(([, value]) => value.trim() !== '')
    .map(([attribute, value]) => ({ attribute, value: typedDecimal(value) }));
  return filled.length > 0 ? filled : undefined;
}

/** One thing that both sides measured. */
export interface BothReadings {
  readonly attribute: string;
  readonly ours: string | undefined;
  readonly his: string | undefined;
}

/** What either side measured, beside what the other did, in the order of the product. */
export function bothReadings(
  ours: readonly NamedReading[], his: readonly NamedReading[],
): readonly BothReadings[] {
  const valueIn = (all: readonly NamedReading[], wanted: string) =>
    all.find(({ attribute }) => attribute === wanted)?.value;
  return [...new Set([...ours, ...his].map(({ attribute }) => attribute))].map((attribute) => (
    { attribute, ours: valueIn(ours, attribute), his: valueIn(his, attribute) }));
}
