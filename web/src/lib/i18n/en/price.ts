import type { texts as es } from '../es/price';

export const texts: typeof es = {
  caption: 'How the price came about',
  result: 'Price',
  against: (value, standard) => `${value} against ${standard}`,
  in_band: (value, band) => `${value}, band ${band}`,
  below: (to) => `below ${to}`,
  from: (from) => `from ${from}`,
  between: (from, to) => `from ${from} to below ${to}`,
  index: (name) => `by the index ${name}`,
  not_held: 'no certificate on that day',
  not_needed: 'was not needed',
  missing: 'no analysis',
  by_volume: 'By volume',
  nothing: 'no effect',
};
