// A page may only say what its route has fetched: every room whose texts a page or one of its parts
// names must stand in its route.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = resolve(import.meta.dirname, '../src');
const read = (file) => readFileSync(file, 'utf8');
const rooms = [...read(`${source}/lib/i18n/rooms.ts`).matchAll(/^ {2}(\w+): \{ es:/gm)]
  .map(([, room]) => room)
  // A word fetches the glossary itself, when somebody asks what it means.
  .filter((room) => room !== 'glossary');

/** The rooms that a file and what it imports at once speak of. */
function roomsOf(file, seen = new Set()) {
  if (seen.has(file)) return new Set();
  seen.add(file);
  const text = read(file);
  const named = new Set(rooms.filter((room) =>
    new RegExp(`\\bt\\.${room}\\b|\\{ ${room}: \\{`).test(text)));
  for (const [, wanted] of text.matchAll(/^\s*import (?!type)[^;]*? from '(\.[^']+)'/gm)) {
    const path = resolve(dirname(file), wanted);
    const found = ['', '.ts', '.svelte.ts'].map((end) => path + end).find((each) =>
      /\.(ts|svelte)$/.test(each) && exists(each));
    if (found && !found.endsWith('routes.ts')) {
      roomsOf(found, seen).forEach((room) => named.add(room));
    }
  }
  return named;
}

function exists(file) {
  try {
    return read(file) !== undefined;
  } catch {
    return false;
  }
}

describe('the rooms of a route', () => {
  const routes = read(`${source}/routes.ts`).split(/^ {2}(?=\[')/m).slice(1).map((route) => {
    const [, path, named] = /^\['([^']+)', \[([^\]]*)\]/.exec(route);
    return {
      path,
      named: [...named.matchAll(/'(\w+)'/g)].map(([, room]) => room),
      files: [...route.matchAll(/import\('([^']+)'\)/g)].map(([, file]) => file),
    };
  });

  it('are found at all', () => {
    expect(rooms.length).toBeGreaterThan(10);
    expect(routes.length).toBeGreaterThan(10);
    expect([...roomsOf(resolve(source, 'pages/home/Home.svelte'))]).toEqual(['home']);
  });

  for (const { path, named, files } of routes) {
    it(`are all that ${path} speaks of`, () => {
      const spoken = new Set(files.flatMap((file) => [...roomsOf(resolve(source, file))]));
      expect([...named].sort()).toEqual([...spoken].sort());
    });
  }

  it('are none in what stands around every page', () => {
    expect([...roomsOf(resolve(source, 'App.svelte'))]).toEqual([]);
  });
});
