// Deliveries of a period, column by column: a hundred thousand are held, searched and put in order
// in the page. Quantities and readings are whole numbers of their last place, never fractions.
import type {
  AnalysisView, Attribute, DeliveryView, IsoDate, NamedReading, Outcome, Shift, SourceId,
} from '../api/generated';
import { scaled } from './decimal';
import { validator } from './validation/validate';

/** Places of a quantity. */
export const PLACES = 3;
/** What stands in a column of readings where nothing was measured. */
export const MISSING = -2_147_483_648;

/** Values that come again and again, each held once. */
class Known<Value extends string> {
  readonly all: Value[] = [];
  readonly #places = new Map<string, number>();

  place(value: Value): number {
    const known = this.#places.get(value);
    if (known !== undefined) return known;
    this.#places.set(value, this.all.length);
    return this.all.push(value) - 1;
  }

  find(value: string): number | undefined {
    return this.#places.get(value);
  }
}

const SHIFTS: readonly Shift[] = ['morning', 'evening'];
const OUTCOMES: readonly Outcome[] = ['accepted', 'rejected'];
const readQuantity = validator('Quantity');

/** Another table for twice as many numbers, with what stood in the old one. */
function grown<Numbers extends Int32Array | Float64Array | Uint8Array>(old: Numbers): Numbers {
  const Table = old.constructor as new (length: number) => Numbers;
  const larger = new Table(Math.max(1024, old.length * 2));
  larger.set(old);
  return larger;
}

export class DeliveryRows {
  /** How many there are. */
  length = 0;
  readonly days = new Known<IsoDate>();
  readonly suppliers = new Known<string>();
  /** By the place of the supplier. */
  readonly names: string[] = [];
  day = new Int32Array(0);
  supplier = new Int32Array(0);
  shift = new Uint8Array(0);
  outcome = new Uint8Array(0);
  /** 1 where the row counts: no other stands in its place, and its file was not taken back. */
  counts = new Uint8Array(0);
  /** Thousandths; whole numbers below 2^53, so they are exact. */
  quantity = new Float64Array(0);
  /** By the place of the attribute in the product, in its last place. */
  readonly readings: Int32Array[];
  /** 1 where anything was measured. */
  measured = new Uint8Array(0);
  readonly attributes: readonly Attribute[];
  #sources: SourceId[] = [];
  #sequences: number[] = [];
  /** By the row; few have any. */
  readonly #reasons = new Map<number, string>();
  readonly #corrected = new Set<number>();
  readonly #undone = new Set<number>();
  /** Of attributes that the product no longer has. */
  readonly #others = new Map<number, readonly NamedReading[]>();

  constructor(attributes: readonly Attribute[]) {
    this.attributes = attributes;
    this.readings = attributes.map(() => new Int32Array(0));
  }

  add(views: readonly DeliveryView[]): void {
    for (const view of views) this.#add(view);
  }

  /** The row as the server told it. */
  at(row: number): DeliveryView | undefined {
    const supplier = this.supplier[row] ?? 0;
    const day = this.days.all[this.day[row] ?? 0];
    const source = this.#sources[row];
    const [shift, outcome] = [SHIFTS[this.shift[row] ?? 0], OUTCOMES[this.outcome[row] ?? 0]];
    const quantity = readQuantity(decimalText(BigInt(this.quantity[row] ?? 0), PLACES));
    if (!day || !source || !shift || !outcome || !quantity.ok) return undefined;
    const reason = this.#reasons.get(row);
    return {
      day, source, shift, outcome, quantity: quantity.value,
      sequence: this.#sequences[row] ?? 0,
      supplier: this.suppliers.all[supplier] ?? '',
      name: this.names[supplier] ?? '',
      corrected: this.#corrected.has(row),
      undone: this.#undone.has(row),
      readings: [...this.#readingsAt(row), ...this.#others.get(row) ?? []],
      ...(reason === undefined ? {} : { reason }),
    };
  }

  /** A number for the sample that a row is of: day, supplier and shift. */
  sampleAt(row: number): number {
    return this.#sample(this.day[row] ?? 0, this.supplier[row] ?? 0, this.shift[row] ?? 0);
  }

  /** The same number of an analysis; none where no row is of its day or supplier. */
  sampleOf({ day, supplier, shift }: AnalysisView): number | undefined {
    const [known, who] = [this.days.find(day), this.suppliers.find(supplier)];
    if (known === undefined || who === undefined) return undefined;
    return this.#sample(known, who, SHIFTS.indexOf(shift));
  }

  #sample(day: number, supplier: number, shift: number): number {
    return (day * this.suppliers.all.length + supplier) * SHIFTS.length + shift;
  }

  nameOf(supplier: string): string {
    return this.names[this.suppliers.find(supplier) ?? -1] ?? '';
  }

  #readingsAt(row: number): readonly NamedReading[] {
    return this.attributes.flatMap(({ code, decimals }, place) => {
      const value = this.readings[place]?.[row] ?? MISSING;
      return value === MISSING
        ? [] : [{ attribute: code, value: decimalText(BigInt(value), decimals) }];
    });
  }

  #grow(): void {
    this.day = grown(this.day);
    this.supplier = grown(this.supplier);
    this.shift = grown(this.shift);
    this.outcome = grown(this.outcome);
    this.counts = grown(this.counts);
    this.quantity = grown(this.quantity);
    this.measured = grown(this.measured);
    this.readings.forEach((column, place) => {
      const larger = grown(column);
      larger.fill(MISSING, column.length);
      this.readings[place] = larger;
    });
  }

  #add(view: DeliveryView): void {
    const row = this.length;
    if (row === this.day.length) this.#grow();
    const supplier = this.suppliers.place(view.supplier);
    this.names[supplier] = view.name;
    this.day[row] = this.days.place(view.day);
    this.supplier[row] = supplier;
    this.shift[row] = SHIFTS.indexOf(view.shift);
    this.outcome[row] = OUTCOMES.indexOf(view.outcome);
    this.counts[row] = view.corrected || view.undone ? 0 : 1;
    this.quantity[row] = Number(scaled(view.quantity, PLACES));
    this.measured[row] = view.readings.length > 0 ? 1 : 0;
    for (const reading of view.readings) this.#addReading(row, reading);
    this.#sources.push(view.source);
    this.#sequences.push(view.sequence);
    if (view.reason !== undefined) this.#reasons.set(row, view.reason);
    if (view.corrected) this.#corrected.add(row);
    if (view.undone) this.#undone.add(row);
    this.length += 1;
  }

  #addReading(row: number, reading: NamedReading): void {
    const place = this.attributes.findIndex(({ code }) => code === reading.attribute);
    const [known, column] = [this.attributes[place], this.readings[place]];
    if (column && known) column[row] = Number(scaled(reading.value, known.decimals));
    else this.#others.set(row, [...this.#others.get(row) ?? [], reading]);
  }
}

/** Exact sums of quantities: whole numbers that may leave what a number holds exactly. */
export class Sum {
  #large = 0;
  #small = 0;

  add(thousandths: number): void {
    const small = thousandths % 1e9;
    this.#small += small;
    this.#large += (thousandths - small) / 1e9;
  }

  get value(): bigint {
    return BigInt(this.#large) * 1_000_000_000n + BigInt(this.#small);
  }
}

/** A whole number of the last place as decimal text: 88200 with 3 places is "88.200". */
export function decimalText(value: bigint, places: number): string {
  const digits = String(value < 0n ? -value : value).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = places > 0 ? `.${digits.slice(-places)}` : '';
  return `${value < 0n ? '-' : ''}${whole}${fraction}`;
}
