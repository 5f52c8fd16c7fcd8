// A page of readings that is recorded in one go: row by row, since each is a record of its own.
// What is taken is marked, what is refused stays with its reason, and a lost network stops it.
import { untrack } from 'svelte';
import { ask } from '../../api/client';
import type { Attribute, IsoDate, NamedReading } from '../../api/generated';
import type { Sent } from '../../lib/kept';
import type { Problems } from '../../lib/problems';
import { analysedIn, fieldOf, judged, type Sample } from '../../lib/reading_sheet';
import { Act } from '../../state/command.svelte';
import { Kept } from '../../state/kept.svelte';
import { session } from '../../state/session.svelte';

/** No other row would fare better. */
const STOPS = ['not_sent', 'signed_out'];

/** What is kept over a reload. */
interface KeptSheet {
  typed: Record<string, string>;
  sent: Record<string, string>;
}

export class Sheet {
  /** By the field; empty ones are left out. */
  typed = $state<Record<string, string>>({});
  /** What was taken since the page was opened, by the key of the sample. */
  taken = $state.raw<ReadonlyMap<string, readonly NamedReading[]>>(new Map());
  /** Samples that had an analysis when the sheet was opened. Asked once, so that what is recorded
   * here is not told as something that others have done. */
  analysed = $state.raw<ReadonlySet<string>>();
  /** Why it is not known which they are. */
  problems = $state.raw<Problems>([]);
  refused = $state.raw<ReadonlyMap<string, Problems>>(new Map());
  going = $state.raw<{ readonly done: number; readonly of: number }>();
  readonly kept: Kept;
  /** What went out without an answer, by the key of the sample: its key and its body. */
  #sent = $state<Record<string, string>>({});
  readonly #product: string;
  readonly #day: IsoDate;
  readonly #attributes: readonly Attribute[];
  readonly #acts = new Map<string, Act<'record_analysis'>>();

  /** Must be made while a component is. */
  constructor(product: string, day: IsoDate, attributes: readonly Attribute[]) {
    this.#product = product;
    this.#day = day;
    this.#attributes = attributes;
    this.kept = new Kept(`record_analysis ${product} ${day}`,
      () => ({ typed: this.typed, sent: this.#sent }),
      (was) => ({ typed: this.typed, sent: this.#sent } = was as KeptSheet));
    $effect(() => this.begin());
  }

  /** Asks which samples were analysed; what is returned gives up. */
  begin(): () => void {
    const running = new AbortController();
    untrack(() => this.#ask(running.signal)).catch(() => undefined);
    return () => running.abort();
  }

  async #ask(signal: AbortSignal): Promise<void> {
    const { organisation } = session;
    if (!organisation) return;
    this.problems = [];
    const answer = await ask('analyses', {
      organisation: organisation.id, product: this.#product, first: this.#day, last: this.#day,
    }, signal);
    if (answer.ok) this.analysed = analysedIn(answer.value.analyses);
    else this.problems = answer.error.problems;
    if (!answer.ok && answer.error.status === 401) session.lost();
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
    const act = this.#actOf(sample);
    const { supplier, shift } = sample;
    const going = act.send({
      organisation: organisation.id, product: product.code, supplier, day: this.#day, shift,
      readings,
    });
    this.#keepSent(sample, act.sent);
    const receipt = await going;
    this.#keepSent(sample, act.sent);
    if (receipt) this.#take(sample, readings);
    else this.refused = new Map(this.refused).set(sample.key, act.problems);
    return receipt ? [] : act.problems;
  }

  /** The act of a sample, with what went out before a reload and has no answer. */
  #actOf({ key }: Sample): Act<'record_analysis'> {
    const known = this.#acts.get(key);
    if (known) return known;
    const act = new Act('record_analysis');
    const [, sent, body] = /^(\S+) (.*)$/s.exec(this.#sent[key] ?? '') ?? [];
    if (sent !== undefined && body !== undefined) act.resume({ key: sent, body });
    this.#acts.set(key, act);
    return act;
  }

  #keepSent({ key }: Sample, sent: Sent | undefined): void {
    if (sent) this.#sent[key] = `${sent.key} ${sent.body}`;
    else delete this.#sent[key];
  }

  #take(sample: Sample, readings: readonly NamedReading[]): void {
    this.taken = new Map(this.taken).set(sample.key, readings);
    this.#attributes.forEach((attribute) => this.type(sample, attribute, ''));
  }

  /** Shows again what was taken, to write down another analysis of it. */
  forgetTaken(): void {
    this.taken = new Map();
  }
}
