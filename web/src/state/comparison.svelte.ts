// The milk by several columns, held by a page; asked again when the milk or an offer changes.
import { compare, Pricer, type Compared, type MilkQuery, type Offer } from '../lib/offers';
import type { Problems } from '../lib/problems';
import { session } from './session.svelte';

export interface Wanted {
  readonly query: MilkQuery;
  readonly offers: readonly Offer[];
}

export class Comparison {
  value = $state.raw<Compared>();
  problems = $state.raw<Problems>([]);
  busy = $state(false);
  readonly #pricer = new Pricer();

  /** Must be made while a component is; nothing is asked as long as `wanted` says undefined. */
  constructor(wanted: () => Wanted | undefined) {
    $effect(() => {
      const asked = wanted();
      if (!asked) return undefined;
      const running = new AbortController();
      void this.#ask(asked, running.signal);
      return () => running.abort();
    });
  }

  async #ask({ query, offers }: Wanted, signal: AbortSignal): Promise<void> {
    this.busy = true;
    const answer = await compare(this.#pricer, query, offers, signal).catch(() => undefined);
    if (signal.aborted || !answer) return;
    this.busy = false;
    if (answer.ok) {
      this.value = answer.value;
      this.problems = [];
    } else {
      this.problems = answer.error.problems;
      if (answer.error.status === 401) session.lost();
    }
  }
}
