import { describe, expect, it } from 'vitest';
import { linesInView, movedBy, scrollFor } from './grid_keys';

describe('keys of a long table', () => {
  it('lead from line to line, never out of it', () => {
    const to = (key: string, line: number) => movedBy(key, line, 100, 10);
    expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => to(key, 50)))
      .toEqual([51, 49, 60, 40, 0, 99]);
    expect([to('ArrowUp', 0), to('PageDown', 95), to('Tab', 5)]).toEqual([0, 99, undefined]);
  });
});

describe('the lines in view', () => {
  it('are those of the window and a few beside', () => {
    expect(linesInView(4400, 440, 44, 100_000)).toEqual({ from: 97, to: 113 });
    expect(linesInView(0, 440, 44, 3)).toEqual({ from: 0, to: 3 });
    expect(linesInView(9000, 440, 44, 3)).toEqual({ from: 3, to: 3 });
  });

  it('are moved as little as a line needs', () => {
    expect(scrollFor(5, 10, 60, 100)).toBe(50);
    expect(scrollFor(20, 10, 60, 100)).toBe(110);
    expect(scrollFor(10, 10, 60, 100)).toBeUndefined();
  });
});
