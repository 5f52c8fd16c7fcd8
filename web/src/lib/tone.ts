// What a colour means, everywhere.
import type {
  LineOutcome, LotState, PaymentOrderView, PaymentView, SettlementState, VoucherView,
} from '../api/generated';

/** Green: done, in favour; ochre: waits; carmine: refused, missed, owed; indigo: information. */
export type Tone = 'good' | 'wait' | 'bad' | 'info';

const states: Record<SettlementState, Tone> = {
  computed: 'wait', approved: 'info', posted: 'good', withdrawn: 'bad',
};

export const toneOfState = (state: SettlementState): Tone => states[state];

const lots: Record<LotState, Tone> = {
  dispatched: 'wait', accepted: 'good', rejected: 'bad', cancelled: 'info',
};

export const toneOfLot = (state: LotState): Tone => lots[state];

const outcomes: Record<LineOutcome, Tone> = {
  agreed: 'good', rounding: 'good', corrected: 'info', disputed: 'bad',
};

/** How both sides stand about a lot; a dispute that has ended is good. */
export const toneOfLine = (outcome: LineOutcome, open: boolean): Tone =>
  outcome === 'disputed' && !open ? 'good' : outcomes[outcome];

const vouchers: Record<VoucherView['state'], Tone> = {
  proposed: 'wait', posted: 'good', rejected: 'bad', reversed: 'info',
};

/** Of what one proposes and another decides. */
export const toneOfVoucher = (state: VoucherView['state']): Tone => vouchers[state];

const payments: Record<PaymentView['state'], Tone> = {
  ordered: 'wait', sent: 'info', unknown: 'wait', paid: 'good', refused: 'bad', returned: 'bad',
  misdirected: 'bad', cancelled: 'info',
};
const orders: Record<PaymentOrderView['state'], Tone> = {
  proposed: 'wait', sent: 'info', cancelled: 'bad',
};

export const toneOfPayment = (state: PaymentView['state']): Tone => payments[state];
export const toneOfOrder = (state: PaymentOrderView['state']): Tone => orders[state];
