import { choices } from '../en_choices';
import { pluralIn } from '../plural';
import type { texts as es } from '../es/stock';

const plural = pluralIn('en');

export const texts: typeof es = {
  title: 'Store',
  lead: 'Which inputs there are, what they cost, and all that came and went.',
  caption: 'Inputs in store',
  as_of: 'As of',
  none: 'There is nothing in store.',
  in_store: 'What there is',
  item: 'Input',
  any_item: 'all',
  quantity: 'Quantity',
  value: 'At its cost',
  sum: 'Sum',
  movements: plural({ one: '# movement', other: '# movements' }),
  movements_caption: 'Movements, the newest first',
  no_movements: 'There are no movements that fit this.',
  day: 'Day',
  kind: 'What it was',
  party: 'Person',
  party_hint: 'Code; empty: all',
  change: 'Quantity',
  cost: 'Cost',
  price: 'Price of the sale',
  document: 'Document',
  undone: 'Undone',
  entry_title: 'Entry',
  input_kind: choices.input_kind,
};
