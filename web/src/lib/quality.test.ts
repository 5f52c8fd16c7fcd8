import { describe, expect, it } from 'vitest';
import type { Attribute } from '../api/generated';
import { placeIn, scaleOf } from './box';
import { crossed, fencesOf, outliersIn } from './fences';
import { classesOf } from './histogram';
import { apart, attributesIn, measuredIn, partsBy } from './measured';
import { daysOf, groupsOf, hamletsOf, ofHamlet, wholeOf } from './quality';
import { eighthsText, fiveNumbersOf } from './quartiles';
import { the } from './validation/the';

const fat: Attribute = {
  number: 1, code: 'fat', name: 'Grasa', unit: '%', decimals: 2, least: 50, most: 1200,
};
const freezing: Attribute = {
  number: 2, code: 'freezing', name: 'Crioscopía', unit: '°C', decimals: 3, least: -600,
  most: -400,
};
const analysis = (day: string, supplier: string, value: string, attribute = 'fat') =>
  the('AnalysisView', {
    day, shift: 'morning', supplier, name: `Rosa ${supplier}`, readings: [{ attribute, value }],
  });
const five = (...values: number[]) => fiveNumbersOf(Int32Array.from(values).sort());
const sure = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('nothing');
  return value;
};
const fences = (...values: number[]) => fencesOf(sure(five(...values)));
const classes = (...values: number[]) =>
  classesOf(Int32Array.from(values).sort(), fences(...values))
    .map(({ from, to, count }) => [from, to, count]);

describe('readings of an attribute', () => {
  const analyses = [
    analysis('2025-08-02', 'M-2', '4.28'), analysis('2025-08-01', 'M-1', '3.9'),
    analysis('2025-08-01', 'M-2', '-0.525', 'freezing'), analysis('2025-08-01', 'M-3', '3.90'),
  ];

  it('are whole numbers of its last place in order, each with its analysis', () => {
    const { values, of } = measuredIn(analyses, fat);
    expect([[...values], [...of]]).toEqual([[390, 390, 428], [1, 3, 0]]);
    expect([...measuredIn(analyses, freezing).values]).toEqual([-525]);
    expect(measuredIn([], fat).values.length).toBe(0);
  });

  it('below zero keep their order and their analyses', () => {
    const { values, of } = measuredIn(
      ['-0.521', '-0.540', '0.003'].map((value) =>
        analysis('2025-08-01', 'M-1', value, 'freezing')), freezing);
    expect([[...values], [...of]]).toEqual([[-540, -521, 3], [1, 0, 2]]);
  });

  it('are told apart, and stay in order', () => {
    const days = partsBy(analyses, ({ day }) => day);
    expect(apart(measuredIn(analyses, fat), days).map(({ key, values, of }) =>
      [key, [...values], [...of]]))
      .toEqual([['2025-08-02', [428], [0]], ['2025-08-01', [390, 390], [1, 3]]]);
    expect(apart(measuredIn(analyses, freezing), days).map(({ key }) => key))
      .toEqual(['2025-08-01']);
  });

  it('are offered only where there are any', () => {
    const cells = { ...fat, code: 'scc' };
    expect(attributesIn(analyses, [fat, cells, freezing])).toEqual([fat, freezing]);
  });
});

describe('five numbers', () => {
  it('are those of a spreadsheet, exactly', () => {
    const numbers = sure(five(1, 2, 3, 4));
    const { least, low, middle, high, most } = numbers;
    expect([least, low, middle, high, most].map((each) => eighthsText(each, 0)))
      .toEqual(['1', '1.75', '2.5', '3.25', '4']);
    expect(numbers.count).toBe(4);
  });

  it('are all the same of one reading, and of equal ones', () => {
    const one = { least: 3120, low: 3120, middle: 3120, high: 3120, most: 3120 };
    expect(five(390)).toEqual({ count: 1, ...one });
    expect(five(390, 390, 390)).toEqual({ count: 3, ...one });
    expect(five()).toBeUndefined();
  });

  it('may lie below zero', () => {
    const { low, middle, high } = sure(five(-525, -540, -521, -530, -519, -500));
    expect([low, middle, high].map((each) => eighthsText(each, 3)))
      .toEqual(['-0.52875', '-0.523', '-0.5195']);
  });

  it('are written with the places of the attribute, and more only where they say something', () => {
    expect([eighthsText(8 * 400, 2), eighthsText(8 * 237, 0), eighthsText(8 * 200 + 4, 0),
      eighthsText(-1, 2), eighthsText(0, 2), eighthsText(8 * 5000, 3)])
      .toEqual(['4.00', '237', '200.5', '-0.00125', '0.00', '5.000']);
  });
});

