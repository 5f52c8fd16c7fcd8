// Where a key leads in a long table, of which only the lines in view are on the page.

/** The line that a key leads to from this one; undefined for a key that leads nowhere. */
export function movedBy(
  key: string, line: number, length: number, page: number,
): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: line + 1, ArrowUp: line - 1, PageDown: line + page, PageUp: line - page,
    Home: 0, End: length - 1,
  };
  const to = steps[key];
  return to === undefined ? undefined : Math.max(0, Math.min(to, length - 1));
}

/** The lines in view, and so many on either side. */
export function linesInView(
  top: number, height: number, line: number, length: number, beside = 3,
): { readonly from: number; readonly to: number } {
  const from = Math.max(0, Math.floor(top / line) - beside);
  const to = Math.min(length, Math.ceil((top + height) / line) + beside);
  return { from: Math.min(from, to), to };
}

/** How far to scroll so that a line is in view; undefined where it is. */
export function scrollFor(
  line: number, size: number, top: number, height: number,
): number | undefined {
  if (line * size < top) return line * size;
  return (line + 1) * size > top + height ? (line + 1) * size - height : undefined;
}
