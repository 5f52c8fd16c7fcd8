import type { texts as es } from '../es/sources';
import { choices } from '../en_choices';
import { pluralIn } from '../plural';

const plural = pluralIn('en');

export const texts: typeof es = {
  title: 'Devices',
  lead: 'What records deliveries. Each numbers its own, and it is known when one is missing.',
  caption: 'Devices by number',
  number: 'Number',
  name: 'Name',
  name_hint: 'A telephone on the milk round; a reinstalled one is registered anew.',
  kind: 'Kind',
  last: 'Last number',
  missing: 'Missing numbers',
  missing_some: plural({ one: '# record is missing', other: '# records are missing' }),
  missing_none: 'None',
  add: 'Register a telephone',
  added: (name) => `${name} was registered.`,
  none: 'No device has been registered yet.',
  source: choices.source,
};
