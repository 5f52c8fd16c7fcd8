import type { texts as es } from '../es/terms';
import { choices } from '../en_choices';
import { pluralIn } from '../plural';

const plural = pluralIn('en');

export const texts: typeof es = {
  title: 'Terms',
  lead: 'What was signed about price and deductions. Each version is in force from its date.',
  none: 'No terms have been saved yet.',
  purchase: 'With the suppliers',
  agreements: 'With the buyers',
  standing: { now: 'in force today', coming: 'to come', earlier: 'in force before' },
  of: { member: 'For members', supplier: 'For non-members' },
  effective: (day) => `In force from ${day}`,
  signed: (day) => `Signed on ${day}`,
  signed_by: (who, when) => `Signed by ${who} on ${when}`,
  withdraw: 'Withdraw',
  withdraw_of: {
    withdraw_terms: {
      title: (about) => `Withdraw these terms? ${about}`,
      text: 'Only if they were signed by mistake and no posted fortnight used them. Those before ' +
        'are in force again; what was computed is computed again.',
      done: 'The terms were withdrawn.',
    },
    withdraw_agreement: {
      title: (about) => `Withdraw this agreement? ${about}`,
      text: 'Only if it was entered by mistake. The one before is in force again; lots that ' +
        'were accepted stay as they are.',
      done: 'The agreement was withdrawn.',
    },
    withdraw_sale_terms: {
      title: (about) => `Withdraw the terms of sale? ${about}`,
      text: 'Only if they were entered by mistake. Lots already accepted stay as they are; ' +
        'afterwards you can set them again.',
      done: 'The terms of sale were withdrawn.',
    },
  },
  sale: 'Beside the price',
  sale_none: 'Nothing else was set: each lot is paid on the same day and no difference tolerated.',
  sale_set: 'The terms of sale are set.',
  set_sale: 'Set term of payment and tolerances',
  pays_after: plural({
    one: 'Pays each lot # day after accepting it.',
    other: 'Pays each lot # days after accepting it.',
  }),
  tolerates: (weight, value) =>
    `A difference of ${weight} in weight and of ${value} in value of a lot is tolerated.`,
  expects: (quantity, per, short) => `Expects ${quantity} each ${per}; ${short} may be short.`,
  per: { week: 'week', month: 'month' },
  sale_field: {
    payment_days: 'Days until payment',
    weight_tolerance: 'Tolerance in weight (%)',
    value_tolerance: 'Tolerance in value (%)',
    expected: 'Expected quantity',
    expected_tolerance: 'How much may be short (%)',
    per: 'In each',
  },
  sale_days_hint: 'From the day the lot is accepted; empty is the same day.',
  expected_hint: (unit) => `In ${unit}; empty if none was agreed.`,
  price: 'Price',
  price_caption: 'Rules of the price, in their order',
  rounding: (how, where) => `Rounded ${where}, ${how}.`,
  fixed: (price, unit) => `${price} per ${unit}`,
  on_index: (index, factor, differential) => `index ${index} × ${factor} plus ${differential}`,
  per_point: (rate, point, standard) =>
    `${rate} for each ${point} above ${standard}; the same is taken below it`,
  whole_points: 'only whole points count',
  component: (rate, what) => `${rate} for each kg of ${what}`,
  premium: (rate) => `${rate} with a certificate in force on that day`,
  at_least: (price) => `never less than ${price}`,
  at_most: (price) => `never more than ${price}`,
  grade_of: (number) => `grade ${number}`,
  waterfall: 'Deductions',
  waterfall_caption: 'Deductions, in the order in which they are served',
  rank: 'Order',
  deduction: 'Deduction',
  asks: 'How much it asks',
  who: 'Of whom',
  limits: 'Limits',
  of_gross: (rate) => `${rate} of the gross`,
  cap: (rate) => `Cap: together they take no more than ${rate} of the gross.`,
  no_cap: 'No cap.',
  floor: (price, unit) => `Floor: the producer keeps at least ${price} per ${unit}.`,
  no_floor: 'No floor.',
  under_cap: 'under the cap',
  above_floor: 'respects the floor',
  withheld_for: (code) => `for ${code}`,
  no_limits: 'no limit',
  basis: choices.basis,
  volume: choices.volume,
  when_missing: choices.when_missing,
  applies_to: choices.applies_to,
};
