import { describe, expect, it } from 'vitest';
import { Format } from './format';
import { en as englishHouse } from './i18n/en';
import { paperWords as english } from './i18n/en_papers';
import { es as spanishHouse } from './i18n/es';
import { paperWords as spanish } from './i18n/es_papers';
import { everyRoom } from './i18n/rooms';
import { parametersOf } from './pattern';
import { placesFor } from './places';
import { priceWords } from './price_words';
import { may } from './rights';
import { samples } from './samples';
import { stepsOf } from './steps';
import { termWords, ruleWords } from './term_words';
import { changesOf } from './terms_changes';
import { the } from './validation/the';
import { waitingWords } from './waiting';

const es = { ...spanishHouse, ...(await everyRoom('es')) };
const en = { ...englishHouse, ...(await everyRoom('en')) };
const format = new Format(es.locale);
const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ');
const product = the('ProductView', {
  product: 1, code: 'milk', name: 'Leche cruda', unit: 'kg', density: '1.03',
  attributes: [{ number: 1, code: 'solids', name: 'Sólidos', unit: '%', decimals: 2, least: 0,
    most: 2200 }],
});

/** Every text of a language, by its path. */
function* textsOf(node: unknown, path = ''): Generator<[string, unknown]> {
  if (typeof node === 'object' && node !== null) {
    for (const [name, value] of Object.entries(node)) yield* textsOf(value, `${path}/${name}`);
  } else {
    yield [path, node];
  }
}

describe('the texts', () => {
  const spanish = new Map(textsOf(es));
  const english = new Map(textsOf(en));

  it('are complete in both languages', () => {
    expect([...english.keys()]).toEqual([...spanish.keys()]);
    for (const text of [...spanish.values(), ...english.values()]) expect(text).not.toBe('');
  });

  it('are translated, where they are sentences', () => {
    const same = [...spanish].filter(([path, text]) =>
      typeof text === 'string' && text.includes(' ') && english.get(path) === text);
    expect(same.map(([path]) => path)).toEqual(['/parts/example_name']);
  });

  it('put a number into the form that it asks for', () => {
    expect(es.home.producers(1)).toBe('1 productor');
    expect(es.home.producers(2)).toBe('2 productores');
    expect(en.home.producers(1234)).toBe('1,234 producers');
  });
});

describe('the words of printed tables', () => {
  it('are complete in both languages', () => {
    const [ours, theirs] = [new Map(textsOf(spanish)), new Map(textsOf(english))];
    expect([...theirs.keys()]).toEqual([...ours.keys()]);
    for (const text of [...ours.values(), ...theirs.values()]) expect(text).not.toBe('');
  });
});

describe('what waits', () => {
  const item = (json: object) => waitingWords(the('HomeItem', { count: 188, ...json }), es, format);
  const period = { first: '2025-07-01', last: '2025-07-15' };

  it('leads to the settlement that it is about', () => {
    const words = item({ kind: 'approve', settlement: 3, ...period });
    expect(words).toMatchObject({ path: '/settlement/3', tone: 'wait' });
    expect(plain(words.title)).toMatch(/^La quincena 1 ?– ?15 de jul\. espera su aprobación$/);
  });

  it('takes the days along to what is to be computed', () => {
    expect(item({ kind: 'compute', ...period })).toMatchObject({
      path: '/settlement', parameters: period,
    });
  });

  it('says how much money it is about, and leads to the order', () => {
    const words = item({ kind: 'send_payments', order: 7, last: '2025-07-18',
      amount: { amount: '1234.50', currency: 'PEN' } });
    expect(words).toMatchObject({ path: '/payments/7', tone: 'wait' });
    expect(plain(words.text)).toBe('188 pagos, S/ 1,234.50');
    expect(item({ kind: 'late_buyer', party: 'L/1', party_name: 'Gloria' }).path)
      .toBe('/buyers/L%2F1');
    expect(item({ kind: 'close_month', first: '2025-07-01' }).title)
      .toBe('Falta cerrar julio de 2025');
  });

  it('is shown even if this page does not know it yet', () => {
    expect(item({ kind: 'rain' })).toMatchObject({ text: '188', title: es.home.item.other });
  });
});

describe('the words of a price', () => {
  const line = (json: object) => priceWords(the('PriceLine', {
    term: 1, kind: 'per_point', missing: false, effect: '0.0135', price: '1.4635', ...json,
  }), product, es, format);

  it('say the value, the standard and where the value came from', () => {
    expect(line({ attribute: 'solids', value: '12.40', standard: '12.00',
      statistic: 'last_three' })).toMatchObject({
      what: 'Sólidos', detail: '12.40 % frente a 12.00 %; promedio de las tres últimas',
    });
    expect(line({ kind: 'band', attribute: 'solids', value: '12.40', standard: '12.00..' }).detail)
      .toBe('12.40 %, tramo desde 12.00');
    expect(line({ attribute: 'solids', value: '12.21537923' }).detail).toBe('12.215 %');
    expect(line({ attribute: 'solids', missing: true }).detail).toBe('sin análisis');
  });

  it('name a certificate, and say why a line added nothing', () => {
    expect(line({ kind: 'premium', attribute: 'tb_free' })).toMatchObject({
      what: 'Hato libre de tuberculosis', still: es.price.not_held,
    });
    expect(line({ kind: 'floor' }).still).toBe(es.price.not_needed);
  });
});

