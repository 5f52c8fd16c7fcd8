import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { icon } from './tools/icon.mjs';

const KIB = 1024;
const source = `${import.meta.dirname}/src/`;

/** What a reader may have fetched when his first page is there, compressed, with the texts of its
 * rooms; see docs/decisions/0024. */
const FIRST_PAGES = {
  'pages/home/Farmer.svelte': { allowed: 60 * KIB, rooms: ['own', 'statement'] },
  'pages/statement/Statement.svelte': { allowed: 60 * KIB, rooms: ['statement', 'price'] },
  'pages/home/Home.svelte': { allowed: 150 * KIB, rooms: ['home'] },
};
const FARMERS_PAGES = Object.keys(FIRST_PAGES).slice(0, 2);
/** And what each page adds to the house with its desks. */
const LARGEST_PAGE = 40 * KIB;
/** The rules as WebAssembly, which only the pages that compute with them fetch. */
const LARGEST_CORE = 80 * KIB;
/** The library of pictures, which comes when the first one is drawn; see docs/decisions/0027. */
const PICTURES = 24 * KIB;

/** All that comes with some of it at once. */
function reachedFrom(roots, importsOf) {
  const all = new Set();
  const take = (each) => {
    if (all.has(each)) return;
    all.add(each);
    importsOf(each).forEach(take);
  };
  roots.forEach(take);
  return all;
}

/** Few files, since each costs a round trip on a bad network: what every reader needs stands in the
 * entry, what a farmer's pages share in one file, what only the desks share in another. A part that
 * a farmer may ask for comes without the desks'. */
function threeFiles() {
  let first = new Set();
  let farmers = new Set();
  let asked = new Set();
  return {
    name: 'three-files',
    apply: 'build',
    buildEnd() {
      const importsOf = (id) => this.getModuleInfo(id)?.importedIds ?? [];
      first = reachedFrom([`${source}main.ts`], importsOf);
      farmers = reachedFrom(FARMERS_PAGES.map((page) => source + page), importsOf);
      const opened = [...farmers].flatMap((id) =>
        this.getModuleInfo(id)?.dynamicallyImportedIds ?? []);
      asked = reachedFrom(opened.filter((id) => /src\/parts\//.test(id)), importsOf);
    },
    groups: [
      { name: 'first', test: (id) => first.has(id) },
      { name: 'farmer', test: (id) => farmers.has(id) && !/src\/pages\//.test(id) },
      { name: 'desk', test: (id) =>
        /src\/(lib|parts|state)\/(?!i18n\/e[ns])/.test(id) && !asked.has(id) },
    ],
  };
}
const files = threeFiles();

/** Stops a build in which somebody waits for too much: entry, page, Spanish texts, styles. */
function budgets() {
  return {
    name: 'budgets',
    apply: 'build',
    generateBundle(_options, bundle) {
      const sizeOf = (name) => {
        const { type, code, source: text } = bundle[name];
        return gzipSync(type === 'chunk' ? code : text).length;
      };
      const withImports = (roots) => reachedFrom(roots, (name) => [
        ...(bundle[name].imports ?? []), ...(bundle[name].viteMetadata?.importedCss ?? []),
      ]);
      const sum = (names) => [...names].reduce((bytes, name) => bytes + sizeOf(name), 0);
      const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
      const filesOf = (wanted) => chunks.filter(wanted).map(({ fileName }) => fileName);
      const entry = withImports(filesOf(({ isEntry }) => isEntry));
      const shared = withImports(filesOf(({ name }) => name === 'desk' || name === 'farmer'));
      const textsOf = (rooms) => filesOf(({ facadeModuleId }) =>
        rooms.some((room) => facadeModuleId === `${source}lib/i18n/es/${room}.ts`));
      const pictures = withImports(filesOf(({ moduleIds }) =>
        moduleIds.some((id) => id.includes('/node_modules/uplot/'))));
      const check = (what, names, allowed) => {
        const bytes = sum(names);
        this.info(`${what}: ${bytes} bytes compressed, ${allowed} are allowed`);
        if (bytes > allowed) this.error(`${what} is larger than allowed`);
      };
      check('pictures', pictures, PICTURES);
      for (const { facadeModuleId, fileName } of chunks) {
        const page = facadeModuleId?.replace(source, '') ?? '';
        if (!/^pages\/.*\.svelte$/.test(page)) continue;
        const wanted = withImports([fileName]);
        const known = FIRST_PAGES[page];
        const all = new Set([...entry, ...wanted, ...textsOf(known?.rooms ?? [])]);
        if (known) check(page, all, known.allowed);
        const alone = [...wanted].filter((name) => !entry.has(name) && !shared.has(name));
        check(`${page} alone`, alone, LARGEST_PAGE);
      }
      const cores = Object.keys(bundle).filter((name) => name.endsWith('.wasm'));
      cores.forEach((name) => check(name, [name], LARGEST_CORE));
    },
  };
}

/** Makes the core where nobody has yet; `web_pages` of tools/steps.sh keeps it fresh. */
function core() {
  const root = `${import.meta.dirname}/..`;
  return {
    name: 'core',
    buildStart() {
      if (process.env.VITEST || existsSync(`${root}/build/wasm/core.wasm`)) return;
      const command = 'source tools/steps.sh; in_own_shell wasm_core';
      execFileSync('bash', ['-c', command], { cwd: root, stdio: 'inherit' });
    },
  };
}

/** The mark as pictures: two as it is, one with room around it for a round icon. */
const ICONS = { 'icon-192.png': [192, 1], 'icon-512.png': [512, 1],
  'icon-round-512.png': [512, 0.65] };

function icons() {
  return {
    name: 'icons',
    apply: 'build',
    generateBundle() {
      const mark = readFileSync(`${import.meta.dirname}/public/mark.svg`, 'utf8');
      for (const [fileName, [side, share]] of Object.entries(ICONS)) {
        this.emitFile({ type: 'asset', fileName, source: icon(mark, side, share, '#fbf8f2') });
      }
    },
  };
}

/** Writes the service worker, which knows the files of this version and what each reader needs. */
function worker() {
  return {
    name: 'worker',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const all = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
        const { source: page } = bundle['index.html'];
        const path = (name) => `/${name}`;
        const pages = {
          first: [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, name]) => name),
          all: all.map(path).sort(),
          plain: readdirSync(`${import.meta.dirname}/public`).map(path),
          // Another page is another worker, even where it fetches the same.
          page: createHash('sha256').update(page).digest('hex'),
        };
        const text = readFileSync(`${import.meta.dirname}/worker/sw.js`, 'utf8');
        const source = text.replace('= __PAGES__', () => `= ${JSON.stringify(pages)}`);
        this.emitFile({ type: 'asset', fileName: 'sw.js', source });
      },
    },
  };
}

/** `npm run dev` shows the pages of a running `ayni serve`; its address is in AYNI_SERVER. */
const server = process.env.AYNI_SERVER ?? 'http://127.0.0.1:8080';
const served = Object.fromEntries(
  ['/api', '/session', '/files', '/openapi.json'].map((path) => [path, { target: server }]),
);

export default defineConfig({
  plugins: [
    svelte({ configFile: false, compilerOptions: { runes: true } }), core(),
    files, budgets(), icons(), worker(),
  ],
  server: { proxy: served, fs: { allow: ['..'] } },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: { codeSplitting: { groups: files.groups } },
    },
  },
  test: { include: ['src/**/*.test.ts', 'tools/**/*.test.mjs'] },
});
