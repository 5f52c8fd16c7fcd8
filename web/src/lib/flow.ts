// The picture of where the money of a settlement goes: each line stands where the last one ended.
import type { FlowView, Money } from '../api/generated';
import { largest, percentOf, scaled } from './decimal';
import type { Tone } from './tone';

/** A line that adds to the money or takes from it: of a settlement, or of one statement. */
export type FlowLine =
  Pick<FlowView, 'kind' | 'label' | 'amount' | 'carried' | 'deduction'> & {
    /** Whose it is together; absent when it is one producer's. */
    readonly producers?: number;
  };

/** One bar of the picture, in percent of the widest point. */
export interface FlowBar {
  readonly flow: FlowLine;
  readonly start: number;
  readonly width: number;
  readonly tone: Tone;
}

const minor = (money: Money) => scaled(money.amount, 4);
const least = (one: bigint, other: bigint) => (one < other ? one : other);

/** Green what comes in, carmine what makes the price less, indigo what the organisation keeps,
 * ochre what pays a debt. */
function toneOf(flow: FlowLine): Tone {
  if (flow.kind !== 'deduction') return minor(flow.amount) < 0n ? 'bad' : 'good';
  const own = ['own_service', 'capital', 'retention', 'tax'];
  return own.includes(flow.deduction ?? '') ? 'info' : 'wait';
}

/** The bars in the order of the flows: what is added goes on to the right, a deduction back. */
export function flowBars(flows: readonly FlowLine[]): readonly FlowBar[] {
  const ends: { flow: FlowLine; from: bigint; to: bigint }[] = [];
  let end = 0n;
  for (const flow of flows) {
    const from = end;
    end += flow.kind === 'deduction' ? -minor(flow.amount) : minor(flow.amount);
    ends.push({ flow, from, to: end });
  }
  const widest = largest(ends.flatMap(({ from, to }) => [from, to]));
  return ends.map(({ flow, from, to }) => ({
    flow,
    start: percentOf(least(from, to), widest),
    width: percentOf(from < to ? to - from : from - to, widest),
    tone: toneOf(flow),
  }));
}

/** How far an amount reaches in the same picture. */
export function reach(amount: Money, flows: readonly FlowLine[]): number {
  let end = 0n;
  const ends = flows.map((flow) => {
    end += flow.kind === 'deduction' ? -minor(flow.amount) : minor(flow.amount);
    return end;
  });
  return percentOf(minor(amount), largest(ends));
}
