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

export const isZero = (text: string): boolean => /^-?0*(\.0*)?$/.test(text);
