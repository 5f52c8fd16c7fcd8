import { describe, expect, it } from 'vitest';
import { unscaled } from './decimal';
import { differences, meanPrice } from './difference';
import { minus } from './minus';
import { sumOf } from './money';
import { the } from './validation/the';

const money = (amount: string) => ({ amount, currency: 'PEN' });
const row = (supplier: string, quantity: string, net: string, price = '1.400000') =>
  the('ProducerRow', {
    supplier, name: supplier, member: true, quantity, gross: money(net), deducted: money('0.00'),
    net: money(net), carried: money('0.00'), capped: false, mean_price: price,
  });

describe('decimal text', () => {
  it('is subtracted exactly, with the places of the longer', () => {
    expect(minus('9007199254740993.07', '0.1')).toBe('9007199254740992.97');
    expect(minus('1.4', '1.405')).toBe('-0.005');
    expect(minus('3', '3')).toBe('0');
    expect(unscaled(-5n, 2)).toBe('-0.05');
    expect(unscaled(7n, 0)).toBe('7');
  });
});

describe('the differences between two settlements', () => {
  const before = [row('M-1', '100.000', '140.00'), row('M-2', '50.000', '70.00'),
    row('M-3', '0.000', '5.00')];
  const now = [row('M-1', '90.500', '130.01', '1.436575'), row('M-3', '10.000', '14.00'),
    row('M-4', '200.000', '280.00')];
  const all = differences(now, before);

  it('name everybody once, whose pay changed most first', () => {
    expect(all.map((each) => `${each.supplier} ${each.presence} ${each.net.amount}`)).toEqual([
      'M-4 new 280.00', 'M-2 missing -70.00', 'M-1 both -9.99', 'M-3 new 9.00',
    ]);
  });

  it('tell quantity and price, and no price of who delivered once', () => {
    const [first, , third] = all;
    expect([third?.quantity, third?.price]).toEqual(['-9.500', '0.036575']);
    expect([first?.quantity, first?.price]).toEqual(['200.000', undefined]);
  });

  it('add up to what the sums differ by', () => {
    const nets = (rows: typeof now) => sumOf(rows.map((each) => each.net), 'PEN').amount;
    expect(sumOf(all.map((each) => each.net), 'PEN').amount).toBe(minus(nets(now), nets(before)));
  });
});

describe('the mean price of a settlement', () => {
  const view = (quantity: string, worth: string[]) => the('SettlementView', {
    summary: { settlement: 1, product: 'milk', first: '2025-07-01', last: '2025-07-15',
      state: 'posted', computed_by: 'Rosa', computed_at: '2025-07-16T14:00:00.000Z',
      outdated: false, producers: 1, deliveries: 1, quantity, gross: money('1.00'),
      deducted: money('0.00'), net: money('1.00'), digest: 'ab' },
    flows: [...worth.map((amount) => ['milk', amount]), ['late', '900.00'], ['deduction', '3.00']]
      .map(([kind, amount]) => ({ kind, label: 'x', amount: money(amount ?? '0'),
        carried: money('0.00'), producers: 1 })),
    producers: [], may_approve: false, may_post: false, not_asked: [],
  });

  it('is of the milk alone, rounded half-even once', () => {
    expect(meanPrice(view('3.000', ['3.00', '1.00']))).toBe('1.333333');
    expect(meanPrice(view('8000.000', ['0.02']))).toBe('0.000002');
    expect(meanPrice(view('8000.000', ['0.06']))).toBe('0.000008');
    expect(meanPrice(view('0.000', []))).toBe('0');
  });
});
