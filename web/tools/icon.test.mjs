import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { cornersOf, icon } from './icon.mjs';

const svg = readFileSync(`${import.meta.dirname}/../public/mark.svg`, 'utf8');
const ground = '#fbf8f2';

describe('the icon', () => {
  it('has the corners of the mark', () => {
    expect(cornersOf('M4 4h30v10H24z')).toEqual([[4, 4], [34, 4], [34, 14], [24, 14]]);
  });

  it('shows both halves of the mark on its ground', () => {
    const png = icon(svg, 48, 1, ground);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const points = inflateSync(png.subarray(41, png.length - 16));
    const at = (x, y) => points.subarray(y * 145 + 1 + x * 3, y * 145 + 4 + x * 3).toString('hex');
    expect([at(0, 0), at(6, 6), at(40, 40), at(40, 6)]).toEqual([
      'fbf8f2', '1b6b57', 'b7791f', 'fbf8f2',
    ]);
  });

  it('stays within what a round icon leaves of it', () => {
    const png = icon(svg, 96, 0.65, ground);
    const points = inflateSync(png.subarray(41, png.length - 16));
    for (let y = 0; y < 96; y += 1) {
      for (let x = 0; x < 96; x += 1) {
        const place = y * 289 + 1 + x * 3;
        const isGround = points.subarray(place, place + 3).toString('hex') === ground.slice(1);
        expect(isGround || Math.hypot(x - 47.5, y - 47.5) <= 0.4 * 96).toBe(true);
      }
    }
  });

  it('is named by a manifest in each language', () => {
    for (const language of ['es', 'en']) {
      const name = language === 'es' ? 'manifest' : 'manifest.en';
      const file = readFileSync(`${import.meta.dirname}/../public/${name}.webmanifest`, 'utf8');
      const { lang, icons } = JSON.parse(file);
      expect(lang).toBe(language);
      expect(icons.map(({ purpose }) => purpose)).toEqual(['any', 'any', 'any', 'maskable']);
    }
  });
});
