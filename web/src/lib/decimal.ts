// Exact decimal text as whole numbers, for pictures and for the order of a table. Nothing here
// decides an amount: that is the server's.

/** The text times 10^places; further places are cut. "-1.5" with 2 places is -150n. */
export function scaled(text: string, places: number): bigint {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const digits = BigInt(whole + fraction.padEnd(places, '0').slice(0, places));
  return text.startsWith('-') ? -digits : digits;
}

/** Which part of `of` the `part` is, 0 to 100 with two places, for the length of a bar. */
export function percentOf(part: bigint, of: bigint): number {
  if (of <= 0n || part <= 0n) return 0;
  const hundredths = (part * 10_000n) / of;
  return Number(hundredths > 10_000n ? 10_000n : hundredths) / 100;
}

export const largest = (values: readonly bigint[]): bigint =>
  values.reduce((most, value) => (value > most ? value : most), 0n);

/** What a person typed as a decimal: "12,5" is 12.5. What else may be wrong, the server says. */
export function typedDecimal(text: string): string {
  const bare = text.trim();
  return bare.includes('.') ? bare : bare.replace(',', '.');
}

/** A share as a person moves it on a scale, in whole percent, as a rate: 70 is "0.70". */
export const shareFrom = (percent: number): string =>
  percent >= 100 ? '1.00' : `0.${String(Math.max(0, percent)).padStart(2, '0')}`;

/** Decimal text times 10^places, exactly, without zeros that say nothing: "0.015" and 2 is "1.5".
 * What is no decimal stays as it is. */
export function movedPoint(text: string, places: number): string {
  const parts = /^(-?)([0-9]+)(?:\.([0-9]+))?$/.exec(text);
  if (!parts) return text;
  const [, sign = '', whole = '', fraction = ''] = parts;
  const before = '0'.repeat(Math.max(-places, 0)) + whole;
  const digits = before + fraction.padEnd(Math.max(places, 0), '0');
  const point = before.length + places;
  const left = digits.slice(0, point).replace(/^0+(?=.)/, '') || '0';
  const right = digits.slice(point).replace(/0+$/, '');
  return `${sign}${left}${right ? `.${right}` : ''}`;
}

/** A whole number of 10^-places as decimal text: 5n and 2 places is "0.05". */
export function unscaled(number: bigint, places: number): string {
  const digits = String(number < 0n ? -number : number).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${number < 0n ? '-' : ''}${whole}${places > 0 ? `.${digits.slice(-places)}` : ''}`;
}

export const isZero = (text: string): boolean => /^-?0*(\.0*)?$/.test(text);
