// Keeps what is typed into one form until it was sent or thrown away.
import { untrack } from 'svelte';
import {
  fitted, placeOf, readKept, writeKept, type KeptEntry, type Sent,
} from '../lib/kept';
import { route } from './route.svelte';
import { session } from './session.svelte';

/** Of this tab: another one with the same form may be about something else. */
const store = (): Storage => sessionStorage;

/** The place of a form of this reader on this page; undefined before he is known. */
export function placeHere(form: string): string | undefined {
  const login = session.user?.login;
  return login && placeOf(login, session.organisation?.id ?? 0, route.path, form);
}

/** The text that was kept of a form of one field. */
export function keptText(place: string | undefined): string {
  const typed = place === undefined ? '' : readKept(store(), place)?.typed;
  return typeof typed === 'string' ? typed : '';
}

export function keepText(place: string | undefined, text: string): void {
  if (place === undefined) return;
  if (text === '') store().removeItem(place);
  else writeKept(store(), place, { at: Date.now(), typed: text });
}

export class Kept {
  /** When what stands in the form was typed, if it was found again. */
  at = $state.raw<Date>();
  sent: Sent | undefined;
  readonly #place: string | undefined;
  /** The form as it was before anything was typed; undefined right after it was done. */
  #blank: string | undefined;
  readonly #restoreBlank: () => void;

  /** Must be made while a component is. */
  constructor(form: string, typed: () => unknown, restore: (was: unknown) => void) {
    const place = untrack(() => placeHere(form));
    const blank = untrack(() => $state.snapshot(typed()));
    this.#place = place;
    this.#blank = JSON.stringify(blank);
    this.#restoreBlank = () => restore(blank);
    const found = place === undefined ? undefined : readKept(store(), place);
    if (found) this.#take(found, fitted(blank, found.typed), restore);
    $effect(() => this.#keep(JSON.stringify(typed())));
  }

  #take(found: KeptEntry, typed: unknown, restore: (was: unknown) => void): void {
    this.at = new Date(found.at);
    this.sent = found.sent;
    restore(typed);
  }

  #keep(text: string): void {
    if (this.#place === undefined) return;
    this.#blank ??= text;
    if (text === this.#blank) return this.#forget();
    const at = untrack(() => this.at)?.getTime() ?? Date.now();
    writeKept(store(), this.#place, { at, typed: JSON.parse(text), sent: this.sent });
  }

  #forget(): void {
    if (this.#place !== undefined) store().removeItem(this.#place);
  }

  /** It goes out now, under this key; without `sent` the server has refused it. */
  sending(sent: Sent | undefined): void {
    this.sent = sent;
    const found = this.#place === undefined ? undefined : readKept(store(), this.#place);
    if (found && this.#place !== undefined) writeKept(store(), this.#place, { ...found, sent });
  }

  /** It was done: what the form holds after it is where the next one begins. */
  done(): void {
    this.at = undefined;
    this.sent = undefined;
    this.#blank = undefined;
    this.#forget();
  }

  /** Throws away what was typed. */
  discard(): void {
    this.at = undefined;
    this.sent = undefined;
    this.#restoreBlank();
    this.#forget();
  }
}
