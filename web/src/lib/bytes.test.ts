import { describe, expect, it } from 'vitest';
import { bytesSaid } from './bytes';

describe('a size', () => {
  const said = (bytes: number) => {
    const { number, unit } = bytesSaid(bytes);
    return `${number} ${unit}`;
  };

  it('is said in the unit that a person would take', () => {
    expect([0, 512, 999_999, 1_000_000, 3_219_456, 412_000_000, 41_230_000_000].map(said))
      .toEqual(['0 kB', '0.5 kB', '999 kB', '1 MB', '3.2 MB', '412 MB', '41.2 GB']);
    expect(said(2_000_000_000_000_000)).toBe('2000 TB');
  });
});
