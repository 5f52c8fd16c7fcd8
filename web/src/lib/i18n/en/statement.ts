import type { texts as es } from '../es/statement';
import { pluralIn } from '../plural';

const plural = pluralIn('en');

export const texts: typeof es = {
  receives: 'Receives',
  milk: (quantity) => `The milk: ${quantity}`,
  milk_text: (days) =>
    `Milk handed over by day, ${plural({ one: '# day', other: '# days' })(days)}`,
  accepted: 'Accepted',
  rejected: 'Rejected',
  rejected_text: (quantity) => `${quantity} were rejected; they are not paid.`,
  why: 'Why this payment',
  gross: 'Gross',
  remaining: (amount) => `${amount} remain`,
  as_picture: 'See it in a picture',
  picture_caption: 'From the milk to what is received, line by line',
  late_changes: plural({ one: '# delivery changed', other: '# deliveries changed' }),
  late_more: plural({ one: 'and # more', other: 'and # more' }),
  deliveries: 'Each delivery and its price',
  deliveries_hint: 'Open one to see how its price came about.',
  disagree: 'If something is not right',
  disagree_text:
    'Tell the organisation the day and the shift: each delivery is kept, and what is ' +
    'corrected enters the next fortnight.',
  over_time: 'The milk and its quality over time',
  message: 'Text message',
  message_hint: plural({ one: '# letter', other: '# letters' }),
  pdf: 'Statement (PDF)',
  all: 'All statements of the fortnight',
  entry: (number) => `Entry no. ${number}`,
  none: 'There are no accepted deliveries in this fortnight.',
  payment: {
    none: 'There is no pay day yet.',
    ordered: (amount, day, how) => `${amount} will be paid on ${day}, ${how}.`,
    sent: (amount, day, how) => `${amount} on the way since ${day}, ${how}.`,
    unknown: (amount, day, how) =>
      `${amount} left on ${day}, ${how}; the bank is asked whether they arrived.`,
    paid: (amount, day, how) => `${amount} paid on ${day}, ${how}.`,
    back: (amount, day, how) => `${amount} did not arrive on ${day}, ${how}; they are owed again.`,
    bank: 'by the bank',
    cash: 'in cash',
  },
};
