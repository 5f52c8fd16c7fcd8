import { gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const LARGEST_FIRST_LOAD = 90 * 1024;

/** Stops a build whose first load (entry, what it imports at once, styles) is too large. */
function firstLoadBudget() {
  return {
    name: 'first-load-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files = Object.values(bundle);
      const wanted = new Set();
      const take = (name) => {
        const file = bundle[name];
        if (!file || wanted.has(name)) return;
        wanted.add(name);
        if (file.type !== 'chunk') return;
        file.imports.forEach(take);
        file.viteMetadata?.importedCss.forEach(take);
      };
      files.filter((file) => file.isEntry).forEach((file) => take(file.fileName));
      let bytes = 0;
      for (const name of wanted) {
        const file = bundle[name];
        bytes += gzipSync(file.type === 'chunk' ? file.code : file.source).length;
      }
      this.info(`first load: ${bytes} bytes compressed, ${LARGEST_FIRST_LOAD} are allowed`);
      if (bytes > LARGEST_FIRST_LOAD) this.error('the first load is larger than allowed');
    },
  };
}

/** `npm run dev` shows the pages of a running `ayni serve`; its address is in AYNI_SERVER. */
const server = process.env.AYNI_SERVER ?? 'http://127.0.0.1:8080';
const served = Object.fromEntries(
  ['/api', '/session', '/files', '/openapi.json'].map((path) => [path, { target: server }]),
);

export default defineConfig({
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } }), firstLoadBudget()],
  server: { proxy: served },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // Few files: what pages share comes in one, since each costs a round trip on a bad network.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'shared', test: /node_modules|src\/(api|lib|parts|state)\// }],
        },
      },
    },
  },
  test: { include: ['src/**/*.test.ts', 'tools/**/*.test.mjs'] },
});
