import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../api/generated';
import { monthEnd, monthEnds } from './dates';
import { the } from './validation/the';

const day = (text: string): IsoDate => the('Date', text);

describe('the end of a month', () => {
  it.each([
    ['2025-09-01', '2025-09-30'],
    ['2025-12-31', '2025-12-31'],
    ['2024-02-10', '2024-02-29'],
    ['2025-02-28', '2025-02-28'],
  ])('of %s is %s', (date, end) => {
    expect(monthEnd(day(date))).toBe(end);
  });

  it('is followed by that of the next, as long as they are over', () => {
    expect(monthEnds(day('2025-11-01'), day('2026-01-31'), 9)).toEqual([
      '2025-11-30', '2025-12-31', '2026-01-31',
    ]);
    expect(monthEnds(day('2025-11-01'), day('2025-11-29'), 9)).toEqual([]);
    expect(monthEnds(day('2025-01-01'), day('2026-01-31'), 2)).toHaveLength(2);
  });
});
