import type { Money } from '../api/generated';
import { scaled, unscaled } from './decimal';
import { minus, placesOf } from './minus';
import { decimalFrom } from './validation/validate';

export { negative } from './negative';

/** The exact sum, in whole numbers of the smallest part: of rows under each other for which the
 * server tells no subtotal. */
export function sumOf(amounts: readonly Money[], currency: string): Money {
  const places = Math.max(0, ...amounts.map(({ amount }) => placesOf(amount)));
  const sum = amounts.reduce((all, { amount }) => all + scaled(amount, places), 0n);
  return { amount: decimalFrom(unscaled(sum, places)) ?? '0', currency };
}

/** How much more it is than the other, of the same currency. */
export const moreThan = (money: Money, other: Money): Money => ({
  ...money, amount: decimalFrom(minus(money.amount, other.amount)) ?? money.amount,
});
