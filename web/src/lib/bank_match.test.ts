import { describe, expect, it } from 'vitest';
import { shapes } from '../api/generated';
import { explains, matchOf, typedMatch } from './bank_match';
import { nextStates } from './payment_steps';
import { the } from './validation/the';

const meaning = (what: readonly object[]) =>
  the('MeaningView', { what, reasons: ['amount'], score: 60 });
const orderOf = (reference: string) => Promise.resolve(reference === 'S3-1' ? 10 : undefined);

describe('a suggestion', () => {
  it('of one payment is told by its reference', async () => {
    const one = meaning([{ reference: 'S3-1', becomes: 'paid' }]);
    expect(await matchOf(one, orderOf)).toEqual({ reference: 'S3-1' });
  });

  it('of several payments is told by their order', async () => {
    const several = meaning([{ reference: 'S3-1' }, { reference: 'S3-2' }]);
    expect(await matchOf(several, orderOf)).toEqual({ order: 10 });
    const unknown = meaning([{ reference: 'S9-1' }, { reference: 'S9-2' }]);
    expect(await matchOf(unknown, orderOf)).toEqual({});
  });

  it('of entries is told by their numbers', async () => {
    expect(await matchOf(meaning([{ entry: 7 }, { entry: 8 }]), orderOf))
      .toEqual({ entries: [7, 8] });
  });
});

describe('what a person types', () => {
  it('is read as a reference, an order or entries', () => {
    expect(typedMatch('reference', ' S3-17 ')).toEqual({ reference: 'S3-17' });
    expect(typedMatch('order', '10')).toEqual({ order: 10 });
    expect(typedMatch('entries', '7, 8;9')).toEqual({ entries: [7, 8, 9] });
  });

  it('is left to the server where it is no number', () => {
    expect(typedMatch('order', '')).toEqual({ order: 0 });
    expect(typedMatch('entries', 'x')).toEqual({ entries: [0] });
  });
});

describe('what is offered', () => {
  it('leaves out the accounts that other papers keep', () => {
    const offered = shapes.AccountRole.filter(explains);
    expect(offered).toContain('bank_charges');
    expect(offered).not.toContain('producer_payable');
  });

  it('is only a step that a payment may take', () => {
    expect(nextStates('sent')).toContain('refused');
    expect(nextStates('paid')).toEqual(['returned', 'misdirected']);
    expect(nextStates('cancelled')).toEqual([]);
  });
});
