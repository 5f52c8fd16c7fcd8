import type { Money } from '../api/generated';
import { isZero } from './decimal';
import { decimalFrom } from './validation/validate';

/** The same amount on the other side: a deduction is told without a sign and shown with one. */
export function negative(money: Money): Money {
  if (isZero(money.amount)) return money;
  const amount = money.amount.startsWith('-') ? money.amount.slice(1) : `-${money.amount}`;
  return { ...money, amount: decimalFrom(amount) ?? money.amount };
}
