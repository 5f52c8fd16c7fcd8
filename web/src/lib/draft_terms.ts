// Price terms as they are being written: every field a text that may still be unfinished. Which
// fields a rule has is only how its form looks; whether the terms are sound, the server says.
import {
  shapes, type DeductionBasis, type DeductionKind, type DeductionRule, type PriceTerms,
  type Statistic, type Term, type TermKind, type WaterfallTerms, type WhenMissing,
} from '../api/generated';
import { movedPoint, typedDecimal } from './decimal';
import type { Entered } from './validation/brand';
import { validatorOf } from './validation/validate';

export interface DraftBand {
  key: number;
  from: string;
  to: string;
  rate: string;
}
export interface DraftGrade {
  key: number;
  grade: string;
  rate: string;
}
/** One rule of a price. */
export interface DraftTerm {
  key: number;
  kind: TermKind;
  by_index: boolean;
  price: string;
  index: string;
  factor: string;
  differential: string;
  attribute: string;
  volume: string;
  standard: string;
  point: string;
  whole_points: boolean;
  rate: string;
  density: string;
  statistic: Statistic;
  missing: WhenMissing;
  certificate: string;
  bands: DraftBand[];
  grades: DraftGrade[];
}
/** One rule of the waterfall; its rate in percent, as people say it. */
export interface DraftRule {
  key: number;
  code: string;
  name: string;
  kind: DeductionKind;
  basis: DeductionBasis;
  price: string;
  percent: string;
  applies_to: DeductionRule['applies_to'];
  rank: string;
  under_cap: boolean;
  above_floor: boolean;
  creditor: string;
}
/** Whose terms they are to be: those of the members, of other suppliers, or of a buyer. */
export type DraftFor = 'member' | 'supplier' | 'buyer';

/** Terms that nobody has signed, under the name that their author gave them. */
export interface Draft {
  id: number;
  name: string;
  product: string;
  of: DraftFor;
  buyer: string;
  effective: string;
  signed_on: string;
  rounding: PriceTerms['rounding'];
  rounding_point: PriceTerms['rounding_point'];
  terms: DraftTerm[];
  waterfall: {
    rounding: WaterfallTerms['rounding'];
    cap: string;
    floor: string;
    rules: DraftRule[];
  };
}

const draftShapes = {
  DraftBand: { key: 'integer', from: 'string', to: 'string', rate: 'string' },
  DraftGrade: { key: 'integer', grade: 'string', rate: 'string' },
  DraftTerm: {
    key: 'integer', kind: shapes.TermKind, by_index: 'boolean', price: 'string', index: 'string',
    factor: 'string', differential: 'string', attribute: 'string', volume: 'string',
    standard: 'string', point: 'string', whole_points: 'boolean', rate: 'string',
    density: 'string', statistic: shapes.Statistic, missing: shapes.WhenMissing,
    certificate: 'string', bands: 'DraftBand[]', grades: 'DraftGrade[]',
  },
  DraftRule: {
    key: 'integer', code: 'string', name: 'string', kind: shapes.DeductionKind,
    basis: shapes.DeductionBasis, price: 'string', percent: 'string',
    applies_to: shapes.AppliesTo, rank: 'string', under_cap: 'boolean', above_floor: 'boolean',
    creditor: 'string',
  },
  DraftWaterfall: {
    rounding: shapes.Rounding, cap: 'string', floor: 'string', rules: 'DraftRule[]',
  },
  Draft: {
    id: 'integer', name: 'string', product: 'string', of: ['member', 'supplier', 'buyer'],
    buyer: 'string', effective: 'string', signed_on: 'string', rounding: shapes.Rounding,
    rounding_point: shapes.RoundingPoint, terms: 'DraftTerm[]', waterfall: 'DraftWaterfall',
  },
} as const;

/** Drafts as they were kept, or why they are none. */
export const draftsFrom = validatorOf<Draft[]>('Draft[]', draftShapes);

/** A key that no other row of a list has. */
export const nextKey = (rows: readonly { readonly key: number }[]): number =>
  rows.reduce((most, { key }) => Math.max(most, key), 0) + 1;

