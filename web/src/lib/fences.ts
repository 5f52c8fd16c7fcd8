// Which readings are outliers: those beyond a fence, which stands one and a half times the width of
// the middle half outside of it (J. W. Tukey, "Exploratory Data Analysis", 1977). They are shown,
// and count like all others: a laboratory errs, and a cow falls ill.
import type { Measured } from './measured';
import { EIGHTHS, type FiveNumbers } from './quartiles';

/** Each in eighths of the last place. */
export interface Fences {
  readonly low: number;
  readonly high: number;
}

/** The width in eighths is even, so the fences are whole numbers, too. */
export function fencesOf({ low, high }: FiveNumbers): Fences {
  const away = (3 * (high - low)) / 2;
  return { low: low - away, high: high + away };
}

/** The fence that a reading crosses; one that stands on it does not. */
export function crossed(value: number, fences: Fences): 'low' | 'high' | undefined {
  if (EIGHTHS * value < fences.low) return 'low';
  return EIGHTHS * value > fences.high ? 'high' : undefined;
}

/** A reading beyond a fence. */
export interface Outlier {
  /** The place of its analysis. */
  readonly of: number;
  readonly value: number;
  readonly crosses: 'low' | 'high';
  /** How far behind the fence it stands, in eighths. */
  readonly by: number;
}

/** The furthest first. */
export function outliersIn({ values, of }: Measured, fences: Fences): readonly Outlier[] {
  const found: Outlier[] = [];
  values.forEach((value, place) => {
    const crosses = crossed(value, fences);
    if (!crosses) return;
    const by = Math.abs(EIGHTHS * value - fences[crosses]);
    found.push({ of: of[place] ?? 0, value, crosses, by });
  });
  return found.sort((one, other) => other.by - one.by || one.of - other.of);
}
