// Which columns the table of deliveries has room for.
import type { Attribute } from '../api/generated';
import { MISSING, type DeliveryRows } from './delivery_rows';

export type Layout = 'cards' | 'merged' | 'wide';

export interface Columns {
  /** Cards on a narrow page; readings in one column, or each in its own. */
  readonly layout: Layout;
  /** Those that were measured at all, with their place in the product. */
  readonly measured: readonly { readonly attribute: Attribute; readonly place: number }[];
  readonly hamlet: boolean;
  /** For the style of a grid. */
  readonly tracks: string;
}

/** The least of each, in pixels with the gap after it. */
const [WHO, HAMLET, DAY, QUANTITY, READING, READINGS, STATE, ACT] =
  [200, 150, 188, 112, 95, 140, 128, 76];
/** So much several readings need in one column before another one takes its room. */
const READ_WELL = 280;
const GAP = 12;
const least = (width: number) => `${width - GAP}px`;

/** The attributes of which there is a reading. */
export function measuredOf(rows: DeliveryRows): Columns['measured'] {
  return rows.attributes.flatMap((attribute, place) => {
    const column = rows.readings[place]?.subarray(0, rows.length);
    return column?.some((value) => value !== MISSING) ? [{ attribute, place }] : [];
  });
}

export function columnsFor(
  width: number, measured: Columns['measured'], hamlets: boolean, acts: boolean,
): Columns {
  const base = WHO + DAY + QUANTITY + STATE + (acts ? ACT : 0);
  const merged = measured.length > 0 ? READINGS : 0;
  if (width < base + merged) return { layout: 'cards', measured, hamlet: hamlets, tracks: '' };
  const wide = width >= base + measured.length * READING;
  const readings = wide ? measured.length * READING : READ_WELL;
  const hamlet = hamlets && width >= base + readings + HAMLET;
  const tracks = [
    `minmax(${least(WHO)}, 1.3fr)`, ...(hamlet ? [`minmax(${least(HAMLET)}, 1fr)`] : []),
    least(DAY), least(QUANTITY),
    ...(wide ? measured.map(() => least(READING)) : [`minmax(${least(READINGS)}, 1.4fr)`]),
    `minmax(${least(STATE)}, 0.8fr)`, ...(acts ? [least(ACT)] : []),
  ].join(' ');
  return { layout: wide ? 'wide' : 'merged', measured, hamlet, tracks };
}
