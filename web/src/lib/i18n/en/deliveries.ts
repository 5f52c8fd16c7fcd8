import type { texts as es } from '../es/deliveries';
import { pluralIn } from '../plural';

const plural = pluralIn('en');

export const texts: typeof es = {
  title: 'Deliveries',
  lead: 'Each can that was taken, and each that was rejected.',
  supplier: 'Supplier',
  accepted: 'Accepted',
  rejected: 'Rejected',
  count: plural({ one: '# delivery', other: '# deliveries' }),
  caption: 'Deliveries of the period',
  day: 'Day',
  shift: 'Shift',
  quantity: 'Quantity',
  readings: 'Analysis',
  state: 'State',
  corrected: 'Corrected',
  undone: 'Undone',
  none: 'There are no deliveries in this period.',
  none_text: 'Change the dates, import a file or note a delivery.',
  add: 'Note a delivery',
  added: (quantity, supplier) => `Noted: ${quantity} from ${supplier}`,
  outcome: 'Outcome',
  note: 'Reason or note',
  note_hint: 'If it is rejected, why.',
  supplier_hint: 'Code, such as M-017',
  correct: 'Correct',
  correct_title: 'Correct the delivery',
  correct_text: 'The earlier delivery is kept; the new one takes its place.',
  corrected_done: 'The delivery was corrected.',
  withdraw: 'Withdraw',
  withdraw_title: 'Withdraw the delivery',
  withdraw_text: 'It will no longer count for payment. The record and the reason are kept.',
  withdrawn_done: 'The delivery was withdrawn.',
  acts: 'Correct or withdraw',
  days: 'Milk by day',
};
