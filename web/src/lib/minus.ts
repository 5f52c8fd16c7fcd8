import { scaled, unscaled } from './decimal';

/** How many places a decimal text has. */
export const placesOf = (text: string): number => text.split('.')[1]?.length ?? 0;

/** One less the other, exactly, with as many places as either has. */
export function minus(one: string, other: string): string {
  const places = Math.max(placesOf(one), placesOf(other));
  return unscaled(scaled(one, places) - scaled(other, places), places);
}
