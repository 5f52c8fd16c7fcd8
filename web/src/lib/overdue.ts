import type { BuyerItemView } from '../api/generated';
import { scaled } from './decimal';

type Claim = Pick<BuyerItemView, 'days_late' | 'amount' | 'contested'>;

/** Whether all of a claim is in dispute: nothing of it falls due until that has ended. */
export const isContested = ({ amount, contested }: Claim): boolean =>
  scaled(amount.amount, 4) === scaled(contested.amount, 4);

/** Whether something of a claim should have been paid before. */
export const isOverdue = (claim: Claim): boolean => claim.days_late > 0 && !isContested(claim);
