import { afterEach, describe, expect, it, vi } from 'vitest';
import { gainBars, gainsOf, quotient } from './gains';
import { compare, Pricer } from './offers';
import { the } from './validation/the';

const money = (amount: string) => ({ amount, currency: 'PEN' });
const total = (column: string, amount: string) => ({
  column, takes: true, value: money(amount), deducted: money('0.00'), net: money(amount),
});
const query = { organisation: 1, product: 'milk', first: '2025-07-01', last: '2025-07-15' };
const offer = (price: string, rank = 1) => ({
  price: {
    currency: 'PEN', rounding: 'half_even', rounding_point: 'delivery',
    terms: [{ kind: 'base', price }],
  },
  waterfall: { rounding: 'half_even', rules: [{ code: 'fund', name: 'Fondo', kind: 'retention',
    basis: 'of_gross', rate: '0.01', applies_to: 'everyone', rank, under_cap: true,
    above_floor: true }] },
} as const);

/** Answers like the server, where the page cannot compute by itself: an offer without a price is
 * refused at its place, and so is a waterfall with a rank below one. */
function serving() {
  const asked: string[][] = [];
  vi.stubGlobal('fetch', async (_path: string, request: RequestInit) => {
    const { offers, waterfalls } = JSON.parse(String(request.body)) as {
      offers: { terms: { price: string }[] }[];
      waterfalls: { rules: { rank: number }[] }[];
    };
    const prices = offers.map(({ terms }) => terms[0]?.price ?? '');
    asked.push(prices);
    const problems = prices.flatMap((price, place) => price !== '' ? []
      : [{ code: 'term_incomplete', where: `/offers/${place}/terms/0/price`, detail: '',
        text: 'Falta.' }]);
    waterfalls.forEach(({ rules }, place) => {
      if ((rules[0]?.rank ?? 0) > 0) return;
      problems.push({ code: 'out_of_range', where: `/waterfalls/${place}/rules/0/rank`, detail: '',
        text: 'De 1 a 1 000.' });
    });
    if (problems.length > 0) return new Response(JSON.stringify({ problems }), { status: 422 });
    return new Response(JSON.stringify({
      columns: [total('signed_terms', '10.00'), ...prices.map((price) => total('offer', price))],
      suppliers: [{ supplier: 'M-1', name: 'Rosa', values: ['10.00', ...prices].map(money),
        deducted: ['0.00', ...prices].map(() => money('0.00')),
        nets: ['10.00', ...prices].map(money) }],
    }));
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

describe('the comparison of offers', () => {
  it('leaves out the one that is not finished, and says which', async () => {
    const asked = serving();
    const answer = await compare(new Pricer(), query, [offer('1.00'), offer(''), offer('2.00')]);
    expect(asked).toEqual([['1.00', '', '2.00'], ['1.00', '2.00']]);
    expect(answer.ok && answer.value.columns.map(({ of }) => of)).toEqual(['signed_terms', 0, 2]);
    expect(answer.ok && answer.value.unfinished).toEqual([1]);
  });

  it('leaves out the one whose deductions are not finished', async () => {
    serving();
    const answer = await compare(new Pricer(), query, [offer('1.00', 0), offer('2.00')]);
    expect(answer.ok && answer.value.columns.map(({ of }) => of)).toEqual(['signed_terms', 1]);
    expect(answer.ok && answer.value.unfinished).toEqual([0]);
  });

  it('has no columns when nothing is finished', async () => {
    serving();
    const answer = await compare(new Pricer(), query, [offer('')]);
    expect(answer.ok && answer.value).toEqual({ columns: [], suppliers: [], unfinished: [0] });
  });

  it('hands on a refusal that is about no offer', async () => {
    const problem = { code: 'dates_reversed', where: '/last', detail: '', text: 'Al revés.' };
    vi.stubGlobal('fetch', async () =>
      new Response(JSON.stringify({ problems: [problem] }), { status: 422 }));
    const answer = await compare(new Pricer(), query, [offer('1.00')]);
    expect(!answer.ok && answer.error.problems).toEqual([problem]);
  });
});

describe('gains', () => {
  const row = (supplier: string, ...values: string[]) => the('OfferRow', {
    supplier, name: supplier, values: values.map(money),
    deducted: values.map(() => money('1.00')), nets: [money('7.00'), money('5.00')],
  });
  const rows = [row('A', '100.00', '90.00'), row('B', '100.00', '100.00'),
    row('C', '0.00', '5.00'), row('D', '100.10', '120.13')];

  it('stand from the largest gain to the largest loss, to the céntimo', () => {
    const { rows: found, total, gain, lose, same } = gainsOf(rows, 0, 1);
    expect(found.map(({ supplier, change }) => `${supplier} ${change.amount}`))
      .toEqual(['D 20.03', 'C 5.00', 'B 0.00', 'A -10.00']);
    expect([gain, lose, same]).toEqual([2, 1, 1]);
    expect(total).toMatchObject({ change: money('15.03'), before: money('300.10') });
    expect(found.map(({ share }) => share)).toEqual(['0.2001', undefined, '0.0000', '-0.1000']);
  });

  it('may be those in what reaches each producer', () => {
    expect(gainsOf(rows, 0, 1, 'nets').total.change).toEqual(money('-8.00'));
  });

  it('are drawn around a line of nothing', () => {
    const { bars, zero } = gainBars(gainsOf(rows, 0, 1).rows);
    expect(zero).toBe(66.69);
    expect(bars[0]).toEqual({ top: 0, height: 66.69, gains: true });
    expect(bars[3]).toMatchObject({ top: 66.69, gains: false });
    expect(gainBars([]).zero).toBe(50);
  });

  it('divide with the half away from zero', () => {
    expect(quotient(5n, 2n, 0)).toBe('3');
    expect(quotient(-5n, 2n, 0)).toBe('-3');
    expect(quotient(1n, 3n, 3)).toBe('0.333');
    expect(quotient(1n, 0n, 3)).toBeUndefined();
  });
});
