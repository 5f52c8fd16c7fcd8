// The texts of the pages in both languages, for walks that speak both: a test names a button by
// what the pages call it.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../web', import.meta.url));
const { createServer } = await import(createRequire(`${root}/package.json`).resolve('vite'));

async function read() {
  const vite = await createServer({
    root, configFile: false, logLevel: 'error', appType: 'custom',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    const { everyRoom } = await vite.ssrLoadModule('/src/lib/i18n/rooms.ts');
    const { es } = await vite.ssrLoadModule('/src/lib/i18n/es.ts');
    const { en } = await vite.ssrLoadModule('/src/lib/i18n/en.ts');
    return [
      ['Español', { ...es, ...await everyRoom('es') }],
      ['English', { ...en, ...await everyRoom('en') }],
    ];
  } finally {
    await vite.close();
  }
}

/** Each language with its texts. */
export const languages = await read();
