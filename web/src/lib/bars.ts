// A bar for each day, its parts standing on each other.
import type { IsoDate, Quantity } from '../api/generated';
import { largest, percentOf, scaled } from './decimal';
import type { Tone } from './tone';

/** A part that every bar has: "morning", in green. */
export interface Series {
  readonly name: string;
  readonly tone: Tone;
}

/** One day, with a quantity for each series. */
export interface BarDay {
  readonly day: IsoDate;
  readonly parts: readonly Quantity[];
}

/** A part of a bar: how high its top stands and how high it is, in percent of the tallest bar. */
export interface BarPart {
  readonly top: number;
  readonly height: number;
}

const thousandths = (quantity: Quantity) => scaled(quantity, 3);

export function stacked(days: readonly BarDay[]): readonly (readonly BarPart[])[] {
  const tallest = largest(
    days.map(({ parts }) => parts.reduce((sum, part) => sum + thousandths(part), 0n)),
  );
  return days.map(({ parts }) => {
    let ground = 0n;
    return parts.map((part) => {
      ground += thousandths(part);
      return { top: percentOf(ground, tallest), height: percentOf(thousandths(part), tallest) };
    });
  });
}