/** A rule of which nothing is written yet. */
export const blankTerm = (kind: TermKind, key: number): DraftTerm => ({
  key, kind, by_index: false, price: '', index: '', factor: '', differential: '', attribute: '',
  volume: '', standard: '', point: '', whole_points: false, rate: '', density: '',
  statistic: 'sample', missing: 'nothing', certificate: '',
  bands: kind === 'band' ? [{ key: 1, from: '', to: '', rate: '0' }] : [], grades: [],
});

/** A deduction of a kind, served after all others. */
export function blankRule(
  kind: DeductionKind, name: string, rules: readonly DraftRule[],
): DraftRule {
  const taken = new Set(rules.map(({ code }) => code));
  let code: string = kind;
  for (let other = 2; taken.has(code); other += 1) code = `${kind}_${other}`;
  const ranks = rules.map(({ rank }) => Number(rank)).filter((rank) => Number.isSafeInteger(rank));
  const isOwn = kind === 'own_service' || kind === 'retention' || kind === 'tax';
  return {
    key: nextKey(rules), code, name, kind, basis: isOwn ? 'of_gross' : 'obligation', price: '',
    percent: '', applies_to: kind === 'capital' ? 'members' : 'everyone',
    rank: String(Math.max(0, ...ranks) + 1), under_cap: true, above_floor: true, creditor: '',
  };
}

export function draftTerm(term: Term, key: number): DraftTerm {
  const { bands, grades, kind, ...rest } = term;
  return {
    ...blankTerm(kind, key), ...rest, by_index: term.index !== undefined,
    volume: term.volume ?? '', whole_points: term.whole_points ?? false,
    statistic: term.statistic ?? 'sample', missing: term.missing ?? 'nothing',
    bands: (bands ?? []).map((band, place) =>
      ({ key: place + 1, from: band.from ?? '', to: band.to ?? '', rate: band.rate })),
    grades: (grades ?? []).map((grade, place) =>
      ({ key: place + 1, grade: String(grade.grade), rate: grade.rate })),
  };
}

const draftRule = (rule: DeductionRule, key: number): DraftRule => ({
  key, code: rule.code, name: rule.name, kind: rule.kind, basis: rule.basis,
  price: rule.price ?? '', percent: rule.rate === undefined ? '' : movedPoint(rule.rate, 2),
  applies_to: rule.applies_to, rank: String(rule.rank), under_cap: rule.under_cap,
  above_floor: rule.above_floor, creditor: rule.creditor ?? '',
});

/** What a draft begins with: a version that was signed, or an empty sheet with a base price. */
export function newDraft(
  about: Pick<Draft, 'id' | 'name' | 'product' | 'of'> & { readonly buyer?: string },
  from: { readonly price?: PriceTerms; readonly waterfall?: WaterfallTerms } = {},
): Draft {
  const { price, waterfall } = from;
  return {
    buyer: '', ...about, effective: '', signed_on: '',
    rounding: price?.rounding ?? 'half_even', rounding_point: price?.rounding_point ?? 'delivery',
    terms: price ? price.terms.map((term, place) => draftTerm(term, place + 1))
      : [blankTerm('base', 1)],
    waterfall: {
      rounding: waterfall?.rounding ?? 'half_even',
      cap: waterfall?.cap === undefined ? '' : movedPoint(waterfall.cap, 2),
      floor: waterfall?.floor ?? '',
      rules: (waterfall?.rules ?? []).map((rule, place) => draftRule(rule, place + 1)),
    },
  };
}

export type TermField =
  'by_index' | 'price' | 'index' | 'factor' | 'differential' | 'over' | 'standard' | 'point' |
  'whole_points' | 'rate' | 'density' | 'statistic' | 'missing' | 'certificate';

