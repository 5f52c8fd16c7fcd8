import { describe, expect, it } from 'vitest';
import { changedTexts, changesInWords } from './changes';

const words = {
  locale: 'es', state: { computed: 'calculada', approved: 'aprobada' },
  shift: { morning: 'mañana', evening: 'tarde' },
};
const view = (state: string, net: string) => ({ settlements: [{ state, net, count: 3 }] });

describe('what changed', () => {
  it('is said in words where there are some', () => {
    const pairs = changedTexts(view('computed', '1.00'), view('approved', '2.00'));
    expect(pairs).toEqual([['computed', 'approved'], ['1.00', '2.00']]);
    expect(changesInWords(pairs, words)).toEqual(['calculada → aprobada']);
  });

  it('is nothing when all is as it was', () => {
    expect(changedTexts(view('computed', '1.00'), view('computed', '1.00'))).toEqual([]);
    expect(changedTexts(undefined, view('computed', '1.00'))).toEqual([]);
  });

  it('is not read across rows that came or went', () => {
    expect(changedTexts({ rows: ['computed', 'approved'] }, { rows: ['approved'] })).toEqual([]);
  });

  it('is said once, and not without end', () => {
    const pairs = Array.from({ length: 9 }, () => ['computed', 'approved'] as const);
    expect(changesInWords(pairs, words)).toHaveLength(1);
    expect(changesInWords([['computed', 'morning'], ['constructor', 'x']], words)).toEqual([]);
  });
});
