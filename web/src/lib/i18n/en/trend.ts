import type { texts as es } from '../es/trend';
import { pluralIn } from '../plural';

const plural = pluralIn('en');

export const texts: typeof es = {
  milk: 'Milk of each day',
  milk_text: (days) =>
    `Accepted milk by day, ${plural({ one: '# day', other: '# days' })(days)}`,
  quality: 'Quality that was paid for',
  quality_text: (name) => `${name}: the value that each day was paid by`,
  standard: 'standard',
};
