import { pluralIn } from '../plural';
import type { texts as es } from '../es/assets';

const plural = pluralIn('en');

export const texts: typeof es = {
  title: 'Assets',
  lead: 'What lasts: what it cost, what is depreciated, what is left.',
  caption: 'Assets by number',
  as_of: 'As of',
  none: 'There are no assets on the register.',
  none_text: 'What a voucher brought into fixed assets is entered here.',
  name: 'Asset',
  since: 'In use from',
  months: plural({ one: 'a life of # month', other: 'a life of # months' }),
  cost: 'Cost',
  depreciated: 'Depreciated',
  residual: 'Residual value',
  worth: 'Left',
  sum: 'Sum of what is left',
  state: 'State',
  in_use: 'In use',
  gone: (day) => `Disposed of on ${day}`,
  entry: (number) => `Entry ${number}`,
  dispose: 'Dispose of it',
  dispose_title: (name) => `Dispose of: ${name}`,
  dispose_text: 'It leaves the books with what was left of it; what it brought above or below ' +
    'that is a gain or a loss.',
  day: 'Day',
  document: 'Document',
  proceeds: 'What it brought',
  proceeds_hint: 'If it was sold; empty if it brought nothing',
  into: 'Went into',
  disposed: 'The asset is disposed of.',
};
