import { describe, expect, it } from 'vitest';
import { decimalText, DeliveryRows, Sum } from './delivery_rows';
import {
  groupsOf, inAddress, linesOf, wantedFrom, type Beside, type Wanted,
} from './delivery_order';
import { unusualRows, usualIn, usualOf } from './unusual';
import { the } from './validation/the';

const fat = the('Attribute', {
  number: 1, code: 'fat', name: 'Grasa', unit: '%', decimals: 2, least: 50, most: 1200,
});
let sequence = 0;
const delivery = (supplier: string, day: string, quantity: string, more: object = {}) =>
  the('DeliveryView', {
    day, source: 1, sequence: (sequence += 1), supplier,
    name: supplier === 'M-9' ? 'Rosa Huamán' : `Nombre de ${supplier}`,
    shift: 'morning', quantity, outcome: 'accepted', readings: [], corrected: false, undone: false,
    ...more,
  });
const views = [
  delivery('M-10', '2025-08-02', '10.300'),
  delivery('M-9', '2025-08-01', '7.000', {
    readings: [{ attribute: 'fat', value: '3.93' }],
  }),
  delivery('M-9', '2025-08-02', '5.500', { outcome: 'rejected', reason: 'ácida' }),
  delivery('M-9', '2025-08-02', '99.000', { corrected: true, undone: true }),
  delivery('M-10', '2025-08-01', '10.300', {
    shift: 'evening', readings: [{ attribute: 'salt', value: '1' }],
  }),
];

function rowsOf(all = views): DeliveryRows {
  const rows = new DeliveryRows([fat]);
  rows.add(all);
  return rows;
}
const beside = (rows: DeliveryRows): Beside => ({
  hamletOf: (supplier) => (supplier === 'M-9' ? 'Uno' : ''), locale: 'es-PE',
  unusual: unusualRows(rows, usualIn(rows)), analyses: [],
});
const wanted = (query: string): Wanted => wantedFrom(new URLSearchParams(query));
const shown = (query: string, rows = rowsOf()) =>
  [...linesOf(rows, wanted(query), beside(rows)).lines];

describe('rows of deliveries', () => {
  it('give back what the server told', () => {
    const rows = rowsOf();
    expect(views.map((_view, row) => rows.at(row))).toEqual(views);
    expect(rows.at(views.length)).toBeUndefined();
  });

  it('hold more than they began with', () => {
    const many = Array.from({ length: 3000 }, (_, day) =>
      delivery(`M-${day % 7}`, '2025-08-01', `${day}.001`,
        day % 2 ? {} : { readings: [{ attribute: 'fat', value: '4.00' }] }));
    const rows = rowsOf(many);
    expect(rows.at(2999)).toEqual(many[2999]);
    expect(rows.at(1024)).toEqual(many[1024]);
  });
});

