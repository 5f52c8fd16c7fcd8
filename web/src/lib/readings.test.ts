import { describe, expect, it } from 'vitest';
import { Format } from './format';
import { bothReadings, filledReadings, readingsText } from './readings';
import { the } from './validation/the';

const ours = [{ attribute: 'fat', value: '3.93' }, { attribute: 'solids', value: '12.68' }];
const his = [{ attribute: 'solids', value: '12.6' }, { attribute: 'salt', value: '1' }];

describe('readings', () => {
  it('are said by the names of their product', () => {
    const fat = the('Attribute', { number: 1, code: 'fat', name: 'Grasa', unit: '%', decimals: 2,
      least: 0, most: 2000 });
    expect(readingsText(ours, [fat], new Format('es-PE'))).toBe('Grasa 3.93 % · solids 12.68');
  });

  it('are sent as they were filled in, with a decimal point', () => {
    expect(filledReadings({ fat: ' 3,93 ', solids: ' ' }))
      .toEqual([{ attribute: 'fat', value: '3.93' }]);
    expect(filledReadings({ fat: '' })).toBeUndefined();
  });

  it('of both sides stand beside each other', () => {
    expect(bothReadings(ours, his)).toEqual([
      { attribute: 'fat', ours: '3.93', his: undefined },
      { attribute: 'solids', ours: '12.68', his: '12.6' },
      { attribute: 'salt', ours: undefined, his: '1' },
    ]);
  });
});
