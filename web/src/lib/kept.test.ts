import { describe, expect, it } from 'vitest';
import { fitted, forgetKept, placeOf, readKept, writeKept } from './kept';

/** What a browser keeps, as far as it is used here. */
function store(limit = Infinity) {
  const all = new Map<string, string>();
  return {
    get length() { return all.size; },
    key: (place: number) => [...all.keys()][place] ?? null,
    getItem: (name: string) => all.get(name) ?? null,
    setItem: (name: string, text: string) => {
      if (text.length > limit) throw new Error('QuotaExceededError');
      all.set(name, text);
    },
    removeItem: (name: string) => void all.delete(name),
  };
}

describe('what was typed', () => {
  const place = placeOf('rosa', 1, '/vouchers', 'propose_voucher');

  it('stands there again, with what was sent of it', () => {
    const kept = store();
    const sent = { body: '{"amount":"3.50"}', key: 'k' };
    writeKept(kept, place, { at: 5, typed: { amount: '3,50' }, sent });
    expect(readKept(kept, place)).toEqual({ at: 5, typed: { amount: '3,50' }, sent });
  });

  it('is another one for each user, organisation, page and form', () => {
    const places = [place, placeOf('rosa', 2, '/vouchers', 'propose_voucher'),
      placeOf('luis', 1, '/vouchers', 'propose_voucher'), placeOf('rosa', 1, '/a b', 'c'),
      placeOf('rosa', 1, '/a', 'b c')];
    expect(new Set(places).size).toBe(places.length);
  });

  it.each(['', '{', '[]', '{"at":"today","typed":1}', '{"at":1}', 'null'])(
    'that cannot be read is none: %s', (text) => {
      const kept = store();
      kept.setItem(place, text);
      expect(readKept(kept, place)).toBeUndefined();
    });

  it('without a place is no fault of who types', () => {
    const kept = store(10);
    expect(() => writeKept(kept, place, { at: 5, typed: 'a long text' })).not.toThrow();
    expect(readKept(kept, place)).toBeUndefined();
  });

  it('leaves out a body as large as a file', () => {
    const kept = store();
    writeKept(kept, place, { at: 5, typed: 1, sent: { body: 'x'.repeat(30_000), key: 'k' } });
    expect(readKept(kept, place)).toEqual({ at: 5, typed: 1 });
  });

  it('is forgotten as a whole, and nothing else with it', () => {
    const kept = store();
    writeKept(kept, place, { at: 1, typed: 1 });
    writeKept(kept, placeOf('luis'), { at: 1, typed: 1 });
    kept.setItem('other', 'stays');
    forgetKept(kept);
    expect(kept.length).toBe(1);
    expect(kept.getItem('other')).toBe('stays');
  });
});

describe('what an older version of a form kept', () => {
  const now = { name: '', kind: 'advance', chosen: undefined, lines: [{ amount: '' }],
    readings: {}, advance: false };

  it('is taken where it fits', () => {
    const was = { name: 'Rosa', kind: 3, chosen: 'opening', gone: 'x',
      lines: [{ amount: '5', gone: 1 }, { amount: '6' }], readings: { fat: '3.9' }, advance: true };
    expect(fitted(now, was)).toEqual({ name: 'Rosa', kind: 'advance', chosen: 'opening',
      lines: [{ amount: '5' }, { amount: '6' }], readings: { fat: '3.9' }, advance: true });
  });

  it.each([undefined, null, 'text', 4, []])('changes nothing when it is %j', (was) => {
    expect(fitted(now, was)).toEqual(now);
  });
});
