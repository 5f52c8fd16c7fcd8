// What past milk is worth under terms that nobody has signed yet. The one door to that answer:
// who computes it stands behind this function.
import { ask, type Answer, type Input } from '../api/client';
import type { Money, OfferRow, OffersView, PriceTerms } from '../api/generated';
import type { Entered } from './validation/brand';

/** Which milk. */
export type MilkQuery = Omit<Input<'compare_offers'>, 'offers'>;

/** What a column of values is: what was signed, what the buyer owes, or the offer of that place. */
export interface ComparedColumn {
  readonly of: 'signed_terms' | 'agreement' | number;
  readonly value: Money;
}
/** The value of the milk by each column, and offers that are not finished. */
export interface Compared {
  readonly columns: readonly ComparedColumn[];
  readonly suppliers: readonly OfferRow[];
  readonly unfinished: readonly number[];
}

/** Prices the milk by each offer. One that is not finished does not hold the others up. */
export async function compare(
  query: MilkQuery, offers: readonly Entered<PriceTerms>[], signal?: AbortSignal,
): Promise<Answer<Compared>> {
  let places = offers.map((_offer, place) => place);
  const unfinished: number[] = [];
  while (places.length > 0) {
    const wanted = places.flatMap((place) => offers[place] ?? []);
    const answer = await ask('compare_offers', { ...query, offers: wanted }, signal);
    if (answer.ok) return { ok: true, value: comparedFrom(answer.value, places, unfinished) };
    const wrong = answer.error.problems.map(({ where }) => offerAt(where));
    if (wrong.some((place) => place === undefined)) return answer;
    unfinished.push(...places.filter((_place, at) => wrong.includes(at)));
    places = places.filter((_place, at) => !wrong.includes(at));
  }
  return { ok: true, value: { columns: [], suppliers: [], unfinished } };
}

/** Which offer a refusal is about. */
function offerAt(where: string): number | undefined {
  const place = /^\/offers\/([0-9]+)\//.exec(where)?.[1];
  return place === undefined ? undefined : Number(place);
}

function comparedFrom(
  view: OffersView, places: readonly number[], unfinished: readonly number[],
): Compared {
  let next = 0;
  const columns = view.columns.map(({ column, value }) =>
    ({ of: column === 'offer' ? places[next++] ?? 0 : column, value }));
  return { columns, suppliers: view.suppliers, unfinished };
}
