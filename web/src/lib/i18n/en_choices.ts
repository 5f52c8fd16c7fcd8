// The English of choices that only the pages of one room show; its shape is that of the Spanish.
import type { choices as spanish } from './es_choices';

export const choices: typeof spanish = {
  import_kind: { deliveries: 'Deliveries', analyses: 'Analyses' },
  order_state: {
    proposed: 'To be sent',
    sent: 'Sent',
    cancelled: 'Cancelled',
  },
  payment_method: {
    bank: 'Bank',
    cash: 'Cash',
  },
  input_kind: {
    received: 'Received',
    sold: 'Sold',
    counted: 'Counted',
  },
  capital_kind: {
    contribution: 'Contribution',
    refund: 'Refund',
  },
  dispute_end: {
    his: 'As the buyer says',
    ours: 'As we say',
    agreed: 'What was agreed',
  },
  line_outcome: {
    agreed: 'Agreed',
    rounding: 'Rounding',
    corrected: 'Corrected as signed',
    disputed: 'Disputed',
  },
  lot_state: {
    dispatched: 'On its way',
    accepted: 'Accepted',
    rejected: 'Rejected',
    cancelled: 'Cancelled',
  },
  source: { desk: 'Desk', file: 'File', device: 'Telephone' },
  breach: {
    late_payment: 'Late payment',
    short_delivery: 'Short delivery',
    missed_pick_up: 'Milk not picked up',
  },
  basis: { per_unit: 'per unit', of_gross: 'of the gross', obligation: 'instalments due' },
  volume: {
    producer: "The producer's quantity of the fortnight",
    organisation: "The organisation's quantity of the fortnight",
  },
  when_missing: {
    nothing: 'without an analysis it adds nothing',
    standard: 'without an analysis it counts as the standard',
    last_three: 'without an analysis the mean of the last three is used',
    refuse: 'without an analysis nothing can be paid',
  },
  applies_to: {
    everyone: 'Everyone', members: 'Members only', non_members: 'Non-members only',
  },
};
