// One thing that a page may do: its progress, its refusals, and the key that makes a second click
// or a lost answer harmless.
import { send, type Command, type Input, type Refused } from '../api/client';
import type { Receipt } from '../api/generated';
import { changedTexts, changesInWords } from '../lib/changes';
import type { Sent } from '../lib/kept';
import { ownProblem, type Problems } from '../lib/problems';
import { tell } from '../lib/tabs';
import { uuid } from '../lib/uuid';
import { Kept } from './kept.svelte';
import { speech } from './language.svelte';
import { network } from './network.svelte';
import { notice } from './notice.svelte';
import { session } from './session.svelte';

/** A refusal that the server has decided; after any other answer the command may have been done. */
const isFinal = (status: number): boolean => status >= 400 && status < 500;

/** A refusal that could come from a page that shows what is no longer so. */
const mayBeOld = (status: number): boolean => [403, 404, 409, 422].includes(status);
/** Milliseconds to read why, and what has changed. */
const LONG = 20_000;

export class Act<Name extends Command> {
  busy = $state(false);
  problems = $state.raw<Problems>([]);
  readonly #name: Name;
  /** What its form keeps until this is done. */
  kept: Kept | undefined;
  #body = '';
  #key = '';

  constructor(name: Name) {
    this.#name = name;
  }

  /** Keeps what is typed for it, and puts back what was kept; `about` tells forms of one page
   * apart. Must be called while a component is made. */
  keep<Typed>(
    typed: () => Typed, restore: (was: Typed) => void, about?: () => string | number | undefined,
  ): void {
    const form = `${this.#name} ${about?.() ?? ''}`;
    this.kept = new Kept(form, typed, (was) => restore(was as Typed));
    if (this.kept.sent) this.resume(this.kept.sent);
  }

  /** What was sent and has no answer yet. */
  get sent(): Sent | undefined {
    return this.#key === '' ? undefined : { body: this.#body, key: this.#key };
  }

  /** Takes up what was sent before a reload. */
  resume({ body, key }: Sent): void {
    this.#body = body;
    this.#key = key;
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
    this.kept?.sending({ body, key: this.#key });
    const answer = await send(this.#name, input, this.#key);
    this.busy = false;
    if (!answer.ok) return this.#refused(answer.error);
    this.#key = '';
    this.problems = [];
    this.kept?.done();
    tell({ kind: 'done' });
    return answer.value;
  }

  #refused({ status, problems }: Refused): undefined {
    if (isFinal(status)) {
      this.#key = '';
      this.kept?.sending(undefined);
    }
    if (status === 0) this.problems = ownProblem('not_sent');
    else if (status === 401) this.problems = ownProblem('signed_out');
    else this.problems = problems;
    if (status === 401) session.lost();
    if (mayBeOld(status)) void this.#compare(problems);
    return undefined;
  }

  /** What was refused may be so because others did something: the page shows what is now. */
  async #compare(problems: Problems): Promise<void> {
    const changed = await network.again();
    if (changed.length === 0) return;
    const { t } = speech;
    const pairs = changed.flatMap(({ before, after }) => changedTexts(before, after));
    const said = t.problem.changed(changesInWords(pairs, t.word));
    if (this.problems === problems) {
      this.problems = [...problems, { code: 'changed', where: '', detail: '', text: said }];
    }
    // Where the act itself is no longer offered, nothing else would say why.
    notice.say([...problems.map(({ text }) => text), said].join(' '), LONG);
  }

  /** Forgets refusals of an attempt that was given up. */
  forget(): void {
    this.problems = [];
  }
}
