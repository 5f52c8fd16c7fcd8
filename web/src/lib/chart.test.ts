import { describe, expect, it } from 'vitest';
import { dayAt, heightOf, lengthOf, placesAlong, rangeOf } from './chart';
import { the } from './validation/the';

describe('what a picture shows', () => {
  const days = ['2025-07-31', '2025-08-01', '2025-08-05'].map((day) => the('Date', day));

  it('keeps days as far from each other as they are', () => {
    const places = placesAlong({ days });
    expect(places.map((place) => place - (places[0] ?? 0))).toEqual([0, 1, 5]);
    expect(places.map(dayAt)).toEqual(days);
    expect(dayAt(20300.5)).toBeUndefined();
  });

  it('puts names one after the other', () => {
    expect(placesAlong({ names: ['El Toro', 'La Loma'] })).toEqual([0, 1]);
    expect(lengthOf({ names: ['El Toro'] })).toBe(1);
  });

  it('leaves a gap where nothing is known', () => {
    expect([heightOf('12.50'), heightOf(undefined), heightOf('A')]).toEqual([12.5, null, null]);
  });

  it('shows all of it, limits too, and lets bars stand on the ground', () => {
    const series = [{ name: 'x', tone: 'good' as const, values: ['10', undefined, '20'] }];
    const [least, most] = rangeOf(series, [{ name: 'norm', value: '22' }], false);
    expect([least < 10 && least > 9, most > 22 && most < 23]).toEqual([true, true]);
    expect(rangeOf(series, [], true)[0]).toBe(0);
    expect(rangeOf([], [], false)).toEqual([0, 1]);
    const [low, high] = rangeOf([{ name: 'x', values: ['7', '7'] }], [], false);
    expect(low < 7 && high > 7).toBe(true);
  });
});
