// What the server knows, held by a page for as long as the page is open; without a network, what
// it said last.
import { untrack } from 'svelte';
import {
  ask, isKept, questionOf, readerOf, type Input, type Output, type Query,
} from '../api/client';
import { keepSeen, lastSeen } from '../api/seen';
import type { Problems } from '../lib/problems';
import { network } from './network.svelte';
import { session } from './session.svelte';

/** So long one waits for an answer before what was seen last is shown. */
const PATIENCE = 4000;

/** The answer to a query, asked again whenever what it asks for changes. */
export class Remote<Name extends Query> {
  value = $state.raw<Output<Name>>();
  problems = $state.raw<Problems>([]);
  busy = $state(true);
  readonly #name: Name;
  readonly #input: () => Input<Name> | undefined;
  #running: AbortController | undefined;
  /** The answer as it came: the same again must not disturb what is typed over it. */
  #text = '';

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
    if (isKept(name)) $effect(() => untrack(() => network.show(this)));
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
    const late = setTimeout(() => void this.#showSeen(input, running), PATIENCE);
    const answer = await ask(this.#name, input, running.signal).catch(() => undefined);
    clearTimeout(late);
    if (this.#running !== running || answer === undefined) return;
    if (answer.ok) {
      this.#take(input, answer.value);
    } else if (answer.error.status !== 0 || !(await this.#showSeen(input, running))) {
      if (this.#running !== running) return;
      this.problems = answer.error.problems;
      if (answer.error.status === 401) session.lost();
    }
    this.busy = false;
  }

  #take(input: Input<Name>, value: Output<Name>): void {
    const text = isKept(this.#name) ? JSON.stringify(value) : '';
    if (this.value === undefined || text === '' || text !== this.#text) this.value = value;
    this.#text = text;
    this.problems = [];
    network.mark(this, undefined);
    if (text !== '') void keepSeen(questionOf(this.#name, input), text, new Date());
  }

  /** Shows what was seen last, with its time, unless the answer has come. */
  async #showSeen(input: Input<Name>, running: AbortController): Promise<boolean> {
    if (!isKept(this.#name)) return false;
    const seen = await lastSeen(questionOf(this.#name, input), readerOf(this.#name));
    if (!seen || this.#running !== running || !this.busy) return false;
    this.value = seen.value;
    this.#text = '';
    this.problems = [];
    network.mark(this, seen.at);
    return true;
  }
}
