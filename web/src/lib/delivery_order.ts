// Which deliveries are shown, in which order and under which heads.
import type { AnalysisView } from '../api/generated';
import { orderFrom, orderText, bareText, type Order } from './table';
import { choiceFrom } from './validation/validate';
import { MISSING, Sum, type DeliveryRows } from './delivery_rows';

export const groupings = ['none', 'day', 'hamlet', 'supplier'] as const;
export type Grouping = (typeof groupings)[number];
export const outcomes = ['all', 'accepted', 'rejected'] as const;
export const analyses = ['all', 'missing', 'unusual'] as const;

/** What the reader wants to see; all of it stands in the address. */
export interface Wanted {
  readonly search: string;
  readonly outcome: (typeof outcomes)[number];
  readonly analysis: (typeof analyses)[number];
  readonly by: Grouping;
  readonly order: Order | undefined;
  /** The groups whose rows are shown. */
  readonly open: ReadonlySet<string>;
}

export function wantedFrom(query: URLSearchParams): Wanted {
  return {
    search: query.get('search') ?? '',
    outcome: choiceFrom(outcomes, query.get('outcome')) ?? 'all',
    analysis: choiceFrom(analyses, query.get('analysis')) ?? 'all',
    by: choiceFrom(groupings, query.get('by')) ?? 'none',
    order: orderFrom(query.get('order')),
    open: new Set((query.get('open') ?? '').split('|').filter((key) => key !== '')),
  };
}

/** How the choice is written into the address; what is not chosen is left out. */
export const inAddress = (wanted: Partial<Wanted>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(wanted).map(([name, value]) => [name, textOf(value)]));

function textOf(value: Wanted[keyof Wanted]): string | undefined {
  if (value === undefined || value === 'all' || value === 'none' || value === '') return undefined;
  if (typeof value === 'string') return value;
  return 'column' in value ? orderText(value) : [...value].join('|') || undefined;
}

/** What one needs to know beside the rows. */
export interface Beside {
  /** The hamlet of a supplier's code; empty where it is not known. */
  readonly hamletOf: (supplier: string) => string;
  /** 1 for each row with a reading far from the others. */
  readonly unusual: Uint8Array;
  /** The analyses that count, where it matters who has none. */
  readonly analyses: readonly AnalysisView[];
  readonly locale: string;
}

/** 1 for accepted milk of which nothing was measured, neither with the can nor by an analysis that
 * counts, of days of which another one was. */
function rowsWithout(rows: DeliveryRows, found: readonly AnalysisView[]): Uint8Array {
  const { length, days, day, measured, outcome, counts } = rows;
  const isKnown = new Uint8Array(days.all.length);
  for (const each of found) {
    const place = days.find(each.day);
    if (place !== undefined) isKnown[place] = 1;
  }
  for (let row = 0; row < length; row += 1) {
    if (measured[row] === 1) isKnown[day[row] ?? 0] = 1;
  }
  const analysed = new Set(found.map((each) => rows.sampleOf(each)));
  return Uint8Array.from({ length }, (_, row) =>
    isKnown[day[row] ?? 0] === 1 && measured[row] === 0 && outcome[row] === 0 &&
      counts[row] === 1 && !analysed.has(rows.sampleAt(row)) ? 1 : 0);
}

/** The rows that are wanted, as they came. */
export function chosenRows(
  rows: DeliveryRows, wanted: Wanted, { unusual, analyses: found }: Beside,
): Int32Array {
  const words = bareText(wanted.search).split(/\s+/).filter((word) => word !== '');
  const isFound = Uint8Array.from(rows.suppliers.all, (code, place) => {
    const text = bareText(`${code} ${rows.names[place] ?? ''}`);
    return words.every((word) => text.includes(word)) ? 1 : 0;
  });
  const outcome = outcomes.indexOf(wanted.outcome) - 1;
  const without = wanted.analysis === 'missing' ? rowsWithout(rows, found) : undefined;
  const chosen = new Int32Array(rows.length);
  let count = 0;
  for (let row = 0; row < rows.length; row += 1) {
    if (isFound[rows.supplier[row] ?? 0] === 0) continue;
    if (outcome >= 0 && rows.outcome[row] !== outcome) continue;
    if (without?.[row] === 0) continue;
    if (wanted.analysis === 'unusual' && unusual[row] !== 1) continue;
    chosen[count] = row;
    count += 1;
  }
  return chosen.slice(0, count);
}

