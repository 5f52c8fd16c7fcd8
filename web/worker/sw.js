// Lets the pages be opened without a network: what a reader has fetched once is taken from here.
// The build puts the files of this version in place of __PAGES__; answers are no matter of ours.
const { first, all, plain } = __PAGES__;
const STORE = 'ayni-pages';

const pathOf = (request) => new URL(request.url).pathname;
const found = (store, path) => store.match(path, { ignoreVary: true });
/** "/assets/Home-D4f0aB_1.js" of this version and of the one before have this in common. */
const nameOf = (path) => path.replace(/-[\w-]{8}(\.\w+)$/, '$1');

async function bring(store, path, cache = 'default') {
  const response = await fetch(path, { cache });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  await store.put(path, response);
}

/** Brings what comes first, and the pages that he had of the version before. The page itself comes
 * last: until then the version before is whole. */
async function install() {
  const store = await caches.open(STORE);
  const there = new Set((await store.keys()).map(pathOf));
  const names = new Set([...there].map(nameOf));
  const wanted = all.filter((path) => first.includes(path) || names.has(nameOf(path)));
  await Promise.all([
    ...wanted.filter((path) => !there.has(path)).map((path) => bring(store, path)),
    ...plain.map((path) => bring(store, path, 'no-cache')),
  ]);
  await bring(store, '/', 'no-cache');
  await self.skipWaiting();
}

/** Keeps what a page has fetched before we were here. What is of an older version goes once no
 * page of it is open: one that is may still need its files; and never what a newer one brings. */
async function keep(files, source) {
  const store = await caches.open(STORE);
  const there = new Set((await store.keys()).map(pathOf));
  const missing = files.filter((path) => all.includes(path) && !there.has(path));
  await Promise.all(missing.map((path) => bring(store, path).catch(() => undefined)));
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const isWhole = first.every((path) => files.includes(path));
  const { installing, waiting } = self.registration;
  if (installing || waiting || !isWhole || open.some(({ id }) => id !== source.id)) return;
  const old = [...there].filter((path) => path.startsWith('/assets/') && !all.includes(path));
  await Promise.all(old.map((path) => store.delete(path)));
}

async function answer(path, request) {
  const store = await caches.open(STORE);
  const kept = await found(store, path);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && all.includes(path)) await store.put(path, response.clone());
  return response;
}

/** Whether an address is one of the application's own, and not a file or an answer. */
const isPage = (path) =>
  !/^\/(api|session|files|assets|healthz|metrics)(\/|$)/.test(path) && !/^\/[^/]*\./.test(path);

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => event.waitUntil(keep(event.data, event.source)));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') {
    if (isPage(pathname)) event.respondWith(answer('/', request));
  } else if (pathname.startsWith('/assets/') || plain.includes(pathname)) {
    event.respondWith(answer(pathname, request));
  }
});
