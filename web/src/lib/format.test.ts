import { describe, expect, it } from 'vitest';
import { plusDays } from './dates';
import { Format } from './format';
import { the } from './validation/the';

const spanish = new Format('es-PE');
const english = new Format('en');
const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ');

describe('format', () => {
  it('writes money as Peru writes it', () => {
    const money = the('Money', { amount: '-1234.50', currency: 'PEN' });
    expect(plain(spanish.money(money))).toBe('-S/ 1,234.50');
    expect(plain(english.money(money))).toBe('-PEN 1,234.50');
    expect(spanish.bare(money)).toBe('-1,234.50');
  });

  it('keeps every céntimo of an amount that no floating point could hold', () => {
    const money = the('Money', { amount: '90071992547409.93', currency: 'PEN' });
    expect(spanish.bare(money)).toBe('90,071,992,547,409.93');
  });

  it('shows a price with the places it has', () => {
    expect(plain(spanish.price(the('Price', '1.463500'), 'PEN'))).toBe('S/ 1.4635');
    expect(plain(spanish.price(the('Price', '0.0135'), 'PEN', true))).toBe('+S/ 0.0135');
    expect(spanish.quantity(the('Quantity', '1402.600'))).toBe('1,402.6');
    expect(plain(spanish.rate(the('Rate', '0.40')))).toBe('40%');
    expect(spanish.count('3.50')).toBe('3.50');
    expect(spanish.count('12.0..12.5')).toBe('12.0..12.5');
  });

  it('writes days and periods in the language of the reader', () => {
    const first = the('Date', '2025-07-01');
    expect(spanish.date(first)).toBe('1 de julio de 2025');
    expect(spanish.date(first, 'weekday')).toBe('martes, 1 de julio');
    expect(spanish.period(first, plusDays(first, 14))).toBe('1–15 de julio de 2025');
    expect(plain(english.period(first, plusDays(first, 14)))).toBe('July 1 – 15, 2025');
  });

  it('writes a moment in the time zone of the organisation', () => {
    const late = the('Instant', '2025-07-01T04:30:00.000Z');
    expect(plain(spanish.instant(late, 'America/Lima'))).toContain('30 jun');
  });

  it('moves days over the ends of months and years', () => {
    expect(plusDays(the('Date', '2024-02-28'), 1)).toBe('2024-02-29');
    expect(plusDays(the('Date', '2025-01-01'), -1)).toBe('2024-12-31');
  });
});
