// What the server knows, held by a page for as long as the page is open.
import { ask, type Input, type Output, type Query } from '../api/client';
import type { Problems } from '../lib/problems';
import { session } from './session.svelte';

/** The answer to a query, asked again whenever what it asks for changes. */
export class Remote<Name extends Query> {
  value = $state.raw<Output<Name>>();
  problems = $state.raw<Problems>([]);
  busy = $state(true);
  readonly #name: Name;
  readonly #input: () => Input<Name> | undefined;
  #running: AbortController | undefined;

  /** Must be made while a component is; `input` may say undefined as long as nothing is to be
   * asked. */
  constructor(name: Name, input: () => Input<Name> | undefined) {
    this.#name = name;
    this.#input = input;
    $effect(() => {
      const wanted = input();
      const started = wanted === undefined ? undefined : this.#ask(wanted);
      if (!started) this.busy = false;
      return () => this.#running?.abort();
    });
  }

  /** Asks the same again: something has changed. */
  async again(): Promise<void> {
    const wanted = this.#input();
    if (wanted !== undefined) await this.#ask(wanted);
  }

  async #ask(input: Input<Name>): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.busy = true;
    const answer = await ask(this.#name, input, running.signal).catch(() => undefined);
    if (this.#running !== running || answer === undefined) return;
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
