// Numbers and dates as the reader writes them; the only place that knows a locale.
import type { IsoDate, IsoInstant, Money, Price, Quantity, Rate } from '../api/generated';
import { atNoon } from './dates';
import { decimalFrom } from './validation/validate';

export type DateStyle = 'day' | 'weekday' | 'short' | 'brief' | 'month';

/** One reader's way of writing numbers and dates. */
export class Format {
  readonly #locale: string;
  readonly #numbers = new Map<string, Intl.NumberFormat>();
  readonly #dates = new Map<string, Intl.DateTimeFormat>();

  constructor(locale: string) {
    this.#locale = locale;
  }

  #number(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    const key = JSON.stringify(options);
    const made = this.#numbers.get(key) ?? new Intl.NumberFormat(this.#locale, options);
    this.#numbers.set(key, made);
    return made;
  }

  #date(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const key = JSON.stringify(options);
    const made = this.#dates.get(key) ?? new Intl.DateTimeFormat(this.#locale, options);
    this.#dates.set(key, made);
    return made;
  }

  /** "S/ 1,234.56"; with `signed` also "+S/ 14.49". */
  money(money: Money, signed = false): string {
    const signDisplay = signed ? 'exceptZero' : 'auto';
    return this.#number({ style: 'currency', currency: money.currency, signDisplay })
      .format(money.amount);
  }

  /** "1,234.56": in a table whose head or foot names the currency. */
  bare(money: Money, signed = false): string {
    const currency = this.#number({ style: 'currency', currency: money.currency });
    const places = currency.resolvedOptions().maximumFractionDigits ?? 2;
    const signDisplay = signed ? 'exceptZero' : 'auto';
    return this.#number({
      minimumFractionDigits: places, maximumFractionDigits: places, signDisplay,
    }).format(money.amount);
  }

  /** "S/ 1.4635", with as many places as it has; a mean with fewer, to be read at a glance. */
  price(price: Price, currency: string, signed = false, places = 6): string {
    return this.#number({
      style: 'currency', currency, minimumFractionDigits: 2, maximumFractionDigits: places,
      signDisplay: signed ? 'exceptZero' : 'auto',
    }).format(price);
  }

  /** "1.4635", in a table whose head names the currency. */
  barePrice(price: Price, places = 4, signed = false): string {
    return this.#number({
      minimumFractionDigits: places, maximumFractionDigits: places,
      signDisplay: signed ? 'exceptZero' : 'auto',
    }).format(price);
  }

  quantity(quantity: Quantity, signed = false): string {
    return this.#number({
      minimumFractionDigits: 1, maximumFractionDigits: 3,
      signDisplay: signed ? 'exceptZero' : 'auto',
    }).format(quantity);
  }

  /** "1.03": a factor between two units. */
  factor(rate: Rate): string {
    return this.#number({ maximumFractionDigits: 6 }).format(rate);
  }

  /** "70 %". */
  rate(rate: Rate): string {
    return this.#number({ style: 'percent', maximumFractionDigits: 4 }).format(rate);
  }

  /** "+3.5 %": by how much something changes. */
  change(share: `${number}`): string {
    return this.#number({
      style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero',
    }).format(share);
  }

  /** A whole number, or decimal text of an attribute with the places that it has. */
  count(number: number | string): string {
    if (typeof number === 'number') return this.#number({}).format(number);
    const decimal = decimalFrom(number);
    if (decimal === undefined) return number;
    const places = decimal.split('.')[1]?.length ?? 0;
    return this.#number({ minimumFractionDigits: places, maximumFractionDigits: places })
      .format(decimal);
  }

  /** What was measured, or a mean of it: three places are enough to be read. */
  reading(value: string): string {
    const decimal = decimalFrom(value);
    if (decimal === undefined) return value;
    const places = Math.min(decimal.split('.')[1]?.length ?? 0, 3);
    return this.#number({ minimumFractionDigits: places, maximumFractionDigits: places })
      .format(decimal);
  }

  /** Of a picture: three places are enough, and none that say nothing. */
  figure(value: string): string {
    const decimal = decimalFrom(value);
    return decimal === undefined
      ? value : this.#number({ maximumFractionDigits: 3 }).format(decimal);
  }

  /** "15 de julio de 2025", "martes, 15 de julio", "15 jul. 2025", "15 jul.",
   * "julio de 2025". */
  date(date: IsoDate, style: DateStyle = 'day'): string {
    const options: Record<DateStyle, Intl.DateTimeFormatOptions> = {
      day: { day: 'numeric', month: 'long', year: 'numeric' },
      weekday: { weekday: 'long', day: 'numeric', month: 'long' },
      short: { day: 'numeric', month: 'short', year: 'numeric' },
      brief: { day: 'numeric', month: 'short' },
      month: { month: 'long', year: 'numeric' },
    };
    return this.#date({ ...options[style], timeZone: 'UTC' }).format(atNoon(date));
  }

  /** "1–15 de julio de 2025". */
  period(first: IsoDate, last: IsoDate): string {
    return this.#date({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
      .formatRange(atNoon(first), atNoon(last));
  }

  /** "1–15 jul": inside a sentence. */
  shortPeriod(first: IsoDate, last: IsoDate): string {
    return this.#date({ day: 'numeric', month: 'short', timeZone: 'UTC' })
      .formatRange(atNoon(first), atNoon(last));
  }

  /** A moment, in the time zone of the organisation whose moment it is. */
  instant(instant: IsoInstant, timeZone: string): string {
    return this.#date({ dateStyle: 'medium', timeStyle: 'short', timeZone })
      .format(new Date(instant));
  }

  /** "21 nov., 10:35": a moment of late, by the clock of a time zone or of this device. */
  moment(at: Date, timeZone: string | undefined): string {
    const zone = timeZone === undefined ? {} : { timeZone };
    const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    return this.#date({ day: 'numeric', month: 'short', ...time, ...zone }).format(at);
  }

  /** "uno, dos y tres". */
  list(items: readonly string[]): string {
    return new Intl.ListFormat(this.#locale, { type: 'conjunction' }).format(items);
  }
}
