// The order and the choice of rows of a table that is on the page whole.

export type SortValue = string | bigint | number;

/** Which column orders the rows, and from which end. In an address: "net", "-net". */
export interface Order {
  readonly column: string;
  readonly falling: boolean;
}

export function orderFrom(text: string | null): Order | undefined {
  if (text === null || text === '' || text === '-') return undefined;
  return text.startsWith('-')
    ? { column: text.slice(1), falling: true }
    : { column: text, falling: false };
}

export const orderText = (order: Order): string => (order.falling ? '-' : '') + order.column;

function compare(one: SortValue, other: SortValue, collator: Intl.Collator): number {
  if (typeof one === 'string' && typeof other === 'string') return collator.compare(one, other);
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The rows in order; equal ones stay as they came. */
export function sorted<Row>(
  rows: readonly Row[], value: (row: Row) => SortValue, falling: boolean, locale: string,
): readonly Row[] {
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const sign = falling ? -1 : 1;
  return rows.toSorted((one, other) => sign * compare(value(one), value(other), collator));
}

/** A text as people search it: without accents and capitals. */
export const bareText = (text: string): string =>
  text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase();

/** Whether every word of the search stands somewhere in the texts. */
export function matches(search: string, texts: readonly (string | undefined)[]): boolean {
  const all = bareText(texts.filter((text) => text !== undefined).join(' '));
  return bareText(search).split(/\s+/).every((word) => all.includes(word));
}
