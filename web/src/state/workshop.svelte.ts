// The drafts of the reader, kept on this device with every letter.
import type { Draft } from '../lib/draft_terms';
import { draftsPlace, keepDrafts, keptDrafts, mostDrafts } from '../lib/drafts';
import { session } from './session.svelte';

export class Workshop {
  all = $state<Draft[]>([]);
  /** Whether this device keeps them. */
  kept = $state(true);
  readonly #place = draftsPlace(session.organisation?.id ?? 0, session.user?.login ?? '');

  /** Must be made while a component is. */
  constructor() {
    this.all = this.#read();
    // What is written in another window of the same person is his, too.
    $effect(() => {
      const follow = ({ key }: StorageEvent) => {
        if (key === this.#place) this.all = this.#read();
      };
      addEventListener('storage', follow);
      return () => removeEventListener('storage', follow);
    });
    $effect(() => {
      this.kept = this.#keep();
    });
  }

  get isFull(): boolean {
    return this.all.length >= mostDrafts;
  }

  /** Adds a draft under a number that no other one has. */
  add(make: (id: number) => Draft): Draft {
    const id = this.all.reduce((most, draft) => Math.max(most, draft.id), 0) + 1;
    const made = make(id);
    this.all.push(made);
    return made;
  }

  remove(id: number): void {
    this.all = this.all.filter((draft) => draft.id !== id);
  }

  #read(): Draft[] {
    try {
      return keptDrafts(localStorage, this.#place);
    } catch {
      return [];
    }
  }

  #keep(): boolean {
    try {
      return keepDrafts(localStorage, this.#place, this.all);
    } catch {
      return false;
    }
  }
}
