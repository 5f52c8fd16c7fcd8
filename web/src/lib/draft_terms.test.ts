import { describe, expect, it } from 'vitest';
import { blankRule, blankTerm, draftsFrom, fieldsOf, moved, newDraft, priceOf, termOf,
  waterfallOf } from './draft_terms';
import { draftsPlace, keepDrafts, keptDrafts } from './drafts';
import { the } from './validation/the';

const price = the('PriceTerms', {
  currency: 'PEN', rounding: 'half_even', rounding_point: 'delivery', terms: [
    { kind: 'base', price: '1.45' },
    { kind: 'base', index: 'GDT', factor: '0.5', differential: '-0.1' },
    { kind: 'per_point', attribute: 'solids', standard: '12.00', point: '0.10', rate: '0.009',
      whole_points: true, statistic: 'period_mean', missing: 'last_three' },
    { kind: 'band', attribute: 'scc', statistic: 'sample', missing: 'standard', standard: '300',
      bands: [{ to: '200', rate: '0.03' }, { from: '200', rate: '-0.05' }] },
    { kind: 'band', volume: 'organisation', bands: [{ rate: '0' }] },
    { kind: 'component', attribute: 'fat', rate: '14', density: '1.03', statistic: 'sample',
      missing: 'nothing' },
    { kind: 'grade', attribute: 'grade', grades: [{ grade: 1, rate: '0.1' }],
      statistic: 'sample', missing: 'refuse' },
    { kind: 'premium', certificate: 'tb_free', rate: '0.02' },
    { kind: 'floor', price: '1.10' }, { kind: 'ceiling', price: '2.10' },
  ],
});
const waterfall = the('WaterfallTerms', {
  rounding: 'down', cap: '0.5', floor: '0.60', rules: [
    { code: 'transport', name: 'Flete', kind: 'own_service', basis: 'per_unit', price: '0.03',
      applies_to: 'everyone', rank: 1, under_cap: false, above_floor: false },
    { code: 'tax', name: 'IR', kind: 'tax', basis: 'of_gross', rate: '0.015', creditor: 'SUNAT',
      applies_to: 'everyone', rank: 2, under_cap: true, above_floor: true },
  ],
});
const about = { id: 1, name: 'Gloria 2027', product: 'milk', of: 'member' as const };
const draft = newDraft(about, { price, waterfall });

describe('a draft of terms', () => {
  it('is sent as the version that it began with, as long as nothing is changed', () => {
    expect(priceOf(draft, 'PEN')).toEqual(price);
    expect(waterfallOf(draft)).toEqual(waterfall);
  });

  it('sends what its form shows, and nothing that a field held before', () => {
    const base = { ...blankTerm('base', 1), price: '1,45', index: 'GDT', by_index: false };
    expect(termOf(base)).toEqual({ kind: 'base', price: '1.45' });
    expect(termOf({ ...base, by_index: true })).toEqual({ kind: 'base', index: 'GDT' });
    expect(fieldsOf(blankTerm('premium', 1))).toEqual(['certificate', 'rate']);
  });

  it('leaves out what is empty, for the server to miss it', () => {
    expect(termOf(blankTerm('floor', 1))).toEqual({ kind: 'floor' });
    const band = { ...blankTerm('band', 1), bands: [{ key: 1, from: ' ', to: '3,5', rate: '' }] };
    expect(termOf(band).bands).toEqual([{ to: '3.5', rate: '' }]);
    const grade = { ...blankTerm('grade', 1), grades: [{ key: 1, grade: 'A', rate: '1' }] };
    expect(JSON.stringify(termOf(grade).grades)).toBe('[{"grade":null,"rate":"1"}]');
  });

  it('gives a new deduction a code and a rank that no other one has', () => {
    const { rules } = draft.waterfall;
    const tax = blankRule('tax', 'Impuesto', rules);
    expect(tax).toMatchObject({ key: 3, code: 'tax_2', rank: '3', basis: 'of_gross' });
    expect(blankRule('capital', 'Aporte', rules).applies_to).toBe('members');
  });

  it('moves a rule by one, and never off its list', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
});

describe('kept drafts', () => {
  function storage(full = false): Storage {
    const all = new Map<string, string>();
    return {
      get length() { return all.size; },
      clear: () => all.clear(), key: () => null,
      getItem: (place) => all.get(place) ?? null,
      removeItem: (place) => void all.delete(place),
      setItem: (place, text) => {
        if (full) throw new DOMException('full', 'QuotaExceededError');
        all.set(place, text);
      },
    };
  }
  const place = draftsPlace(1, 'rosa');

  it('come back as they were typed, to the same person in the same organisation', () => {
    const device = storage();
    const half = { ...draft, terms: [{ ...blankTerm('base', 1), price: '1,4x' }] };
    expect(keepDrafts(device, place, [half])).toBe(true);
    expect(keptDrafts(device, place)).toEqual([half]);
    expect(keptDrafts(device, draftsPlace(2, 'rosa'))).toEqual([]);
    expect(keptDrafts(device, draftsPlace(1, 'luis'))).toEqual([]);
    keepDrafts(device, place, []);
    expect(device.length).toBe(0);
  });

  it('are none when they cannot be read, and say when they cannot be kept', () => {
    const device = storage();
    for (const text of ['{', '{}', '[{"id":1}]', JSON.stringify([{ ...draft, of: 'me' }])]) {
      device.setItem(place, text);
      expect(keptDrafts(device, place)).toEqual([]);
    }
    expect(keepDrafts(storage(true), place, [draft])).toBe(false);
    expect(draftsFrom([draft]).ok).toBe(true);
  });
});
