// Sizes of files and disks, as people say them.

import type { Format } from './format';

export interface SaidBytes {
  /** Decimal text with at most one place. */
  readonly number: string;
  readonly unit: 'kB' | 'MB' | 'GB' | 'TB';
}

/** 3,219,456 bytes are "3.2" of "MB"; what is left over is not counted. */
export function bytesSaid(bytes: number): SaidBytes {
  const units = ['kB', 'MB', 'GB', 'TB'] as const;
  let tenths = Math.floor(bytes / 100);
  let place = 0;
  while (tenths >= 10_000 && place < units.length - 1) {
    tenths = Math.floor(tenths / 1000);
    place += 1;
  }
  const [whole, rest] = [Math.floor(tenths / 10), tenths % 10];
  const number = rest === 0 || whole >= 100 ? `${whole}` : `${whole}.${rest}`;
  return { number, unit: units[place] ?? 'TB' };
}

/** The same in the reader's way of writing numbers. */
export function bytesText(bytes: number, format: Format): string {
  const { number, unit } = bytesSaid(bytes);
  return `${format.count(number)} ${unit}`;
}
