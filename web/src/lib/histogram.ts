// How many readings lie in each class. Limits of classes are round numbers (1, 2 or 5 of some place
// of the attribute). The classes reach all readings between the fences; those further out stand in
// an open class at either end, so that a few do not press all others into one bar.
import { crossed, type Fences } from './fences';

/** So many classes at most, the open ones aside: about the root of how many readings there are, so
 * that a few readings do not stand each alone. */
const mostOf = (readings: number): number =>
  Math.min(16, Math.max(5, Math.ceil(Math.sqrt(readings))));

export interface Class {
  /** The least reading that belongs to it, in the last place; none where it is open below. */
  readonly from: number | undefined;
  /** The largest that belongs to it; none where it is open above. */
  readonly to: number | undefined;
  readonly count: number;
}

/** The smallest of 1, 2, 5, 10, 20… by which there are not too many classes. */
function widthOf(least: number, most: number, classes: number): number {
  for (let ten = 1; ; ten *= 10) {
    for (const width of [ten, 2 * ten, 5 * ten]) {
      if (Math.floor(most / width) - Math.floor(least / width) < classes) return width;
    }
  }
}

/** What the closed classes must reach. Where the middle half is one and the same number there are
 * no fences to speak of, and they reach all. */
function reachOf(values: Int32Array, fences: Fences): readonly [number, number] {
  const near = fences.low === fences.high
    ? values : values.filter((value) => crossed(value, fences) === undefined);
  return [near[0] ?? 0, near.at(-1) ?? 0];
}

/** The classes of readings in order, from the lowest; empty ones between others are there, too. */
export function classesOf(values: Int32Array, fences: Fences): readonly Class[] {
  if (values.length === 0) return [];
  const [least, most] = reachOf(values, fences);
  const width = widthOf(least, most, mostOf(values.length));
  const first = Math.floor(least / width);
  const counts = new Array<number>(Math.floor(most / width) - first + 1).fill(0);
  let [below, above] = [0, 0];
  for (const value of values) {
    const place = Math.floor(value / width) - first;
    if (place < 0) below += 1;
    else if (place >= counts.length) above += 1;
    else counts[place] = (counts[place] ?? 0) + 1;
  }
  const from = (place: number) => (first + place) * width;
  return [
    ...(below > 0 ? [{ from: undefined, to: from(0) - 1, count: below }] : []),
    ...counts.map((count, place) => ({ from: from(place), to: from(place + 1) - 1, count })),
    ...(above > 0 ? [{ from: from(counts.length), to: undefined, count: above }] : []),
  ];
}
