import { expect, test } from 'vitest';
import type { Money } from '../api/generated';
import { isContested, isOverdue } from './overdue';

type Digits = Money['amount'];
const pen = (amount: Digits): Money => ({ amount, currency: 'PEN' });
const claim = (days_late: number, amount: Digits, contested: Digits) =>
  ({ days_late, amount: pen(amount), contested: pen(contested) });

test('what is late in part or in whole is overdue, what is in dispute in whole is not', () => {
  expect(isOverdue(claim(3, '100.00', '0.00'))).toBe(true);
  expect(isOverdue(claim(3, '100.00', '99.99'))).toBe(true);
  expect(isOverdue(claim(3, '100.00', '100'))).toBe(false);
  expect(isOverdue(claim(0, '100.00', '0.00'))).toBe(false);
});

test('a claim is contested only when all of it is', () => {
  expect(isContested(claim(0, '438.60', '438.60'))).toBe(true);
  expect(isContested(claim(0, '19686.20', '438.60'))).toBe(false);
});
