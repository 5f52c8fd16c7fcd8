import { describe, expect, it } from 'vitest';
import { measuredIn, milkByDay, pricedBy, standardOf } from './trend';
import { the } from './validation/the';

const money = { amount: '1.00', currency: 'PEN' };
const line = (attribute: string, value: string | undefined, missing = false) => ({
  term: 1, kind: 'per_point', attribute, ...(value === undefined ? {} : { value }),
  standard: '12.00', missing, effect: '0.01', price: '1.41',
});
const priced = (day: string, sequence: number, explanation: object[]) => ({
  day, shift: 'morning', source: 1, sequence, quantity: '10.000', readings: [], price: '1.41',
  value: money, explanation,
});
const milk = (day: string, quantity: string) => ({ day, quantity, rejected: '0.000' });
const statement = (first: string, last: string, days: object[], deliveries: object[]) =>
  the('StatementView', {
    organisation_name: 'Ayni', supplier: 'M-1', name: 'Rosa', member: true, product: 'Leche',
    unit: 'kg', first, last, state: 'posted', deliveries: 1, quantity: '10.000',
    rejected: '0.000', gross: money, deducted: money, net: money, days, lines: [],
    priced: deliveries, text_message: '', payments: [],
  });
const statements = [
  statement('2025-07-16', '2025-07-31', [milk('2025-07-16', '9.500')],
    [priced('2025-07-16', 3, [line('solids', '12.1'), line('scc', undefined, true)])]),
  statement('2025-07-01', '2025-07-15', [milk('2025-07-02', '8.000')],
    [priced('2025-07-02', 1, [line('solids', '11.9')]),
      priced('2025-07-02', 2, [line('solids', '11.9'), line('grade', 'A')])]),
];

describe('the trend of a producer', () => {
  it('puts the days of all his statements in order', () => {
    expect(milkByDay(statements).map(({ day, value }) => `${day} ${value}`))
      .toEqual(['2025-07-02 8.000', '2025-07-16 9.500']);
  });

  it('offers what was measured as a number', () => {
    expect(measuredIn(statements)).toEqual(['solids']);
  });

  it('tells each value of a day once, and none where there is no analysis', () => {
    expect(pricedBy(statements, 'solids').map(({ day, value }) => `${day} ${value}`))
      .toEqual(['2025-07-02 11.9', '2025-07-16 12.1']);
    expect(pricedBy(statements, 'scc')).toEqual([]);
  });

  it('knows the standard while there is only one', () => {
    expect(standardOf(statements, 'solids')).toBe('12.00');
    expect(standardOf(statements, 'fat')).toBeUndefined();
  });
});