/** The rank of each text among all, as people of the language put them in order. */
function ranks(texts: readonly string[], locale: string): Int32Array {
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const inOrder = [...new Set(texts)].sort(collator.compare);
  const rank = new Map(inOrder.map((text, place) => [text, place]));
  return Int32Array.from(texts, (text) => rank.get(text) ?? 0);
}

type Key = (row: number) => number;

/** By what a column is put in order: a whole number of each row. */
function keyOf(rows: DeliveryRows, column: string, beside: Beside): Key | undefined {
  const { day, supplier, shift, quantity, outcome, counts } = rows;
  const days = ranks(rows.days.all, 'en');
  if (column === 'day') return (row) => (days[day[row] ?? 0] ?? 0) * 2 + (shift[row] ?? 0);
  if (column === 'who' || column === 'hamlet') {
    const texts = column === 'who' ? rows.suppliers.all : rows.suppliers.all.map(beside.hamletOf);
    const rank = ranks(texts, beside.locale);
    return (row) => rank[supplier[row] ?? 0] ?? 0;
  }
  if (column === 'quantity') return (row) => quantity[row] ?? 0;
  if (column === 'state') return (row) => (outcome[row] ?? 0) + (counts[row] === 1 ? 0 : 2);
  const place = rows.attributes.findIndex(({ code }) => column === `reading_${code}`);
  const readings = rows.readings[place];
  return readings && ((row) => readings[row] ?? MISSING);
}

/** So many keys are told apart at once. */
const DIGIT = 65_536;

/** Places by one digit of their keys; equal ones stay as they stood. */
function byDigit(places: Int32Array, keys: Float64Array, base: number): Int32Array {
  const starts = new Int32Array(DIGIT + 1);
  const digits = new Int32Array(places.length);
  for (let at = 0; at < places.length; at += 1) {
    const digit = Math.floor((keys[places[at] ?? 0] ?? 0) / base) % DIGIT;
    digits[at] = digit;
    starts[digit + 1] = (starts[digit + 1] ?? 0) + 1;
  }
  for (let digit = 1; digit < DIGIT; digit += 1) {
    starts[digit] = (starts[digit] ?? 0) + (starts[digit - 1] ?? 0);
  }
  const moved = new Int32Array(places.length);
  for (let at = 0; at < places.length; at += 1) {
    const digit = digits[at] ?? 0;
    const to = starts[digit] ?? 0;
    moved[to] = places[at] ?? 0;
    starts[digit] = to + 1;
  }
  return moved;
}

/** The rows by a key; equal ones stay as they came, whichever way. Digit by digit, since to compare
 * a hundred thousand rows two by two takes ten times as long. */
function inOrder(chosen: Int32Array, key: Key, falling: boolean): Int32Array {
  const keys = new Float64Array(chosen.length);
  let [least, most] = [Infinity, -Infinity];
  for (let at = 0; at < chosen.length; at += 1) {
    const each = key(chosen[at] ?? 0);
    keys[at] = each;
    if (each < least) least = each;
    if (each > most) most = each;
  }
  let places: Int32Array = new Int32Array(chosen.length);
  for (let at = 0; at < chosen.length; at += 1) {
    places[at] = at;
    keys[at] = falling ? most - (keys[at] ?? 0) : (keys[at] ?? 0) - least;
  }
  for (let base = 1; base <= most - least; base *= DIGIT) places = byDigit(places, keys, base);
  return places.map((place) => chosen[place] ?? 0);
}

/** A head over rows that belong together, with what they sum to. */
export interface Group {
  /** Names it in the address: a day, a hamlet, the code of a supplier. */
  readonly key: string;
  readonly count: number;
  /** Thousandths, of what counts. */
  readonly accepted: bigint;
  readonly rejected: bigint;
  readonly rows: Int32Array;
}