describe('outliers', () => {
  it('are beyond one and a half times the width of the middle half', () => {
    // Quartiles 2 and 4, so the fences stand at -1 and 7.
    const of = fences(1, 2, 3, 4, 5);
    expect([of.low, of.high].map((each) => eighthsText(each, 0))).toEqual(['-1', '7']);
    expect([-2, -1, 3, 7, 8].map((value) => crossed(value, of)))
      .toEqual(['low', undefined, undefined, undefined, 'high']);
  });

  it('are all that differs where the middle half is one number', () => {
    const of = fences(5, 5, 5, 5, 5, 6);
    expect([4, 5, 6].map((value) => crossed(value, of))).toEqual(['low', undefined, 'high']);
  });

  it('are none of one reading, of equal ones and of two', () => {
    for (const values of [[7], [7, 7, 7], [1, 1000], [-5, 5]]) {
      const measured = { values: Int32Array.from(values), of: Int32Array.from(values.keys()) };
      expect(outliersIn(measured, fences(...values))).toEqual([]);
    }
  });

  it('keep exact what a fraction would blur', () => {
    // Quartiles 1.75 and 3.25: the fences are -0.5 and 5.5.
    const of = fences(1, 2, 3, 4);
    expect([of.low, of.high]).toEqual([-4, 44]);
  });

  it('stand the furthest first, and as they came where they are as far', () => {
    const values = [-100, 1, 2, 3, 4, 5, 50, 50];
    const measured = { values: Int32Array.from(values), of: Int32Array.from(values.keys()) };
    const found = outliersIn(measured, { low: -8, high: 56 });
    expect(found.map(({ of, crosses }) => [of, crosses]))
      .toEqual([[0, 'low'], [6, 'high'], [7, 'high']]);
    expect(found.map(({ by }) => eighthsText(by, 0))).toEqual(['99', '43', '43']);
  });
});

describe('a distribution', () => {
  it('has round limits and an empty class where nothing lies', () => {
    expect(classes(390, 391, 391, 393, 393)).toEqual([
      [390, 390, 1], [391, 391, 2], [392, 392, 0], [393, 393, 2]]);
    const made = classes(...Array.from({ length: 12 }, (_, place) => 303 + 20 * place));
    expect(made).toEqual([[300, 349, 3], [350, 399, 2], [400, 449, 3], [450, 499, 2],
      [500, 549, 2]]);
  });

  it('counts what is beyond the fences in open classes, and every reading once', () => {
    const values = [...Array.from({ length: 99 }, (_, place) => 100 + place), 9999, -9999];
    const made = classes(...values);
    expect([made[0], made.at(-1)])
      .toEqual([[undefined, 99, 1], [200, undefined, 1]]);
    expect(made.reduce((sum, [, , count]) => sum + (count ?? 0), 0)).toBe(values.length);
    expect(made.length).toBeLessThanOrEqual(18);
  });

  it('of one reading, of equal ones or of none is as short as it can be', () => {
    expect(classes(390)).toEqual([[390, 390, 1]]);
    expect(classes(0, 0, 0)).toEqual([[0, 0, 3]]);
    expect(classesOf(new Int32Array(0), { low: 0, high: 0 })).toEqual([]);
  });

  it('reaches all where the middle half is one number', () => {
    const made = classes(5, 5, 5, 5, 5, 9);
    expect([made[0], made.at(-1)]).toEqual([[5, 5, 5], [9, 9, 1]]);
  });

  it('keeps its limits round below zero', () => {
    const made = classes(-540, -531, -525, -521, -519, -510);
    expect(made.every(([from]) => (from ?? 1) % 2 === 0)).toBe(true);
    expect(made.reduce((sum, [, , count]) => sum + (count ?? 0), 0)).toBe(6);
  });
});

describe('quality', () => {
  const analyses = [
    ...[390, 395, 400, 405, 410].map((value, place) =>
      analysis('2025-08-02', `M-${place + 1}`, (value / 100).toFixed(2))),
    analysis('2025-08-01', 'M-1', '9.90'),
  ];
  const hamletOf = hamletsOf(['M-1', 'M-2'].map((code) => the('SupplierView',
    { code, name: code, kind: 'member', hamlet: 'El Toro', certificates: [] })));
  const measured = measuredIn(analyses, fat);
  const whole = sure(wholeOf(measured));

  it('leaves no outlier out of the numbers', () => {
    expect(whole.five.count).toBe(6);
    expect(whole.five.most).toBe(8 * 990);
    expect(whole.outliers.map(({ of, value }) => [of, value])).toEqual([[5, 990]]);
    expect(wholeOf(measuredIn([], fat))).toBeUndefined();
  });

  it('goes day by day, in order', () => {
    const days = daysOf(analyses, measured, partsBy(analyses, ({ day }) => day));
    expect(days.map(({ day, five: { count, middle } }) => [day, count, middle / 8]))
      .toEqual([['2025-08-01', 1, 990], ['2025-08-02', 5, 400]]);
  });

  it('is told of each hamlet and each supplier', () => {
    const told = (by: 'hamlet' | 'supplier') =>
      groupsOf(analyses, measured, whole.outliers, by, hamletOf)
        .map(({ key, name, five: { count }, outliers }) => [key, name, count, outliers]).sort();
    expect(told('hamlet')).toEqual([['', '', 3, 0], ['El Toro', 'El Toro', 3, 1]]);
    expect(told('supplier')[0]).toEqual(['M-1', 'Rosa M-1', 2, 1]);
    expect(ofHamlet(analyses, 'El Toro', hamletOf).length).toBe(3);
    expect(ofHamlet(analyses, undefined, hamletOf)).toBe(analyses);
  });

  it('has its boxes on one scale, which outliers do not stretch', () => {
    const scale = scaleOf(whole.five, whole.fences, [whole.five]);
    expect(scale.most).toBe(whole.fences.high);
    expect([scale.least, scale.most, whole.five.most].map((each) => placeIn(each, scale)))
      .toEqual([0, 1000, 1000]);
    const one = sure(five(5));
    expect(placeIn(40, scaleOf(one, fencesOf(one), [one]))).toBe(500);
  });
});
