import { describe, expect, it } from 'vitest';
import { shapes, type Money } from '../api/generated';
import { byClass, classOf } from './account_class';
import { negative, sumOf } from './money';

const soles = (amount: Money['amount']): Money => ({ amount, currency: 'PEN' });

describe('a sum of rows', () => {
  it('is exact, also where a number of the machine is not', () => {
    expect(sumOf([soles('0.10'), soles('0.20')], 'PEN')).toEqual(soles('0.30'));
    const large = sumOf([soles('90071992547409.93'), soles('0.02')], 'PEN');
    expect(large).toEqual(soles('90071992547409.95'));
  });

  it('keeps its sign and its places', () => {
    expect(sumOf([soles('1.00'), soles('-1.05')], 'PEN')).toEqual(soles('-0.05'));
    expect(sumOf([soles('-2.50'), soles('2.50')], 'PEN')).toEqual(soles('0.00'));
    expect(sumOf([{ amount: '5', currency: 'CLP' }], 'CLP').amount).toBe('5');
    expect(sumOf([], 'PEN').amount).toBe('0');
  });

  it('is nothing with what is on the other side', () => {
    expect(sumOf([soles('7.25'), negative(soles('7.25'))], 'PEN').amount).toBe('0.00');
  });
});

describe('accounts by class', () => {
  it('stand in the order of the classes, and all of them do', () => {
    const groups = byClass(shapes.AccountRole.map((account) => ({ account })));
    expect(groups.map(({ of }) => of)).toEqual(shapes.AccountClass);
    expect(groups.flatMap(({ rows }) => rows)).toHaveLength(shapes.AccountRole.length);
    expect(classOf('bank_loan')).toBe('liability');
  });

  it('leave out a class without rows', () => {
    expect(byClass([{ account: 'reserve' }])).toEqual([
      { of: 'equity', rows: [{ account: 'reserve' }] },
    ]);
  });
});
