// Where the five numbers of several groups stand in pictures under each other, on one scale.
import type { Fences } from './fences';
import type { FiveNumbers } from './quartiles';

/** How wide a picture is, in its own units. */
export const WIDTH = 1000;

/** What the picture reaches from and to, in eighths of the last place. */
export interface Scale {
  readonly least: number;
  readonly most: number;
}

/** As far as the fences of all and the middle half of each group: a few outliers do not press the
 * boxes together. */
export function scaleOf(all: FiveNumbers, fences: Fences, groups: readonly FiveNumbers[]): Scale {
  const lows = groups.map(({ low }) => low);
  const highs = groups.map(({ high }) => high);
  return {
    least: lows.reduce((one, other) => Math.min(one, other), Math.max(all.least, fences.low)),
    most: highs.reduce((one, other) => Math.max(one, other), Math.min(all.most, fences.high)),
  };
}

/** How far to the right a number stands; one that the picture does not reach stands at its edge. */
export function placeIn(value: number, { least, most }: Scale): number {
  if (most <= least) return WIDTH / 2;
  return (Math.min(Math.max(value, least), most) - least) * WIDTH / (most - least);
}
