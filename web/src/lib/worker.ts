// The pages without a network: the worker keeps the files that this reader has fetched.

const ours = (name: string): string[] => {
  const { origin, pathname } = new URL(name);
  return origin === location.origin && pathname.startsWith('/assets/') ? [pathname] : [];
};

/** Tells the worker what this page has fetched, with or without it. */
async function tellFiles(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage(performance.getEntriesByType('resource').flatMap(({ name }) => ours(name)));
}

/** Once the page is there: a first load on a bad network has nothing to spare. */
export function startWorker(): void {
  if (!('serviceWorker' in navigator)) return;
  const start = async () => {
    await navigator.serviceWorker.register('/sw.js');
    await tellFiles();
  };
  addEventListener('load', () => setTimeout(() => void start().catch(() => undefined), 2000));
  navigator.serviceWorker.addEventListener('controllerchange', () => void tellFiles());
  addEventListener('visibilitychange', () => {
    if (document.hidden && navigator.serviceWorker.controller) void tellFiles();
  });
}

const isInstalled = (worker: ServiceWorker) => new Promise<void>((done) => {
  worker.addEventListener('statechange', () => done());
});

/** Whether loading again would show another version of the pages than this one. The worker brings
 * it before: until then it would go on showing this one. */
export async function isOutdated(): Promise<boolean> {
  const entry = document.querySelector<HTMLScriptElement>('script[type="module"]');
  if (!entry) return false;
  try {
    const kept = 'serviceWorker' in navigator && await navigator.serviceWorker.getRegistration();
    if (kept) await kept.update();
    if (kept && kept.installing) await isInstalled(kept.installing);
    const page = (kept && await caches.match('/')) || await fetch('/', { cache: 'no-store' });
    return page.ok && !(await page.text()).includes(new URL(entry.src).pathname);
  } catch {
    return false;
  }
}
