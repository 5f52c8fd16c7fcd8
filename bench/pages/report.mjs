// Numbers on the screen, beside what they have to reach.

/** The value below which this share of them lies. */
export function share(values, part) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
}

/** Rows below each other; the first is the head. */
export function table(rows) {
  const widths = rows[0].map((_cell, at) => Math.max(...rows.map((row) => String(row[at]).length)));
  for (const row of rows) {
    const cells = row.map((cell, at) => (at === 0 ? String(cell).padEnd(widths[0])
      : String(cell).padStart(widths[at])));
    console.log(cells.join('  '));
  }
  console.log();
}

/** How many times something was done. */
export const ROUNDS = Number(process.env.ROUNDS ?? 5);
