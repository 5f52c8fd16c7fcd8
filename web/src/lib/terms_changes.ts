// What a draft changes against the version that is in force, in words: what is signed is read
// first.
import type { PriceTerms, Term, WaterfallTerms } from '../api/generated';
import { ruleWords, termWords, type TermContext } from './term_words';

/** One difference: what it is about, and how it was and will be; new or gone without the other. */
export interface Change {
  readonly what: string;
  readonly was: readonly string[];
  readonly is: readonly string[];
}
/** Both parts of purchase terms; an agreement has only a price. */
export interface Terms {
  readonly price: PriceTerms;
  readonly waterfall?: WaterfallTerms | undefined;
}
interface Said {
  readonly key: string;
  readonly what: string;
  readonly how: readonly string[];
}

/** The same thing in two versions: the first base is the first base, whatever its price. */
function saidOf(terms: readonly Term[], context: TermContext): readonly Said[] {
  const counts = new Map<string, number>();
  return terms.map((term) => {
    const about = term.attribute ?? term.certificate ?? term.volume ?? '';
    const count = counts.get(`${term.kind} ${about}`) ?? 0;
    counts.set(`${term.kind} ${about}`, count + 1);
    const { name, how, rows } = termWords(term, context);
    return { key: `${term.kind} ${about} ${count}`, what: name,
      how: [...how, ...rows.map(({ band, adds }) => `${band}: ${adds}`)] };
  });
}

function rulesOf(waterfall: WaterfallTerms | undefined, context: TermContext): readonly Said[] {
  const { t, format, currency, product } = context;
  if (!waterfall) return [];
  const limits = [
    waterfall.cap ? t.terms.cap(format.rate(waterfall.cap)) : t.terms.no_cap,
    waterfall.floor
      ? t.terms.floor(format.price(waterfall.floor, currency), product?.unit ?? '')
      : t.terms.no_floor,
  ];
  const rules = waterfall.rules.map((rule) => {
    const { asks, limits: within } = ruleWords(rule, context);
    const how = [rule.name, t.word.deduction[rule.kind], asks, t.terms.applies_to[rule.applies_to],
      `${t.terms.rank} ${rule.rank}`, within];
    return { key: `rule ${rule.code}`, what: rule.name, how };
  });
  const rounding = [t.word.rounding[waterfall.rounding]];
  return [...rules, { key: 'limits', what: t.terms.limits, how: limits },
    { key: 'rounding', what: t.workshop.rounding_deductions, how: rounding }];
}

function allOf({ price, waterfall }: Terms, context: TermContext): readonly Said[] {
  const { t } = context;
  return [
    ...saidOf(price.terms, context),
    { key: 'price rounding', what: t.workshop.rounding,
      how: [t.word.rounding_point[price.rounding_point], t.word.rounding[price.rounding]] },
    ...rulesOf(waterfall, context),
  ];
}

/** Every difference between two versions, in the order of the new one; what is gone stands last. */
export function changesOf(
  before: Terms | undefined, after: Terms, context: TermContext,
): readonly Change[] {
  const old = new Map((before ? allOf(before, context) : []).map((said) => [said.key, said]));
  const isNew = allOf(after, context).flatMap(({ key, what, how }) => {
    const was = old.get(key)?.how ?? [];
    old.delete(key);
    const wasOnly = was.filter((each) => !how.includes(each));
    const isOnly = how.filter((each) => !was.includes(each));
    return wasOnly.length + isOnly.length === 0 ? [] : [{ what, was: wasOnly, is: isOnly }];
  });
  const inOrder = orderChange(before, after, context);
  const gone = [...old.values()].map(({ what, how }) => ({ what, was: how, is: [] }));
  return [...isNew, ...inOrder, ...gone];
}

/** Rules are applied in their order: another order of the same rules is a change, too. */
function orderChange(
  before: Terms | undefined, after: Terms, context: TermContext,
): readonly Change[] {
  if (!before) return [];
  const [was, is] = [saidOf(before.price.terms, context), saidOf(after.price.terms, context)];
  const both = (one: readonly Said[], other: readonly Said[]) =>
    one.filter(({ key }) => other.some((each) => each.key === key)).map(({ what }) => what);
  const [old, now] = [both(was, is), both(is, was)];
  return old.join() === now.join() ? []
    : [{ what: context.t.workshop.order, was: [old.join(' → ')], is: [now.join(' → ')] }];
}
