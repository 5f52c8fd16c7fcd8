// What a picture of figures shows, before anybody draws it. The exact text of each figure stands in
// the table beside; the numbers made here are only places on the screen.
import type { IsoDate } from '../api/generated';
import { atNoon } from './dates';
import { decimalFrom, dateFrom } from './validation/validate';
import type { Tone } from './tone';

/** A line, the bars or the points of one thing, in one colour. */
export interface ChartSeries {
  readonly name: string;
  readonly tone: Tone;
  /** Decimal text, one for each place along the picture; nothing where nothing is known. */
  readonly values: readonly (string | undefined)[];
}

/** What has a figure for each place along the picture. */
export type Figures = Pick<ChartSeries, 'name' | 'values'>;

/** An area behind the lines, from the low figures to the high ones: the middle half of each day. */
export interface Band {
  readonly name: string;
  readonly low: Figures;
  readonly high: Figures;
}

/** What stands along the picture: days, as far from each other as they are, or names in a row
 * ("11.8–12.0" of a distribution, hamlets). */
export type Along =
  | { readonly days: readonly IsoDate[] }
  | { readonly names: readonly string[] };

/** A level that figures are held against: a standard, a bound beyond which one is an outlier. */
export interface Limit {
  readonly name: string;
  readonly value: string;
}

const DAY = 86_400_000;

export const lengthOf = (along: Along): number =>
  'days' in along ? along.days.length : along.names.length;

/** How far along each one stands: in days, or one after the other. */
export const placesAlong = (along: Along): readonly number[] =>
  'days' in along
    ? along.days.map((day) => Math.floor(atNoon(day).getTime() / DAY))
    : along.names.map((_, place) => place);

/** The day that stands there. */
export const dayAt = (place: number): IsoDate | undefined =>
  Number.isInteger(place) ? dateFrom(new Date(place * DAY).toISOString().slice(0, 10)) : undefined;

/** How high a figure stands; null where there is none. */
export const heightOf = (value: string | undefined): number | null =>
  value === undefined || decimalFrom(value) === undefined ? null : Number(value);

/** The lowest and the highest point of the picture, with some air; bars stand on the ground. */
export function rangeOf(
  series: readonly Figures[], limits: readonly Limit[], fromZero: boolean,
): readonly [number, number] {
  const all = [...series.flatMap(({ values }) => values), ...limits.map(({ value }) => value)]
    .map(heightOf).filter((height) => height !== null);
  const least = Math.min(...all, ...(fromZero ? [0] : []));
  const most = Math.max(...all, ...(fromZero ? [0] : []));
  if (all.length === 0) return [0, 1];
  const air = (most - least || Math.abs(most) || 1) * 0.06;
  return [fromZero && least === 0 ? 0 : least - air, fromZero && most === 0 ? 0 : most + air];
}
