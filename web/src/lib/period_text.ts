// A period as the server names it in evidence: "2025-07-28..2025-08-03".
import type { IsoDate } from '../api/generated';
import { dateFrom } from './validation/validate';

/** The days, or nothing when the evidence is something else, such as a lot. */
export function periodIn(
  evidence: string,
): { readonly first: IsoDate; readonly last: IsoDate } | undefined {
  const [from, to] = evidence.split('..', 2);
  const [first, last] = [dateFrom(from), dateFrom(to)];
  return first && last ? { first, last } : undefined;
}
