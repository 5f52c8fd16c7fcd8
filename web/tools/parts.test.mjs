// The page of the parts shows every shared part, and every way in which one may be used.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = resolve(import.meta.dirname, '../src');
const componentsIn = (folder) =>
  readdirSync(resolve(source, folder)).filter((file) => file.endsWith('.svelte'));
const read = (file) => readFileSync(resolve(source, file), 'utf8');
const shown = componentsIn('pages/parts').map((file) => read(`pages/parts/${file}`)).join('\n');

/** What stands around every page, and parts of one other part: they are shown with it. */
const inside = { Shell: 'App.svelte', TableHead: 'parts/DataTable.svelte',
  Meaning: 'parts/Word.svelte' };
const all = componentsIn('parts').map((file) => basename(file, '.svelte'));
const parts = all.filter((part) => !(part in inside));

/** What stands in each use of a part, up to the next one's. */
const usesOf = (part) =>
  shown.split(new RegExp(`<${part}(?=[\\s>])`)).slice(1).map((rest) => rest.split(/<[A-Z]/)[0]);

/** What may be given to a part and may be left out: its states. An element is handed out. */
const statesOf = (part) => {
  const [, props] = /interface Props \{\n(.*?)\n {2}\}/s.exec(read(`parts/${part}.svelte`)) ?? [];
  return [...(props ?? '').matchAll(/^ {4}(\w+)\?: (?!HTML)/gm)].map(([, name]) => name)
    .filter((name) => name !== 'children');
};
const gives = (use, name) =>
  new RegExp(`\\s(bind:)?${name}(=|[\\s/>])|\\{${name}\\}|#snippet ${name}\\(`).test(use);

describe('the page of the parts', () => {
  it('shows every part', () => {
    expect(parts.length).toBeGreaterThan(30);
    expect(parts.filter((part) => usesOf(part).length === 0)).toEqual([]);
  });

  it('shows every part in every state', () => {
    const missing = parts.flatMap((part) => statesOf(part)
      .filter((name) => !usesOf(part).some((use) => gives(use, name)))
      .map((name) => `${part} with ${name}`));
    expect(statesOf('Amount')).toEqual(['signed', 'bare']);
    expect(missing).toEqual([]);
  });

  it('leaves out only what is shown inside another', () => {
    for (const [part, where] of Object.entries(inside)) {
      expect(all).toContain(part);
      expect(read(where)).toContain(`/${part}.svelte'`);
    }
  });
});
