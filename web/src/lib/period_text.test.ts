import { describe, expect, it } from 'vitest';
import { periodIn } from './period_text';

describe('evidence', () => {
  it('may be a period', () => {
    expect(periodIn('2025-07-28..2025-08-03'))
      .toEqual({ first: '2025-07-28', last: '2025-08-03' });
  });

  it('is a lot otherwise', () => {
    expect(periodIn('L-0725')).toBeUndefined();
    expect(periodIn('2025-07-28..soon')).toBeUndefined();
  });
});
