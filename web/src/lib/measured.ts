// The readings of one attribute in the analyses that count, the smallest first. A reading is held
// as a whole number of the attribute's last place: 4.28 with two places is 428.
import type { AnalysisView, Attribute } from '../api/generated';
import { scaled } from './decimal';

export interface Measured {
  /** The smallest first. */
  readonly values: Int32Array;
  /** The place of the analysis that each was found in. */
  readonly of: Int32Array;
}

/** More than there are analyses: value and place are one number while they are put in order. */
const ROOM = 2 ** 21;

/** All readings of the attribute; put in order here, once for all that is said of them. */
export function measuredIn(
  analyses: readonly AnalysisView[], { code, decimals }: Attribute,
): Measured {
  const keys = new Float64Array(analyses.length);
  let count = 0;
  analyses.forEach(({ readings }, place) => {
    const found = readings.find(({ attribute }) => attribute === code);
    if (!found) return;
    keys[count] = Number(scaled(found.value, decimals)) * ROOM + place;
    count += 1;
  });
  const inOrder = keys.subarray(0, count).sort();
  return {
    values: Int32Array.from(inOrder, (key) => Math.floor(key / ROOM)),
    of: Int32Array.from(inOrder, (key) => key - Math.floor(key / ROOM) * ROOM),
  };
}

/** The attributes of which there is a reading. */
export function attributesIn(
  analyses: readonly AnalysisView[], attributes: readonly Attribute[],
): readonly Attribute[] {
  const found = new Set<string>();
  for (const { readings } of analyses) for (const { attribute } of readings) found.add(attribute);
  return attributes.filter(({ code }) => found.has(code));
}

/** The readings apart by what their analysis is of: a day, a supplier, a hamlet. Each part stands
 * in order as the whole did. */
export function apart(
  { values, of }: Measured, keyOf: (place: number) => string,
): ReadonlyMap<string, Measured> {
  const places = new Map<string, number[]>();
  of.forEach((analysis, place) => {
    const key = keyOf(analysis);
    const known = places.get(key);
    if (known) known.push(place);
    else places.set(key, [place]);
  });
  return new Map([...places].map(([key, part]) => [key, {
    values: Int32Array.from(part, (place) => values[place] ?? 0),
    of: Int32Array.from(part, (place) => of[place] ?? 0),
  }]));
}
