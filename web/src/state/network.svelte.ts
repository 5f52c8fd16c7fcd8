// What stands on the page: which answers are of an earlier time, and how all are asked again.

interface Asked {
  readonly value: unknown;
  again: () => Promise<void>;
}
/** An answer that is another than the one before. */
export interface Changed {
  readonly before: unknown;
  readonly after: unknown;
}

class Network {
  #asked = new Set<Asked>();
  #seen = $state.raw<ReadonlyMap<Asked, Date>>(new Map());
  /** When the oldest of what is shown was seen, if anything is not of now. */
  readonly oldest: Date | undefined = $derived(
    [...this.#seen.values()].sort((one, other) => one.getTime() - other.getTime())[0]);

  /** An answer is on the page, until what is returned is called. */
  show(asked: Asked): () => void {
    this.#asked.add(asked);
    return () => {
      this.#asked.delete(asked);
      this.mark(asked, undefined);
    };
  }

  /** It was seen then; without a time it is of now. */
  mark(asked: Asked, at: Date | undefined): void {
    if (at === undefined && !this.#seen.has(asked)) return;
    const seen = new Map(this.#seen);
    if (at) seen.set(asked, at);
    else seen.delete(asked);
    this.#seen = seen;
  }

  /** Asks for everything that stands on the page; says what is another now. */
  async again(): Promise<readonly Changed[]> {
    const before = [...this.#asked].map((asked) => ({ asked, before: asked.value }));
    await Promise.all(before.map(({ asked }) => asked.again()));
    return before.map(({ asked, before: was }) => ({ before: was, after: asked.value }))
      .filter((each) => each.before !== undefined && each.before !== each.after);
  }
}

export const network = new Network();
