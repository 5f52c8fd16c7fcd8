// What past milk is worth under terms that nobody has signed yet. The one door to that answer:
// who computes it stands behind this function.
import { ask, questionOf, type Answer, type Input } from '../api/client';
import type {
  OfferRow, OffersView, OfferTotal, PastMilk, PriceTerms, WaterfallTerms,
} from '../api/generated';
import type { Core } from './core';
import type { Entered } from './validation/brand';

/** Which milk. */
export type MilkQuery = Input<'milk_to_price'>;

/** Terms that may be finished or not. */
export interface Offer {
  readonly price: Entered<PriceTerms>;
  readonly waterfall: Entered<WaterfallTerms>;
}

/** What a column of values is: what was signed, what the buyer owes, or the offer of that place. */
export interface ComparedColumn extends Omit<OfferTotal, 'column'> {
  readonly of: 'signed_terms' | 'agreement' | number;
}
/** The value of the milk by each column, and offers that are not finished. */
export interface Compared {
  readonly columns: readonly ComparedColumn[];
  readonly suppliers: readonly OfferRow[];
  readonly unfinished: readonly number[];
}

/** Prices milk as often as somebody types: in the page, from milk that is fetched once, and where
 * the page cannot, by the server. */
export class Pricer {
  #core: Core | undefined;
  #milk: { readonly question: string; readonly value: PastMilk } | undefined;

  /** What the milk comes to by each offer. */
  async try(
    query: MilkQuery, offers: readonly Offer[], signal?: AbortSignal,
  ): Promise<Answer<OffersView>> {
    const trial = {
      offers: offers.map(({ price }) => price), waterfalls: offers.map((each) => each.waterfall),
    };
    try {
      this.#core ??= await (await import('./core')).loadCore();
    } catch {
      return ask('compare_offers', { ...query, ...trial }, signal);
    }
    const milk = await this.#fetched(query, signal);
    if (!milk.ok) return milk;
    try {
      const tried = this.#core.tryTerms(milk.value, trial);
      return tried.ok ? tried : { ok: false, error: { status: 422, problems: tried.error } };
    } catch {
      // It stopped at a fault of ours; what it holds is not to be trusted any more.
      this.#core = undefined;
      return ask('compare_offers', { ...query, ...trial }, signal);
    }
  }

  async #fetched(query: MilkQuery, signal?: AbortSignal): Promise<Answer<PastMilk>> {
    const question = questionOf('milk_to_price', query);
    if (this.#milk?.question === question) return { ok: true, value: this.#milk.value };
    const answer = await ask('milk_to_price', query, signal);
    if (answer.ok) this.#milk = { question, value: answer.value };
    return answer;
  }
}

/** Prices the milk by each offer. One that is not finished does not hold the others up. */
export async function compare(
  pricer: Pricer, query: MilkQuery, offers: readonly Offer[], signal?: AbortSignal,
): Promise<Answer<Compared>> {
  let places = offers.map((_offer, place) => place);
  const unfinished: number[] = [];
  while (places.length > 0) {
    const wanted = places.flatMap((place) => offers[place] ?? []);
    const answer = await pricer.try(query, wanted, signal);
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
  const place = /^\/(?:offers|waterfalls)\/([0-9]+)(?:\/|$)/.exec(where)?.[1];
  return place === undefined ? undefined : Number(place);
}

function comparedFrom(
  view: OffersView, places: readonly number[], unfinished: readonly number[],
): Compared {
  let next = 0;
  const columns = view.columns.map(({ column, ...total }) =>
    ({ of: column === 'offer' ? places[next++] ?? 0 : column, ...total }));
  return { columns, suppliers: view.suppliers, unfinished };
}