/** What rows sum to; a row that no longer counts is listed, but not summed. */
export function totalsOf(rows: DeliveryRows, chosen: Int32Array): Omit<Group, 'key' | 'rows'> {
  const sums = [new Sum(), new Sum()] as const;
  for (const row of chosen) {
    if (rows.counts[row] !== 1) continue;
    sums[rows.outcome[row] === 1 ? 1 : 0].add(rows.quantity[row] ?? 0);
  }
  return { count: chosen.length, accepted: sums[0].value, rejected: sums[1].value };
}

const sign = (value: bigint): number => (value > 0n ? 1 : value < 0n ? -1 : 0);

/** The rows under their heads. Heads stand by name, by day, or by the sum where that is the
 * order. */
export function groupsOf(
  rows: DeliveryRows, chosen: Int32Array, { by, order }: Wanted, beside: Beside,
): readonly Group[] {
  const names = by === 'day' ? rows.days.all
    : by === 'supplier' ? rows.suppliers.all : rows.suppliers.all.map(beside.hamletOf);
  const column = by === 'day' ? rows.day : rows.supplier;
  const places = new Map<string, number>();
  const groupOf = Int32Array.from(names, (name) => {
    const place = places.get(name) ?? places.size;
    places.set(name, place);
    return place;
  });
  const counts = new Int32Array(places.size);
  for (const row of chosen) {
    const place = groupOf[column[row] ?? 0] ?? 0;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const filled = Array.from(counts, (count) => new Int32Array(count));
  counts.fill(0);
  for (const row of chosen) {
    const place = groupOf[column[row] ?? 0] ?? 0;
    const at = counts[place] ?? 0;
    const group = filled[place];
    if (group) group[at] = row;
    counts[place] = at + 1;
  }
  const groups = [...places].flatMap(([key, place]) => {
    const of = filled[place];
    return of && of.length > 0 ? [{ key, rows: of, ...totalsOf(rows, of) }] : [];
  });
  const way = order?.falling ? -1 : 1;
  if (order?.column === 'quantity') {
    return groups.sort((one, other) =>
      way * (sign(one.accepted - other.accepted) || sign(one.rejected - other.rejected)));
  }
  const ofGroup = by === 'day' ? 'day' : by === 'supplier' ? 'who' : 'hamlet';
  const collator = new Intl.Collator(beside.locale, { numeric: true, sensitivity: 'base' });
  const turned = order?.column === ofGroup ? way : 1;
  return groups.sort((one, other) => turned * collator.compare(one.key, other.key));
}

/** What the table shows, line by line. */
export interface Lines {
  readonly length: number;
  readonly rows: number;
  readonly groups: readonly Group[];
  /** The row of a line, or below zero the head of group -1 - n. */
  readonly lines: Int32Array;
  readonly totals: Omit<Group, 'key' | 'rows'>;
}

/** Everything at once: chosen, in order, under heads. */
export function linesOf(rows: DeliveryRows, wanted: Wanted, beside: Beside): Lines {
  const found = chosenRows(rows, wanted, beside);
  const key = wanted.order && keyOf(rows, wanted.order.column, beside);
  const chosen = key ? inOrder(found, key, wanted.order?.falling ?? false) : found;
  const totals = totalsOf(rows, chosen);
  if (wanted.by === 'none') {
    return { length: chosen.length, rows: chosen.length, groups: [], lines: chosen, totals };
  }
  const groups = groupsOf(rows, chosen, wanted, beside);
  const shown = groups.map((group) => wanted.open.has(group.key));
  const length = groups.reduce((all, { count }, place) => all + 1 + (shown[place] ? count : 0), 0);
  const lines = new Int32Array(length);
  let at = 0;
  groups.forEach((group, place) => {
    lines[at] = -1 - place;
    at += 1;
    if (!shown[place]) return;
    lines.set(group.rows, at);
    at += group.count;
  });
  return { length, rows: chosen.length, groups, lines, totals };
}
