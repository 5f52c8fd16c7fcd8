import { describe, expect, it } from 'vitest';
import { check, choiceFrom, dateFrom, decimalFrom, idFrom, validator } from './validate';

const day = {
  day: '2025-07-01', morning: '10.300', evening: '0.000', rejected: '0.000',
  deliveries: 2, suppliers: 1,
};

describe('validator', () => {
  it('accepts what the document describes', () => {
    expect(validator('DaysView')({ days: [day] })).toEqual({ ok: true, value: { days: [day] } });
  });

  it.each([
    ['a number where decimal text is expected', { ...day, morning: 10.3 }, '/days/0/morning'],
    ['a member that nobody knows', { ...day, mood: 'good' }, '/days/0/mood'],
    ['a fraction for a count', { ...day, deliveries: 1.5 }, '/days/0/deliveries'],
    ['a text that is no date', { ...day, day: 'tomorrow' }, '/days/0/day'],
    ['nothing where something must be', { ...day, suppliers: undefined }, '/days/0/suppliers'],
    ['a list where an object must be', [day], '/days/0'],
  ])('refuses %s and says where', (_what, item, where) => {
    const read = validator('DaysView')({ days: [item] });
    expect(read.ok ? '' : read.error.where).toBe(where);
  });

  it('knows a choice and a member that may be absent', () => {
    const shapes = { Colour: ['red', 'blue'], Thing: { 'colour?': 'Colour' } };
    expect(check(shapes, 'Thing', {})).toBeNull();
    expect(check(shapes, 'Thing', { colour: 'blue' })).toBeNull();
    expect(check(shapes, 'Thing[]', [{ colour: 'green' }])?.where).toBe('/0/colour');
    expect(check(shapes, 'Missing', {})?.expected).toBe('Missing');
  });

  it('does not take what every object inherits for a member of the answer', () => {
    expect(check({}, { constructor: 'string' }, {})?.where).toBe('/constructor');
  });
});

describe('what comes from an address', () => {
  it('is an id only if it names something', () => {
    expect(idFrom('3')).toBe(3);
    for (const text of ['0', '-1', '1.5', '1e3', 'x', undefined]) {
      expect(idFrom(text)).toBeUndefined();
    }
  });

  it('is a date only if there is such a day', () => {
    expect(dateFrom('2025-07-01')).toBe('2025-07-01');
    expect(dateFrom('2025-13-01')).toBeUndefined();
    expect(dateFrom(null)).toBeUndefined();
  });

  it('is a choice or a decimal only if it is one', () => {
    expect(choiceFrom(['es', 'en'], 'en')).toBe('en');
    expect(choiceFrom(['es', 'en'], 'qu')).toBeUndefined();
    expect(decimalFrom('-1.50')).toBe('-1.50');
    expect(decimalFrom('1e5')).toBeUndefined();
  });
});
