import { describe, expect, it } from 'vitest';
import { base64 } from './base64';
import { titlesOf } from './csv_header';
import { flowBars, reach } from './flow';
import { problemsAt, problemsElsewhere } from './problems';
import { matches, orderFrom, orderText, sorted } from './table';
import { uuid } from './uuid';
import { the } from './validation/the';

describe('uuid', () => {
  it('begins with the moment and says that it is of version 7', () => {
    const made = uuid(0x0197c1a2b3c4, new Uint8Array(10).fill(0xff));
    expect(made).toBe('0197c1a2-b3c4-7fff-bfff-ffffffffffff');
  });
});

describe('base64', () => {
  it('holds every byte of a file larger than one slice', () => {
    const bytes = Uint8Array.from({ length: 70_001 }, (_, place) => place % 256);
    const back = Uint8Array.from(atob(base64(bytes)), (letter) => letter.charCodeAt(0));
    expect(back).toEqual(bytes);
  });
});

describe('the titles of a file', () => {
  it('are found with any delimiter, quotes and a mark at the start', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(titlesOf(bytes('\ufeffFecha;"Código";Kilos\r\n1;2;3'))).toEqual([
      'Fecha', 'Código', 'Kilos',
    ]);
    expect(titlesOf(bytes('day\tkg\n'))).toEqual(['day', 'kg']);
    expect(titlesOf(bytes(''))).toEqual([]);
    expect(titlesOf(bytes('sep=;\r\na,b,c;d\r\n'))).toEqual(['a,b,c', 'd']);
  });
});

describe('problems', () => {
  const problems = ['/amount/currency', '/amounts', ''].map((where) => ({
    code: 'x', where, detail: '', text: '',
  }));

  it('stand at their field, and the rest elsewhere', () => {
    expect(problemsAt(problems, '/amount').map((each) => each.where)).toEqual(['/amount/currency']);
    expect(problemsElsewhere(problems, ['/amount']).map((each) => each.where))
      .toEqual(['/amounts', '']);
  });
});

describe('table', () => {
  it('keeps its order in an address', () => {
    expect(orderFrom('-net')).toEqual({ column: 'net', falling: true });
    expect(orderText({ column: 'net', falling: true })).toBe('-net');
    expect(orderFrom('')).toBeUndefined();
    expect(orderFrom(null)).toBeUndefined();
  });

  it('orders codes as people count and names without regard to accents', () => {
    const codes = ['M-10', 'M-9', 'M-100'];
    expect(sorted(codes, (code) => code, false, 'es')).toEqual(['M-9', 'M-10', 'M-100']);
    expect(sorted([3n, 20n, -1n], (amount) => amount, true, 'es')).toEqual([20n, 3n, -1n]);
  });

  it('finds a name however it is typed', () => {
    expect(matches('huaman rosa', ['M-1', 'Rosa Huamán'])).toBe(true);
    expect(matches('huaman pedro', ['M-1', 'Rosa Huamán', undefined])).toBe(false);
    expect(matches('', [])).toBe(true);
  });
});

describe('flow', () => {
  const money = (amount: string) => ({ amount, currency: 'PEN' });
  const flow = (kind: string, amount: string) => the('FlowView', {
    kind, label: kind, producers: 1, amount: money(amount), carried: money('0.00'),
  });

  it('lets each bar begin where the one before ended', () => {
    const flows = [flow('milk', '80.00'), flow('late', '20.00'), flow('deduction', '25.00')];
    expect(flowBars(flows).map(({ start, width }) => [start, width]))
      .toEqual([[0, 80], [80, 20], [75, 25]]);
    expect(reach(the('Money', money('75.00')), flows)).toBe(75);
  });
});
