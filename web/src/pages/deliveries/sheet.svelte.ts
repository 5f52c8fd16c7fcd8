// A page of readings that is recorded in one go: row by row, since each is a record of its own.
// What is taken is marked, what is refused stays with its reason, and a lost network stops it.
import { untrack } from 'svelte';
import type { Attribute, IsoDate, NamedReading } from '../../api/generated';
import type { Problems } from '../../lib/problems';
import { fieldOf, judged, type Sample } from '../../lib/reading_sheet';
import { Act } from '../../state/command.svelte';
import { Kept, keepText, keptText, placeHere } from '../../state/kept.svelte';
import { session } from '../../state/session.svelte';

/** No other row would fare better. */
const STOPS = ['not_sent', 'signed_out'];

export class Sheet {
  /** By the field; empty ones are left out. */
  typed = $state<Record<string, string>>({});
  /** What was taken since the page was opened, by the key of the sample. */
  taken = $state.raw<ReadonlyMap<string, readonly NamedReading[]>>(new Map());
  refused = $state.raw<ReadonlyMap<string, Problems>>(new Map());
  /** Samples that were taken before the page was opened anew: the server does not list them. */
  before = $state.raw<ReadonlySet<string>>(new Set());
  going = $state.raw<{ readonly done: number; readonly of: number }>();
  readonly kept: Kept;
  readonly #day: IsoDate;
  readonly #attributes: readonly Attribute[];
  readonly #place: string | undefined;
  readonly #acts = new Map<string, Act<'record_analysis'>>();

  /** Must be made while a component is. */
  constructor(product: string, day: IsoDate, attributes: readonly Attribute[]) {
    this.#day = day;
    this.#attributes = attributes;
    this.#place = untrack(() => placeHere(`taken ${product} ${day}`));
    this.before = new Set(keptText(this.#place).split('\n').filter((key) => key !== ''));
    this.kept = new Kept(`record_analysis ${product} ${day}`, () => this.typed,
      (was) => (this.typed = was as Record<string, string>));
  }

  type(sample: Sample, attribute: Attribute, text: string): void {
    const field = fieldOf(sample, attribute);
    if (text === '') delete this.typed[field];
    else this.typed[field] = text;
  }

  /** Records these samples, in this order. */
  async save(samples: readonly Sample[]): Promise<{ taken: number; refused: number }> {
    const ready = samples.flatMap((sample) => {
      const { readings, isFaulty } = judged(sample, this.#attributes, this.typed);
      return readings.length > 0 && !isFaulty ? [{ sample, readings }] : [];
    });
    let [taken, refused] = [0, 0];
    this.refused = new Map();
    for (const { sample, readings } of ready) {
      this.going = { done: taken + refused, of: ready.length };
      const problems = await this.#record(sample, readings);
      if (problems.length === 0) taken += 1;
      else refused += 1;
      if (problems.some(({ code }) => STOPS.includes(code))) break;
    }
    this.going = undefined;
    if (Object.keys(this.typed).length === 0) this.kept.done();
    return { taken, refused };
  }

  async #record(sample: Sample, readings: readonly NamedReading[]): Promise<Problems> {
    const { organisation, product } = session;
    if (!organisation || !product) return [];
    const act = this.#acts.get(sample.key) ?? new Act('record_analysis');
    this.#acts.set(sample.key, act);
    const { supplier, shift } = sample;
    const receipt = await act.send({
      organisation: organisation.id, product: product.code, supplier, day: this.#day, shift,
      readings,
    });
    if (receipt) this.#take(sample, readings);
    else this.refused = new Map(this.refused).set(sample.key, act.problems);
    return receipt ? [] : act.problems;
  }

  #take(sample: Sample, readings: readonly NamedReading[]): void {
    this.taken = new Map(this.taken).set(sample.key, readings);
    this.#attributes.forEach((attribute) => this.type(sample, attribute, ''));
    keepText(this.#place, [...new Set([...this.before, ...this.taken.keys()])].join('\n'));
  }

  /** Shows again what was taken, to write down another analysis of it. */
  forgetTaken(): void {
    this.before = new Set();
    this.taken = new Map();
    keepText(this.#place, '');
  }
}
