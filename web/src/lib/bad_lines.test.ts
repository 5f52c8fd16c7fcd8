import { describe, expect, it } from 'vitest';
import { badLinesOf, otherThanLines } from './bad_lines';

const problem = (where: string) => ({ code: 'not_found', where, detail: '', text: 'No está.' });

describe('refusals of a file', () => {
  it('are told by their line, the others apart', () => {
    const all = [problem('/content'), problem('/content/12'), problem('/document')];
    expect(badLinesOf(all).map(({ line }) => line)).toEqual(['12']);
    expect(otherThanLines(all).map(({ where }) => where)).toEqual(['/content', '/document']);
  });
});
