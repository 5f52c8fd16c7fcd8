import type { texts as es } from '../es/journal';
import { pluralIn } from '../plural';

const plural = pluralIn('en');

export const texts: typeof es = {
  title: 'Journal',
  lead: 'Each entry, with no number missing; nothing is erased.',
  account: 'Account',
  any_account: 'all',
  party: 'Party',
  party_hint: 'Code of a supplier or of another party',
  settlement: 'Fortnight no.',
  entries: plural({ one: '# entry', other: '# entries' }),
  none: 'There are no entries like that.',
  entry: (number) => `Entry ${number}`,
  happened: (day) => `happened on ${day}`,
  reverses: (number) => `reverses entry ${number}`,
  debit: 'Debit',
  credit: 'Credit',
  about: (code) => `for ${code}`,
  only: (number) => `Only entry ${number}`,
  whole: 'See the whole journal',
  see_balances: 'See balances',
};
