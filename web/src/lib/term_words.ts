// A rule of signed price terms in words. Read only: what it does to a price, the server decides.
import { ownWord } from './own_word';
import type { Attribute, Band, DeductionRule, ProductView, Term } from '../api/generated';
import type { Format } from './format';
import type { Texts } from './i18n/rooms';

/** What is needed to put terms into words. */
export interface TermContext {
  readonly t: Texts;
  readonly format: Format;
  readonly currency: string;
  readonly product: ProductView | undefined;
}

/** A rule in words, with the rows of its table if it has one. */
export interface TermWords {
  readonly name: string;
  readonly how: readonly string[];
  readonly rows: readonly { readonly band: string; readonly adds: string }[];
}

type Maker = (term: Term, context: TermContext) => readonly string[];

const attributeOf = (term: Term, product: ProductView | undefined): Attribute | undefined =>
  product?.attributes.find((each) => each.code === term.attribute);

const withUnit = (text: string, unit: string | undefined, format: Format): string =>
  unit ? `${format.count(text)} ${unit}` : format.count(text);

const makers: Record<Term['kind'], Maker> = {
  base: ({ price, index, factor, differential }, { t, format, currency, product }) => {
    if (price) return [t.terms.fixed(format.price(price, currency), product?.unit ?? '')];
    const added = differential ? format.price(differential, currency) : '0';
    return [t.terms.on_index(index ?? '', format.count(factor ?? '1'), added)];
  },
  per_point: (term, { t, format, currency, product }) => {
    const unit = attributeOf(term, product)?.unit;
    const rate = term.rate ? format.price(term.rate, currency) : '';
    const point = withUnit(term.point ?? '', unit, format);
    return [t.terms.per_point(rate, point, withUnit(term.standard ?? '', unit, format)),
      ...(term.whole_points ? [t.terms.whole_points] : [])];
  },
  component: (term, { t, format, currency, product }) => [
    t.terms.component(term.rate ? format.price(term.rate, currency) : '',
      attributeOf(term, product)?.name ?? term.attribute ?? ''),
  ],
  premium: ({ rate }, { t, format, currency }) =>
    [t.terms.premium(rate ? format.price(rate, currency, true) : '')],
  floor: ({ price }, { t, format, currency }) =>
    [t.terms.at_least(price ? format.price(price, currency) : '')],
  ceiling: ({ price }, { t, format, currency }) =>
    [t.terms.at_most(price ? format.price(price, currency) : '')],
  band: ({ volume }, { t }) => (volume ? [t.terms.volume[volume]] : []),
  grade: () => [],
};

function bandText(band: Band, unit: string, t: Texts, format: Format): string {
  const from = band.from === undefined ? '' : withUnit(band.from, unit, format);
  const to = band.to === undefined ? '' : withUnit(band.to, unit, format);
  if (!from && !to) return t.common.all;
  if (!from) return t.price.below(to);
  return to ? t.price.between(from, to) : t.price.from(from);
}

export function termWords(term: Term, context: TermContext): TermWords {
  const { t, format, currency, product } = context;
  const attribute = attributeOf(term, product);
  const unit = term.volume ? product?.unit ?? '' : attribute?.unit ?? '';
  const certificate =
    term.certificate && (ownWord(t.word.certificate, term.certificate) ?? term.certificate);
  const subject = certificate || attribute?.name || term.attribute;
  const kind = t.word.term[term.kind];
  return {
    name: subject ? `${subject} · ${kind}` : kind,
    how: [
      ...makers[term.kind](term, context),
      ...(term.statistic && term.attribute ? [t.word.statistic[term.statistic]] : []),
      ...(term.missing && term.attribute ? [t.terms.when_missing[term.missing]] : []),
    ],
    rows: [
      ...(term.bands ?? []).map((band) => ({
        band: bandText(band, unit, t, format), adds: format.price(band.rate, currency, true),
      })),
      ...(term.grades ?? []).map((grade) => ({
        band: t.terms.grade_of(String(grade.grade)), adds: format.price(grade.rate, currency, true),
      })),
    ],
  };
}

/** How much a deduction asks, and within which limits. */
export function ruleWords(
  rule: DeductionRule, { t, format, currency, product }: TermContext,
): { readonly asks: string; readonly limits: string } {
  const asks = rule.price
    ? t.terms.fixed(format.price(rule.price, currency), product?.unit ?? '')
    : rule.rate ? t.terms.of_gross(format.rate(rule.rate)) : t.terms.basis[rule.basis];
  const limits = [
    ...(rule.under_cap ? [t.terms.under_cap] : []),
    ...(rule.above_floor ? [t.terms.above_floor] : []),
    ...(rule.creditor ? [t.terms.withheld_for(rule.creditor)] : []),
  ];
  return { asks, limits: limits.join(', ') || t.terms.no_limits };
}
