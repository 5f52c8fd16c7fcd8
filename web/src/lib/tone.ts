// What a colour means, everywhere.
import type { SettlementState } from '../api/generated';

/** Green: done, in favour; ochre: waits; carmine: refused, missed, owed; indigo: information. */
export type Tone = 'good' | 'wait' | 'bad' | 'info';

const states: Record<SettlementState, Tone> = {
  computed: 'wait', approved: 'info', posted: 'good', withdrawn: 'bad',
};

export const toneOfState = (state: SettlementState): Tone => states[state];