/** The fields of the form of a rule, beside its table. */
export function fieldsOf(term: DraftTerm): readonly TermField[] {
  const quality: readonly TermField[] = ['statistic', 'missing',
    ...(term.missing === 'standard' && term.kind !== 'per_point' ? ['standard' as const] : [])];
  switch (term.kind) {
    case 'base': return term.by_index
      ? ['by_index', 'index', 'factor', 'differential'] : ['by_index', 'price'];
    case 'per_point':
      return ['over', 'standard', 'point', 'rate', 'whole_points', ...quality];
    case 'band': return term.volume ? ['over'] : ['over', ...quality];
    case 'component': return ['over', 'rate', 'density', ...quality];
    case 'grade': return ['over', ...quality];
    case 'premium': return ['certificate', 'rate'];
    case 'floor':
    case 'ceiling': return ['price'];
  }
}

const decimals: ReadonlySet<string> = new Set(
  ['price', 'factor', 'differential', 'standard', 'point', 'rate', 'density']);

/** Only what was typed: an empty field is one that is missing. */
function typed(name: string, value: string): Record<string, string> {
  const text = decimals.has(name) ? typedDecimal(value) : value.trim();
  return text === '' ? {} : { [name]: text };
}

/** The rule as it is sent: what its form shows, and nothing else. */
export function termOf(term: DraftTerm): Entered<Term> {
  const told = fieldsOf(term).flatMap((field): readonly object[] => {
    if (field === 'by_index') return [];
    if (field === 'over') {
      return [term.volume ? { volume: term.volume } : typed('attribute', term.attribute)];
    }
    if (field === 'whole_points') return term.whole_points ? [{ whole_points: true }] : [];
    return [typed(field, term[field])];
  });
  const tables = {
    ...(term.kind === 'band' ? { bands: term.bands.map(({ from, to, rate }) => ({
      ...(from.trim() ? { from: typedDecimal(from) } : {}),
      ...(to.trim() ? { to: typedDecimal(to) } : {}), rate: typedDecimal(rate),
    })) } : {}),
    ...(term.kind === 'grade' ? { grades: term.grades.map(({ grade, rate }) => ({
      grade: wholeNumber(grade), rate: typedDecimal(rate),
    })) } : {}),
  };
  return Object.assign({ kind: term.kind }, ...told, tables) as Entered<Term>;
}

/** What is no whole number is sent as none, and refused at its own place. */
const wholeNumber = (text: string): number =>
  /^\s*-?[0-9]{1,9}\s*$/.test(text) ? Number(text) : Number.NaN;

/** The price part of a draft as it is sent. */
export const priceOf = (draft: Draft, currency: string): Entered<PriceTerms> => ({
  currency, rounding: draft.rounding, rounding_point: draft.rounding_point,
  terms: draft.terms.map(termOf),
});

function ruleOf(rule: DraftRule): Entered<DeductionRule> {
  const { code, name, kind, basis, price, percent, applies_to, creditor } = rule;
  return {
    code: code.trim(), name: name.trim(), kind, basis, applies_to,
    rank: wholeNumber(rule.rank), under_cap: rule.under_cap, above_floor: rule.above_floor,
    ...(basis === 'per_unit' && price.trim() ? { price: typedDecimal(price) } : {}),
    ...(basis === 'of_gross' && percent.trim()
      ? { rate: movedPoint(typedDecimal(percent), -2) } : {}),
    ...(kind === 'tax' && creditor.trim() ? { creditor: creditor.trim() } : {}),
  };
}

/** The waterfall part of a draft as it is sent. */
export const waterfallOf = ({ waterfall }: Draft): Entered<WaterfallTerms> => ({
  rounding: waterfall.rounding,
  ...(waterfall.cap.trim() ? { cap: movedPoint(typedDecimal(waterfall.cap), -2) } : {}),
  ...(waterfall.floor.trim() ? { floor: typedDecimal(waterfall.floor) } : {}),
  rules: waterfall.rules.map(ruleOf),
});

/** The list with the row at a place moved by one, up or down. */
export function moved<Row>(rows: readonly Row[], place: number, by: -1 | 1): Row[] {
  const other = place + by;
  const [one, two] = [rows[place], rows[other]];
  if (one === undefined || two === undefined) return [...rows];
  return rows.map((row, each) => (each === place ? two : each === other ? one : row));
}