describe('what is wanted', () => {
  it('stands in the address and comes back from it', () => {
    const query = 'search=rosa&outcome=rejected&analysis=missing&by=day&order=-day&open=a%7Cb';
    const asked = wanted(query);
    expect(inAddress(asked)).toEqual({
      search: 'rosa', outcome: 'rejected', analysis: 'missing', by: 'day', order: '-day',
      open: 'a|b',
    });
    expect(inAddress(wanted('by=sun&outcome=all'))).toEqual({
      search: undefined, outcome: undefined, analysis: undefined, by: undefined,
      order: undefined, open: undefined,
    });
  });

  it('is found by code or name, however it is typed', () => {
    expect(shown('search=huaman rosa')).toEqual([1, 2, 3]);
    expect(shown('search=NOMBRE m-10')).toEqual([0, 4]);
    expect(shown('search=rosa m-10')).toEqual([]);
    expect(shown('outcome=rejected')).toEqual([2]);
  });

  it('is without a reading where others of its day carry one; elsewhere nothing is said', () => {
    const reading = [{ attribute: 'fat', value: '3.93' }];
    const rows = rowsOf([
      ...views,
      delivery('M-9', '2025-08-01', '1.000'),
      delivery('M-9', '2025-08-01', '1.000', { outcome: 'rejected' }),
      delivery('M-9', '2025-08-01', '1.000', { corrected: true }),
      delivery('M-9', '2025-08-03', '1.000', { readings: reading }),
      delivery('M-10', '2025-08-03', '1.000'),
    ]);
    expect(shown('analysis=missing', rows)).toEqual([5, 9]);
    const analysis = (day: string, supplier: string, shift = 'morning') => the('AnalysisView',
      { day, shift, supplier, name: 'Rosa', readings: reading });
    const analyses = [analysis('2025-08-01', 'M-9'), analysis('2025-08-03', 'M-10', 'evening'),
      analysis('2025-08-02', 'M-8'), analysis('2025-07-31', 'M-9')];
    const { lines } = linesOf(rows, wanted('analysis=missing'), { ...beside(rows), analyses });
    expect([...lines]).toEqual([0, 9]);
  });

  it('is put in order by any column, equal rows as they came', () => {
    expect(shown('order=day')).toEqual([1, 4, 0, 2, 3]);
    expect(shown('order=-day')).toEqual([0, 2, 3, 4, 1]);
    expect(shown('order=who')).toEqual([1, 2, 3, 0, 4]);
    expect(shown('order=hamlet')).toEqual([0, 4, 1, 2, 3]);
    expect(shown('order=-quantity')).toEqual([3, 0, 4, 1, 2]);
    expect(shown('order=state')).toEqual([0, 1, 4, 2, 3]);
    expect(shown('order=-reading_fat')).toEqual([1, 0, 2, 3, 4]);
    expect(shown('order=mood')).toEqual([0, 1, 2, 3, 4]);
  });

  it('is put in order by the last thousandth of the largest quantity, too', () => {
    const large = rowsOf([
      ...views, delivery('M-1', '2025-08-01', '999999999999.999'),
      delivery('M-1', '2025-08-01', '999999999999.998'),
    ]);
    expect(shown('order=-quantity', large)).toEqual([5, 6, 3, 0, 4, 1, 2]);
  });

  it('stands under heads that sum what counts', () => {
    const rows = rowsOf();
    const all = linesOf(rows, wanted('by=supplier&open=M-9'), beside(rows));
    expect([...all.lines]).toEqual([-1, 1, 2, 3, -2]);
    expect(all.groups.map(({ key, count, accepted, rejected }) =>
      [key, count, accepted, rejected])).toEqual([
      ['M-9', 3, 7_000n, 5_500n], ['M-10', 2, 20_600n, 0n],
    ]);
    expect(all.totals).toEqual({ count: 5, accepted: 27_600n, rejected: 5_500n });
    const keys = (query: string) =>
      groupsOf(rows, Int32Array.of(0, 1, 2, 3, 4), wanted(query), beside(rows))
        .map(({ key }) => key);
    expect(keys('by=day&order=-day')).toEqual(['2025-08-02', '2025-08-01']);
    expect(keys('by=hamlet')).toEqual(['', 'Uno']);
    expect(keys('by=supplier&order=-quantity')).toEqual(['M-10', 'M-9']);
  });
});

describe('sums', () => {
  it('are exact beyond what a number holds', () => {
    const sum = new Sum();
    for (let count = 0; count < 100; count += 1) sum.add(999_999_999_999_999);
    expect(sum.value).toBe(99_999_999_999_999_900n);
    expect(decimalText(sum.value, 3)).toBe('99999999999999.900');
    expect(decimalText(-5n, 2)).toBe('-0.05');
    expect(decimalText(7n, 0)).toBe('7');
  });
});

describe('unusual readings', () => {
  const measured = (values: readonly number[]) => rowsOf(values.map((value) =>
    delivery('M-1', '2025-08-01', '1.000', {
      readings: [{ attribute: 'fat', value: decimalText(BigInt(value), 2) }],
    })));

  it('stand far from the middle half of all', () => {
    const usualValues = Array.from({ length: 30 }, (_, place) => 380 + place);
    const rows = measured([...usualValues, 900, 1300]);
    expect(usualIn(rows)).toEqual([{ least: 343, most: 448 }]);
    expect(shown('analysis=unusual', rows)).toEqual([30, 31]);
  });

  it('are none where there are few or all are the same, but what the product forbids', () => {
    expect(usualOf(Int32Array.of(1, 2, 3))).toBeUndefined();
    expect(usualOf(new Int32Array(40).fill(5))).toBeUndefined();
    expect(shown('analysis=unusual', measured([380, 20, 900]))).toEqual([1]);
  });
});
