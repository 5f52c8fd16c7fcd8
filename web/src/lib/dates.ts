// Civil dates as text; a date has no hour, so all of it happens in UTC.
import type { IsoDate } from '../api/generated';
import { dateFrom } from './validation/validate';

export const atNoon = (date: IsoDate): Date => new Date(`${date}T12:00:00Z`);

/** The date so many days later, or earlier below zero. */
export function plusDays(date: IsoDate, days: number): IsoDate {
  const moved = new Date(atNoon(date).getTime() + days * 86_400_000);
  return dateFrom(moved.toISOString().slice(0, 10)) ?? date;
}

/** The date in a time zone, by the clock of this device; of no zone, where it stands. */
export function todayIn(now: Date, timeZone: string | undefined): IsoDate | undefined {
  return dateFrom(new Intl.DateTimeFormat('en-CA', { timeZone }).format(now));
}

/** The last day of the month that a date is in. */
export function monthEnd(date: IsoDate): IsoDate {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return dateFrom(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)) ?? date;
}

/** The ends of months from the one of a date on that are over by a day, at most so many. */
export function monthEnds(from: IsoDate, until: IsoDate, most: number): readonly IsoDate[] {
  const ends: IsoDate[] = [];
  let end = monthEnd(from);
  while (end <= until && ends.length < most) {
    ends.push(end);
    end = monthEnd(plusDays(end, 1));
  }
  return ends;
}
