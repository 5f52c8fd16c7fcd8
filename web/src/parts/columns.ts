import type { Snippet } from 'svelte';
import type { SortValue } from '../lib/table';

/** One column of a table. */
export interface Column<Row> {
  /** Names it, also in the address that keeps the order. */
  readonly id: string;
  readonly title: string;
  /** The title is only heard: what stands in the column speaks for itself. */
  readonly mute?: boolean;
  /** What stands in a row. */
  readonly cell: Snippet<[Row]>;
  /** Numbers stand to the right. */
  readonly number?: boolean;
  /** Says what the row is: on a narrow page it stands over the others. */
  readonly lead?: boolean;
  /** By what rows are put in order; without it the column does not sort. */
  readonly sort?: (row: Row) => SortValue;
}
