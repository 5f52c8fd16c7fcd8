// Where a payment may go from where it is, as far as a person says it. The server decides.
import type { PaymentView } from '../api/generated';

type State = PaymentView['state'];

const ways: Partial<Record<State, readonly State[]>> = {
  sent: ['paid', 'refused', 'misdirected', 'unknown'],
  unknown: ['paid', 'refused', 'misdirected'],
  paid: ['returned', 'misdirected'],
};

export const nextStates = (state: State): readonly State[] => ways[state] ?? [];
