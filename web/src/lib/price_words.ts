// What a line of a price explanation says. The figures are the server's; only the words are ours.
import { ownWord } from './own_word';
import type { PriceLine, ProductView } from '../api/generated';
import type { Format } from './format';
import type { Texts } from './i18n/rooms';

/** The line in words: what it is, how it was judged, and what to say if it added nothing. */
export interface PriceWords {
  readonly what: string;
  readonly detail: string;
  readonly still: string;
}

/** A value with the unit of its attribute. */
function measured(value: string, unit: string, format: Format): string {
  return unit ? `${format.reading(value)} ${unit}` : format.reading(value);
}

/** "12.0..12.5" in words; an open end has no number. */
export function bandWords(band: string, t: Texts, format: Format): string {
  const [from = '', to = ''] = band.split('..');
  if (from === '') return t.price.below(format.count(to));
  if (to === '') return t.price.from(format.count(from));
  return t.price.between(format.count(from), format.count(to));
}

function nameOf(line: PriceLine, product: ProductView | undefined, t: Texts): string {
  const code = line.attribute;
  if (code === undefined) {
    return line.kind === 'band' ? t.price.by_volume : t.word.term[line.kind];
  }
  if (line.kind === 'premium') return ownWord(t.word.certificate, code) ?? code;
  const attribute = product?.attributes.find((each) => each.code === code);
  return attribute?.name ?? code;
}

function judgement(line: PriceLine, unit: string, t: Texts, format: Format): string {
  if (line.missing) return t.price.missing;
  if (line.value === undefined) return '';
  const value = measured(line.value, unit, format);
  if (line.standard === undefined) return value;
  if (line.kind === 'band' || line.standard.includes('..')) {
    return t.price.in_band(value, bandWords(line.standard, t, format));
  }
  return t.price.against(value, measured(line.standard, unit, format));
}

export function priceWords(
  line: PriceLine, product: ProductView | undefined, t: Texts, format: Format,
): PriceWords {
  const still = line.kind === 'premium' ? t.price.not_held
    : line.kind === 'floor' || line.kind === 'ceiling' ? t.price.not_needed : t.price.nothing;
  if (line.kind === 'premium') return { what: nameOf(line, product, t), detail: '', still };
  if (line.kind === 'base') {
    const detail = line.attribute ? t.price.index(line.attribute) : '';
    return { what: t.word.term.base, detail, still };
  }
  const unit = product?.attributes.find((each) => each.code === line.attribute)?.unit ?? '';
  const statistic = line.statistic && line.statistic !== 'sample'
    ? t.word.statistic[line.statistic] : '';
  const detail = [judgement(line, unit, t, format), statistic].filter((part) => part).join('; ');
  return { what: nameOf(line, product, t), detail, still };
}
