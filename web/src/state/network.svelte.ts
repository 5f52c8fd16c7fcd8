// What stands on the page: which answers are of an earlier time, and how all are asked again.

interface Asked {
  again: () => Promise<void>;
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

  /** Asks for everything that stands on the page. */
  async again(): Promise<void> {
    await Promise.all([...this.#asked].map((each) => each.again()));
  }
}

export const network = new Network();
