import { describe, expect, it } from 'vitest';
import { DeliveryRows } from './delivery_rows';
import {
  analysedIn, boundsOf, cellsOf, faultOf, fieldOf, judged, placeAfter, samplesWithout,
} from './reading_sheet';
import { the } from './validation/the';

const fat = the('Attribute', {
  number: 1, code: 'fat', name: 'Grasa', unit: '%', decimals: 2, least: 50, most: 1200,
});
const cells = the('Attribute', {
  number: 2, code: 'scc', name: 'Células', unit: 'mil/ml', decimals: 0, least: 0, most: 9999,
});
const sample = { key: 'M-9 morning', supplier: 'M-9', name: 'Rosa', shift: 'morning' } as const;

describe('the samples without a reading', () => {
  it('are one of each supplier and shift, of milk that counts', () => {
    const rows = new DeliveryRows([fat]);
    let sequence = 0;
    const add = (supplier: string, more: object = {}) => rows.add([the('DeliveryView', {
      day: '2025-08-01', source: 1, sequence: (sequence += 1), supplier, name: 'Rosa',
      shift: 'morning', quantity: '5.000', outcome: 'accepted', readings: [], corrected: false,
      undone: false, ...more,
    })]);
    add('M-10');
    add('M-9');
    add('M-9');
    add('M-9', { shift: 'evening', outcome: 'rejected' });
    add('M-8', { corrected: true });
    add('M-7');
    add('M-7', { readings: [{ attribute: 'fat', value: '3.90' }] });
    expect(samplesWithout(rows, 'es-PE').map(({ key }) => key))
      .toEqual(['M-9 morning', 'M-10 morning']);
  });

  it('are told from those that were analysed', () => {
    const analysis = the('AnalysisView', {
      day: '2025-08-01', shift: 'morning', supplier: 'M-9', name: 'Rosa',
      readings: [{ attribute: 'fat', value: '3.90' }],
    });
    expect([sample, { ...sample, key: 'M-9 evening' }].map(({ key }) =>
      analysedIn([analysis]).has(key))).toEqual([true, false]);
  });
});

describe('a reading', () => {
  it.each([
    ['3,93', undefined], ['3.930', undefined], [' ', undefined], ['0.5', undefined],
    ['12', undefined], ['3.935', 'too_many_places'], ['12.01', 'outside'], ['-1', 'outside'],
    ['3.9.3', 'no_number'], ['abc', 'no_number'], ['1e3', 'no_number'], ['3.', 'no_number'],
    ['٣', 'no_number'],
  ])('typed as "%s" is at fault: %s', (text, fault) => {
    expect(faultOf(text, fat)).toBe(fault);
  });

  it('is told its bounds, and is whole where the product has no places', () => {
    expect(boundsOf(fat)).toEqual(['0.50', '12.00']);
    expect(boundsOf(cells)).toEqual(['0', '9999']);
    expect(faultOf('120.5', cells)).toBe('too_many_places');
    expect(faultOf('120.0', cells)).toBeUndefined();
  });

  it('is sent with the others of its sample, unless one is at fault', () => {
    const typed = { [fieldOf(sample, fat)]: '3,93', [fieldOf(sample, cells)]: ' ' };
    expect(judged(sample, [fat, cells], typed))
      .toEqual({ readings: [{ attribute: 'fat', value: '3.93' }], isFaulty: false });
    expect(judged(sample, [fat, cells], { ...typed, [fieldOf(sample, cells)]: 'x' }).isFaulty)
      .toBe(true);
    expect(judged(sample, [fat, cells], {})).toEqual({ readings: [], isFaulty: false });
  });
});

describe('keys in a sheet', () => {
  const press = (key: string, more: object = {}) =>
    placeAfter({ key, shift: false, atStart: false, atEnd: false, ...more },
      { row: 5, column: 2 }, 0);

  it('move as in a spreadsheet', () => {
    expect(press('Enter')).toEqual({ row: 6, column: 0 });
    expect(press('Enter', { shift: true })).toEqual({ row: 4, column: 0 });
    expect(press('ArrowDown')).toEqual({ row: 6, column: 2 });
    expect(press('ArrowUp')).toEqual({ row: 4, column: 2 });
    expect(press('ArrowRight', { atEnd: true })).toEqual({ row: 5, column: 3 });
    expect(press('ArrowLeft', { atStart: true })).toEqual({ row: 5, column: 1 });
    expect([press('ArrowRight'), press('ArrowLeft'), press('Tab')])
      .toEqual([undefined, undefined, undefined]);
  });

  it('bring what was copied from a spreadsheet into its fields', () => {
    expect(cellsOf('3,9\t120\r\n4\t\r\n')).toEqual([['3,9', '120'], ['4', '']]);
    expect(cellsOf('3,9')).toBeUndefined();
    expect(cellsOf('3,9\n')).toBeUndefined();
  });
});
