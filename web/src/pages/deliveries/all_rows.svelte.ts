// Every delivery of a period: the first rows at once, the rest one page after the other.
import { untrack } from 'svelte';
import { ask, type Input } from '../../api/client';
import type { DeliveriesView } from '../../api/generated';
import { DeliveryRows } from '../../lib/delivery_rows';
import type { Problems } from '../../lib/problems';
import type { Remote } from '../../state/remote.svelte';
import { session } from '../../state/session.svelte';

type Query = Input<'deliveries'>;

/** With the first answer, which is there at once. */
export const FIRST = 200;
/** So many are read and held without the page standing still. */
const STEP = 2000;

/** Lets the page draw between reading rows and showing them: both at once make it stumble. */
const drawn = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve); });

export class AllRows {
  rows = $state.raw(new DeliveryRows([]));
  /** Another number whenever there are more rows to show. */
  version = $state(0);
  /** How many have come. */
  loaded = $state(0);
  /** All of them have come, and stay while they are asked for again. */
  isWhole = $state(false);
  problems = $state.raw<Problems>([]);
  #shown = '';
  #running: AbortController | undefined;
  readonly #first: Remote<'deliveries'>;
  readonly #query: () => Query | undefined;

  /** Must be made while a component is, after `first`, which asks for the first rows of `query`. */
  constructor(first: Remote<'deliveries'>, query: () => Query | undefined) {
    this.#first = first;
    this.#query = query;
    $effect(() => {
      const [wanted, view] = [query(), first.value];
      if (wanted === undefined || view === undefined || first.busy) return undefined;
      untrack(() => this.#begin(wanted, view));
      return () => this.#running?.abort();
    });
  }

  /** Goes on after a failure. */
  again(): void {
    const [wanted, view] = [this.#query(), this.#first.value];
    if (wanted && view) this.#begin(wanted, view);
  }

  #begin(query: Query, view: DeliveriesView): void {
    const running = new AbortController();
    this.#running?.abort();
    this.#running = running;
    this.problems = [];
    const rows = new DeliveryRows(session.product?.attributes ?? []);
    rows.add(view.deliveries);
    this.loaded = rows.length;
    // What is asked again, since one row has changed, does not take the others away meanwhile.
    const key = JSON.stringify(query);
    if (this.#shown !== key) {
      this.isWhole = false;
      this.#show(rows);
    }
    this.#shown = key;
    const { first, last } = view;
    void this.#rest({ ...query, first, last }, view.total, rows, running);
  }

  #show(rows: DeliveryRows): void {
    this.rows = rows;
    this.version += 1;
  }

  async #rest(
    query: Query, total: number, rows: DeliveryRows, running: AbortController,
  ): Promise<void> {
    const page = (offset: number) =>
      ask('deliveries', { ...query, offset, limit: STEP }, running.signal).catch(() => undefined);
    let shown = rows.length;
    let coming = rows.length < total ? page(rows.length) : undefined;
    while (rows.length < total) {
      const answer = await coming;
      // The next ones are under way while these are read.
      const next = rows.length + STEP;
      if (next < total) coming = page(next);
      if (answer === undefined || running.signal.aborted) return;
      if (!answer.ok) {
        this.problems = answer.error.problems;
        if (answer.error.status === 401) session.lost();
        break;
      }
      // Somebody has recorded one meanwhile: the places of all are others.
      if (answer.value.total !== total) return this.#first.again();
      if (answer.value.deliveries.length !== Math.min(STEP, total - rows.length)) break;
      rows.add(answer.value.deliveries);
      this.loaded = rows.length;
      if (this.rows === rows && rows.length >= shown * 1.5) {
        shown = rows.length;
        await drawn();
        if (running.signal.aborted) return;
        this.#show(rows);
      }
    }
    await drawn();
    if (running.signal.aborted) return;
    // A part of them does not take the place of all.
    if (rows.length >= total || !this.isWhole) this.#show(rows);
    this.isWhole ||= rows.length >= total;
  }
}