describe('the words of terms', () => {
  const context = { t: es, format, currency: 'PEN', product };

  it('tell a rate for each point, and a table band by band', () => {
    const point = termWords(the('Term', { kind: 'per_point', attribute: 'solids', rate: '0.09',
      standard: '12.00', point: '1.00', missing: 'nothing' }), context);
    expect(plain(point.how.join('; '))).toBe(
      'S/ 0.09 por cada 1.00 % sobre 12.00 %; lo mismo se resta por debajo; ' +
      'sin análisis no suma ni resta',
    );
    const band = termWords(the('Term', { kind: 'band', attribute: 'solids',
      bands: [{ to: '12.00', rate: '-0.02' }, { from: '12.00', rate: '0.01' }] }), context);
    expect(band.rows.map((row) => plain(`${row.band}: ${row.adds}`))).toEqual([
      'menos de 12.00 %: -S/ 0.02', 'desde 12.00 %: +S/ 0.01',
    ]);
  });

  it('tell what a deduction asks and within which limits', () => {
    const rule = the('DeductionRule', { code: 'transport', name: 'Flete', kind: 'own_service',
      basis: 'per_unit', price: '0.03', applies_to: 'everyone', rank: 1, under_cap: false,
      above_floor: true });
    const { asks, limits } = ruleWords(rule, context);
    expect(plain(asks)).toBe('S/ 0.03 por kg');
    expect(limits).toBe('respeta el piso');
  });
});

describe('what a signature changes', () => {
  const context = { t: es, format, currency: 'PEN', product };
  const rule = { code: 'transport', name: 'Flete', kind: 'own_service', basis: 'per_unit',
    price: '0.03', applies_to: 'everyone', rank: 1, under_cap: false, above_floor: true };
  const terms = (of: readonly object[], rules: readonly object[] = [rule]) => ({
    price: the('PriceTerms', { currency: 'PEN', rounding: 'half_even',
      rounding_point: 'delivery', terms: of }),
    waterfall: the('WaterfallTerms', { rounding: 'half_even', rules }),
  });
  const said = (before: ReturnType<typeof terms> | undefined, after: ReturnType<typeof terms>) =>
    changesOf(before, after, context).map(({ what, was, is }) =>
      plain(`${what}: ${was.join(', ')} -> ${is.join(', ')}`));
  const base = { kind: 'base', price: '1.45' };
  const band = (rate: string) => ({ kind: 'band', attribute: 'solids',
    bands: [{ to: '12.00', rate: '-0.02' }, { from: '12.00', rate }] });

  it('is nothing between the same terms', () => {
    expect(said(terms([base, band('0.01')]), terms([base, band('0.01')]))).toEqual([]);
  });

  it('is told row by row, with what is new and what is gone', () => {
    const floor = { kind: 'floor', price: '1.10' };
    const after = terms([{ ...base, price: '1.50' }, band('0.02')], [{ ...rule, price: '0.04' }]);
    expect(said(terms([base, band('0.01'), floor]), after)).toEqual([
      'Precio base: S/ 1.45 por kg -> S/ 1.50 por kg',
      'Sólidos · Por tramo: desde 12.00 %: +S/ 0.01 -> desde 12.00 %: +S/ 0.02',
      'Flete: S/ 0.03 por kg -> S/ 0.04 por kg',
      'Precio mínimo: nunca menos de S/ 1.10 -> ',
    ]);
    expect(said(undefined, terms([base], []))[0]).toBe('Precio base:  -> S/ 1.45 por kg');
  });

  it('is another order of the same rules, too', () => {
    const [one, other] = [band('0.01'), { kind: 'floor', price: '1.10' }];
    expect(said(terms([base, one, other]), terms([base, other, one]))).toEqual([
      'Orden de las reglas: Precio base → Sólidos · Por tramo → Precio mínimo -> ' +
      'Precio base → Precio mínimo → Sólidos · Por tramo',
    ]);
  });
});

describe('the frame of the pages', () => {
  it('knows what an address names', () => {
    expect(parametersOf('/settlement/:number/:supplier', '/settlement/3/M%2F1'))
      .toEqual({ number: '3', supplier: 'M/1' });
    expect(parametersOf('/settlement/:number', '/settlement')).toBeUndefined();
    expect(parametersOf('/settlement/:number', '/settlement/%E0%A4%A')).toBeUndefined();
    expect(parametersOf('/', '/')).toEqual({});
  });

  it('offers only what the role may use', () => {
    const paths = (role: 'collector' | 'administrator') =>
      placesFor(es, (use) => may([role], use)).flatMap((group) => group.places)
        .map((place) => place.path);
    expect(paths('collector')).toContain('/deliveries');
    expect(paths('collector')).not.toContain('/balances');
    expect(paths('administrator')).toContain('/people');
    expect(may([], 'home')).toBe(false);
  });

  it('shows where a settlement stands', () => {
    const money = { amount: '1.00', currency: 'PEN' };
    const summary = the('SettlementSummary', { settlement: 3, product: 'milk',
      first: '2025-07-01', last: '2025-07-15', state: 'approved', computed_by: 'Rosa',
      computed_at: '2025-07-16T14:00:00.000Z', approved_by: 'Carmen',
      approved_at: '2025-07-16T15:00:00.000Z', outdated: false, producers: 1, deliveries: 1,
      quantity: '1.000', gross: money, deducted: money, net: money, digest: 'ab' });
    const steps = stepsOf(summary, es, (instant) => instant.slice(11, 16));
    expect(steps.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'Calculada done', 'Aprobada done', 'Por registrar now',
    ]);
    expect(steps[1]?.note).toBe('Carmen, 15:00');
  });

  it('has samples that fit their schemas', () => {
    expect(samples()).toBeDefined();
  });
});
