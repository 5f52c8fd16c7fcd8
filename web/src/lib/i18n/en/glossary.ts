import type { texts as es } from '../es/glossary';

export const texts: typeof es = {
  collection: ['collection',
    'Taking in the producers’ milk, weighing it and noting it down, every day.'],
  correction: ['correction',
    'A new record that takes the place of one that was wrong. The earlier one is not erased.'],
  analysis: ['analysis', 'What the laboratory found in a sample of milk.'],
  reading: ['reading', 'One value of one thing that was measured, such as fat.'],
  median: ['median',
    'The reading that stands in the middle when all are put in order: half of them are below it ' +
      'and half above. A few very odd ones do not move it.'],
  quartile: ['quartile',
    'With the readings in order, a quarter of them are below the first quartile and a quarter ' +
      'above the third. Between the two lies the middle half.'],
  outlier: ['outlier',
    'A reading further from the middle half than one and a half times its width. It is shown, ' +
      'and counts like the others: it is never left out.'],
  settlement: ['settlement',
    'One fortnight of a product: what each one’s milk is worth and what is deducted is ' +
      'computed, another person approves it, and it goes into the books.'],
  gross: ['gross', 'What all the accepted milk is worth, before anything is deducted.'],
  waterfall: ['waterfall',
    'The order in which deductions are served: first things first, as far as it goes.'],
  cap: ['cap',
    'The part of the gross that all deductions together may not pass. What does not fit waits ' +
      'for the next fortnight.'],
  floor: ['floor', 'What a producer keeps of each unit, whatever he owes.'],
  carried_over: ['carried over',
    'What was asked and did not fit under the cap: it is asked again in the next fortnight.'],
  retention: ['retention',
    'A part that the organisation keeps for the producer and gives back later.'],
  cost_recovery: ['recovered cost',
    'What a producer pays of a service of the organisation, like transport. It is no profit ' +
      'of the organisation.'],
  obligation: ['obligation', 'What a producer owes and lets be taken from his milk.'],
  instalment: ['instalment', 'How much of an obligation is taken in each fortnight.'],
  counter_account: ['counter-account',
    'The other account of an entry: where the money came from, or where it went.'],
  entry: ['entry',
    'A record in the books: what enters some accounts leaves others, and the sum is zero. It ' +
      'is never erased.'],
  debit: ['debit and credit',
    'The two columns of an account: a debit adds to it, a credit takes from it. In all the ' +
      'books together they are equal.'],
  reversal: ['reversal', 'A new entry that undoes another. Both stay in sight.'],
  accrual: ['accrual',
    'The milk taken in and not yet settled when a month ends: it is booked as a purchase of ' +
      'that month and taken back on the next day.'],
  closing: ['closing',
    'From then on a month takes no more entries. What comes late is booked on the first open ' +
      'day.'],
  trial_balance: ['trial balance',
    'All accounts with their debits and credits. If both sums are equal, the books balance.'],
  open_item: ['open item',
    'A debt, ours or somebody else’s, of which something is still to be paid.'],
  reconciliation: ['reconciliation',
    'Holding the books against the bank’s statement until the reason of every difference is ' +
      'known.'],
  in_transit: ['in transit',
    'Money that has left the books for a producer and that the bank has not confirmed yet.'],
  explained: ['explained', 'A line of the bank whose payment or entry is known.'],
  payment_order: ['payment order',
    'Payments that go out together, by bank or in cash: one person orders them, another sends ' +
      'them.'],
  hold: ['hold', 'A part that is set aside and not paid yet, for a claim or a doubt.'],
  voucher: ['voucher',
    'An expense with its document: one person proposes it, another approves it.'],
  petty_cash: ['petty cash', 'A small box for minor expenses, filled and spent by vouchers.'],
  staff_advance: ['staff advance',
    'Money given to somebody who shows afterwards what it was spent on.'],
  lot: ['lot', 'The milk that leaves together for a buyer, in one tank, with a code of its own.'],
  liquidation: ['liquidation',
    'The weights, analyses and amounts that the buyer states for our lots.'],
  tolerance: ['tolerance', 'How much the buyer may differ from us before it has to be discussed.'],
  dispute: ['dispute',
    'A lot on which both sides differ by more than the tolerance. It stays open until another ' +
      'person decides.'],
  contested: ['contested', 'The part of a debt that is not demanded while it is discussed.'],
  breach: ['breach',
    'What a side of the agreement did not keep: it paid late, delivered too little or did not ' +
      'pick up.'],
  share: ['share', 'What a member has put into the organisation’s capital. It stays his.'],
  surplus: ['surplus',
    'What a closed year left. The assembly decides how much is shared and how much is kept.'],
  shrinkage: ['shrinkage',
    'What was lost: milk of a lot, or inputs that are missing when they are counted.'],
  period_mean: ['period mean',
    'The mean of the fortnight’s analyses, by the kilograms of each delivery.'],
};
