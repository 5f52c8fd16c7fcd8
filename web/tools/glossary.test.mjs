// The words that explain themselves on a page are terms of the glossary, and each is asked for
// somewhere. That both languages have them all is checked with the other texts.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = resolve(import.meta.dirname, '../src');
const read = (file) => readFileSync(resolve(source, file), 'utf8');
const pages = readdirSync(source, { recursive: true })
  .filter((file) => /^(pages|parts)\/.*\.svelte$/.test(file)).map(read).join('\n');

const termsOf = (language) =>
  [...read(`lib/i18n/${language}/glossary.ts`).matchAll(/^ {2}(\w+): \['/gm)]
    .map(([, term]) => term);
const used = new Set([
  ...[...pages.matchAll(/<Word word="(\w+)"/g)].map(([, term]) => term),
  ...[...pages.matchAll(/<Words words=\{\[([^\]]*)\]\}/g)]
    .flatMap(([, list]) => [...list.matchAll(/'(\w+)'/g)].map(([, term]) => term)),
]);
const written = new Set(
  [...readFileSync(resolve(source, '../../docs/glossary.md'), 'utf8').matchAll(/^\| ([^|]+) \|/gm)]
    .flatMap(([, names]) => names.split(','))
    .map((name) => name.replace(/\(.*?\)/g, '').trim()),
);

describe('the words that explain themselves', () => {
  it('have both languages', () => {
    expect(termsOf('es').length).toBeGreaterThan(25);
    expect(termsOf('en')).toEqual(termsOf('es'));
  });

  it('are all explained, and none is explained that nobody may ask for', () => {
    expect([...used].toSorted()).toEqual(termsOf('es').toSorted());
  });

  it('are terms of the glossary', () => {
    const missing = termsOf('es').filter((term) =>
      !written.has(term.replaceAll('_', ' ')) && !written.has(term.replaceAll('_', '-')));
    expect(missing).toEqual([]);
  });
});
