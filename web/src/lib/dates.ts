// Civil dates as text; a date has no hour, so all of it happens in UTC.
import type { IsoDate } from '../api/generated';
import { dateFrom } from './validation/validate';

export const atNoon = (date: IsoDate): Date => new Date(`${date}T12:00:00Z`);

/** The date so many days later, or earlier below zero. */
export function plusDays(date: IsoDate, days: number): IsoDate {
  const moved = new Date(atNoon(date).getTime() + days * 86_400_000);
  return dateFrom(moved.toISOString().slice(0, 10)) ?? date;
}

/** What the clock of this device says the date is where it stands. */
export function todayHere(now: Date): IsoDate | undefined {
  const two = (part: number) => String(part).padStart(2, '0');
  return dateFrom(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
}
