import { describe, expect, it } from 'vitest';
import {
  largest, movedPoint, percentOf, scaled, shareFrom, typedDecimal, unscaled,
} from './decimal';

describe('decimal', () => {
  it('reads text as whole numbers without losing a cent', () => {
    expect(scaled('9007199254740993.07', 2)).toBe(900719925474099307n);
    expect(scaled('-0.05', 2)).toBe(-5n);
    expect(scaled('12', 3)).toBe(12000n);
    expect(scaled('1.2345', 2)).toBe(123n);
  });

  it('gives the length of a bar between nothing and all', () => {
    expect(percentOf(1n, 3n)).toBe(33.33);
    expect(percentOf(5n, 3n)).toBe(100);
    expect(percentOf(-1n, 3n)).toBe(0);
    expect(percentOf(1n, 0n)).toBe(0);
    expect(largest([3n, 9n, 2n])).toBe(9n);
    expect(largest([])).toBe(0n);
  });

  it('takes a comma for the point of a decimal', () => {
    expect(typedDecimal(' 12,5 ')).toBe('12.5');
    expect(typedDecimal('1,234.5')).toBe('1,234.5');
  });

  it('writes a share of the whole as a rate', () => {
    expect(shareFrom(70)).toBe('0.70');
    expect(shareFrom(5)).toBe('0.05');
    expect(shareFrom(0)).toBe('0.00');
    expect(shareFrom(100)).toBe('1.00');
  });

  it('moves the point of a decimal and loses no digit', () => {
    expect(movedPoint('0.015', 2)).toBe('1.5');
    expect(movedPoint('0.50', 2)).toBe('50');
    expect(movedPoint('1.5', -2)).toBe('0.015');
    expect(movedPoint('-100', -2)).toBe('-1');
    expect(movedPoint('0.000001', 2)).toBe('0.0001');
    expect(movedPoint('1.x', 2)).toBe('1.x');
    expect(unscaled(-5n, 2)).toBe('-0.05');
    expect(unscaled(12n, 0)).toBe('12');
  });
});
