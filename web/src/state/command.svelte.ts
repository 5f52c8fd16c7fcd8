// One thing that a page may do: its progress, its refusals, and the key that makes a second click
// or a lost answer harmless.
import { send, type Command, type Input } from '../api/client';
import type { Receipt } from '../api/generated';
import type { Problems } from '../lib/problems';
import { uuid } from '../lib/uuid';
import { session } from './session.svelte';

/** A refusal that the server has decided; after any other answer the command may have been done. */
const isFinal = (status: number): boolean => status >= 400 && status < 500;

export class Act<Name extends Command> {
  busy = $state(false);
  problems = $state.raw<Problems>([]);
  readonly #name: Name;
  #body = '';
  #key = '';

  constructor(name: Name) {
    this.#name = name;
  }

  /** The receipt, or undefined when it was refused or is already under way. The key stays the same
   * as long as the same is sent and no answer came: the server then does it only once. */
  async send(input: Input<Name>): Promise<Receipt | undefined> {
    if (this.busy) return undefined;
    const body = JSON.stringify(input);
    if (body !== this.#body || this.#key === '') {
      this.#body = body;
      this.#key = uuid(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
    }
    this.busy = true;
    const answer = await send(this.#name, input, this.#key);
    this.busy = false;
    if (answer.ok || isFinal(answer.error.status)) this.#key = '';
    this.problems = answer.ok ? [] : answer.error.problems;
    if (!answer.ok && answer.error.status === 401) session.lost();
    return answer.ok ? answer.value : undefined;
  }

  /** Forgets refusals of an attempt that was given up. */
  forget(): void {
    this.problems = [];
  }
}
