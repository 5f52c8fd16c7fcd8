// Where a settlement stands between the people who compute, approve and post it.
import type { SettlementSummary } from '../api/generated';
import type { Texts } from './i18n/rooms';

/** One step, and who did it when. */
export interface Step {
  readonly name: string;
  readonly state: 'done' | 'now' | 'next';
  readonly note?: string | undefined;
}

const reached = { computed: 1, approved: 2, posted: 3, withdrawn: 3 } as const;

/** The steps of a settlement: the one that waits for somebody is "now". */
export function stepsOf(
  summary: SettlementSummary, t: Texts, when: (instant: SettlementSummary['computed_at']) => string,
): readonly Step[] {
  const words = t.settlement.step;
  const at = reached[summary.state];
  const stateOf = (place: number) => (place <= at ? 'done' : place === at + 1 ? 'now' : 'next');
  const approved = summary.approved_by !== undefined && summary.approved_at !== undefined
    ? t.settlement.by(summary.approved_by, when(summary.approved_at)) : undefined;
  return [
    {
      name: words.computed, state: stateOf(1),
      note: t.settlement.by(summary.computed_by, when(summary.computed_at)),
    },
    { name: at >= 2 ? words.approved : words.approve, state: stateOf(2), note: approved },
    { name: at >= 3 ? words.posted : words.post, state: stateOf(3) },
    ...(summary.state === 'withdrawn' ? [{ name: words.withdrawn, state: 'done' } as const] : []),
  ];
}
