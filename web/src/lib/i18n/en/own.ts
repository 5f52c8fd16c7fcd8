import type { texts as es } from '../es/own';
import { pluralIn } from '../plural';

const plural = pluralIn('en');

export const texts: typeof es = {
  title: 'Today',
  newest: 'Your last fortnight',
  why: 'See why',
  since: 'Your milk since then',
  since_none: 'Nothing was delivered since then.',
  before: 'Earlier fortnights',
  days: 'Milk of the last days',
  days_text: (days, first, last) =>
    `Milk of ${plural({ one: '# day', other: '# days' })(days)}, from ${first} to ${last}`,
  rejected: 'Rejected',
};
