// Invented values for the page that shows the parts. They pass the same validators as all others.
import type {
  FlowView, IsoDate, IsoInstant, Money, Price, PriceLine, Quantity, Schemas,
} from '../api/generated';
import type { BarDay } from './bars';
import type { Problems } from './problems';
import { validator } from './validation/validate';

export interface Samples {
  readonly money: Money;
  readonly quantity: Quantity;
  readonly price: Price;
  readonly day: IsoDate;
  readonly instant: IsoInstant;
  readonly days: readonly BarDay[];
  readonly flows: readonly FlowView[];
  readonly lines: readonly PriceLine[];
  readonly problems: Problems;
}

const json = {
  money: { amount: '541.30', currency: 'PEN' },
  zero: { amount: '0.00', currency: 'PEN' },
};
const problem = {
  code: 'quantity_not_positive', where: '/quantity', detail: '-3',
  text: 'La cantidad debe ser mayor que cero.',
};
const flow = (kind: string, label: string, amount: string, carried = '0.00') => ({
  kind, label, producers: 188, amount: { ...json.money, amount },
  carried: { ...json.money, amount: carried },
  ...(kind === 'deduction' ? { deduction: label === 'Flete' ? 'own_service' : 'loan' } : {}),
});

/** One of everything, or undefined if a sample no longer fits its schema. */
export function samples(): Samples | undefined {
  let fits = true;
  function read<Name extends keyof Schemas>(name: Name, value: unknown): Schemas[Name][] {
    const result = validator(name)(value);
    if (!result.ok) fits = false;
    return result.ok ? [result.value] : [];
  }
  const [money] = read('Money', json.money);
  const [quantity] = read('Quantity', '402.600');
  const [price] = read('Price', '1.4635');
  const [day] = read('Date', '2025-07-15');
  const [instant] = read('Instant', '2025-07-15T15:30:00.000Z');
  const days = Array.from({ length: 15 }, (_, place) => ({
    day: read('Date', `2025-07-${String(place + 1).padStart(2, '0')}`),
    parts: [...read('Quantity', `${20 + (place * 7) % 11}.5`),
      ...read('Quantity', `${12 + (place * 5) % 7}.2`)],
  })).flatMap(({ day: [each], parts }) => (each ? [{ day: each, parts }] : []));
  const flows = [
    flow('milk', 'Precio base', '583.77'), flow('milk', 'Sólidos', '41.68'),
    flow('deduction', 'Flete', '12.08'), flow('deduction', 'Préstamo', '72.07', '20.00'),
  ].flatMap((each) => read('FlowView', each));
  const lines = [
    { term: 0, kind: 'base', missing: false, effect: '1.45', price: '1.45' },
    { term: 1, kind: 'per_point', attribute: 'solids', value: '12.4', standard: '12.0',
      statistic: 'last_three', missing: false, effect: '0.0135', price: '1.4635' },
    { term: 2, kind: 'premium', attribute: 'tb_free', missing: false, effect: '0.00',
      price: '1.4635' },
  ].flatMap((each) => read('PriceLine', each));
  const problems = read('Problems', { problems: [problem] })[0]?.problems ?? [];
  if (!fits || !money || !quantity || !price || !day || !instant) return undefined;
  return { money, quantity, price, day, instant, days, flows, lines, problems };
}
