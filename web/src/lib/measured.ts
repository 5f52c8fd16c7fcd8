// The readings of one attribute in the analyses that count, the smallest first. A reading is held
// as a whole number of the attribute's last place: 4.28 with two places is 428.
import type { AnalysisView, Attribute } from '../api/generated';

export interface Measured {
  /** The smallest first. */
  readonly values: Int32Array;
  /** The place of the analysis that each was found in. */
  readonly of: Int32Array;
}

/** More than there are analyses: value and place are one number while they are put in order. */
const ROOM = 2 ** 21;

/** Decimal text as a whole number of the last place: "-0.525" with three places is -525. A reading
 * has few digits, so a number holds it exactly, and sooner than a hundred thousand large ones. */
function lastPlaces(text: string, places: number): number {
  const [whole = '', fraction = ''] = text.split('.');
  return Number(whole + fraction.padEnd(places, '0').slice(0, places));
}

/** All readings of the attribute; put in order here, once for all that is said of them. */
export function measuredIn(
  analyses: readonly AnalysisView[], { code, decimals }: Attribute,
): Measured {
  const keys = new Float64Array(analyses.length);
  let count = 0;
  analyses.forEach(({ readings }, place) => {
    const found = readings.find(({ attribute }) => attribute === code);
    if (!found) return;
    keys[count] = lastPlaces(found.value, decimals) * ROOM + place;
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

/** Which part each analysis belongs to: a day, a supplier, a hamlet. */
export interface Parts {
  readonly keys: readonly string[];
  /** The place of its key, by the place of the analysis. */
  readonly of: Int32Array;
}

export function partsBy(
  analyses: readonly AnalysisView[], keyOf: (analysis: AnalysisView) => string,
): Parts {
  const keys = new Map<string, number>();
  const of = Int32Array.from(analyses, (analysis) => {
    const key = keyOf(analysis);
    const place = keys.get(key) ?? keys.size;
    keys.set(key, place);
    return place;
  });
  return { keys: [...keys.keys()], of };
}

/** The readings part by part; each part stands in order as the whole did. */
export function apart(
  { values, of }: Measured, parts: Parts,
): readonly (Measured & { readonly key: string })[] {
  const counts = new Int32Array(parts.keys.length);
  for (const analysis of of) {
    const part = parts.of[analysis] ?? 0;
    counts[part] = (counts[part] ?? 0) + 1;
  }
  const all = parts.keys.map((key, part) => ({
    key, values: new Int32Array(counts[part] ?? 0), of: new Int32Array(counts[part] ?? 0),
  }));
  counts.fill(0);
  of.forEach((analysis, place) => {
    const part = parts.of[analysis] ?? 0;
    const [into, at] = [all[part], counts[part] ?? 0];
    if (!into) return;
    into.values[at] = values[place] ?? 0;
    into.of[at] = analysis;
    counts[part] = at + 1;
  });
  return all.filter((part) => part.values.length > 0);
}
