import { describe, expect, it } from 'vitest';
import { columnsFor } from './delivery_columns';
import { the } from './validation/the';

const measured = ['fat', 'solids'].map((code, place) => ({
  place,
  attribute: the('Attribute', {
    number: place + 1, code, name: code, unit: '%', decimals: 2, least: 0, most: 2000,
  }),
}));

describe('the columns of deliveries', () => {
  it('are cards where there is no room, and each reading has its own where there is', () => {
    const layouts = [320, 860, 940, 1200].map((width) => {
      const { layout, hamlet } = columnsFor(width, measured, true, true);
      return `${layout} ${hamlet}`;
    });
    expect(layouts).toEqual(['cards true', 'merged false', 'wide false', 'wide true']);
  });

  it('leave out what nobody measured, and the act of who may not', () => {
    const count = (acts: boolean) =>
      columnsFor(1000, [], false, acts).tracks.replace(/\(.*?\)/g, '').split(' ').length;
    expect([count(false), count(true)]).toEqual([4, 5]);
  });
});
