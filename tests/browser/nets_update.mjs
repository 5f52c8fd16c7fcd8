// A new version of the pages comes while one is open.
import { CHROMIUM, FLAGS, expect } from './harness.mjs';
import { NewPages } from './new_pages.mjs';
import { UnwatchedPage } from './unwatched.mjs';

const LABEL = 'Solo a estos productores';
const TYPED = 'M-001';

// What follows runs in the page.
const entry = () => new URL(document.querySelector('script[type="module"]').src).pathname;
const has = (text) => document.body.innerText.includes(text);
const isKept = async (path) => await caches.match(path) !== undefined;
const isOtherKept = async (old) => {
  const all = await (await caches.open('ayni-pages')).keys();
  return all.some(({ url }) => /\/first-.*\.js$/.test(url) && !url.endsWith(old));
};
const isGone = async (path) => await caches.match(path) === undefined;
const forget = async (part) => {
  const store = await caches.open('ayni-pages');
  const all = (await store.keys()).filter(({ url }) => url.includes(part));
  await Promise.all(all.map((request) => store.delete(request)));
};
const isShownNew = (path, old) => location.pathname === path
  && document.querySelector('h1') !== null
  && !document.querySelector('script[type="module"]').src.endsWith(old);
const typed = (label) => [...document.querySelectorAll('label')]
  .find(({ textContent }) => textContent.includes(label)).control.value;
const goInto = (label) => [...document.querySelectorAll('label')]
  .find(({ textContent }) => textContent.includes(label)).control.focus();

export async function update(walk) {
  const pages = new NewPages();
  const page = new UnwatchedPage();
  try {
    await page.begin(CHROMIUM, FLAGS);
    await pages.begin(walk.demo.url);
    await walkThrough(walk, pages, page);
  } finally {
    await page.end();
    pages.end();
  }
}

async function walkThrough(walk, pages, page) {
  let before = '';

  await walk.step('a new version does not disturb a page that is open', async () => {
    // One page of the old version does not come in time.
    await page.send('Network.enable');
    await page.send('Network.setBlockedURLs', { urls: ['*/assets/Closings-*'] });
    await page.goto(`${pages.url}/enter#${walk.demo.links.get('Tesorería')}`);
    await page.waitFor(() => navigator.serviceWorker.controller !== null);
    await page.goto(`${pages.url}/payments?add=1`);
    await page.waitFor(has, LABEL);
    await page.evaluate(goInto, LABEL);
    await page.send('Input.insertText', { text: TYPED });
    before = await page.evaluate(entry);
    pages.isNew = true;
    await page.evaluate(async () => { await (await navigator.serviceWorker.ready).update(); });
    await page.waitFor(isOtherKept, before);
    expect(await page.evaluate(isKept, before), 'files of the open page are gone');
    expect(await page.evaluate(typed, LABEL) === TYPED, 'what was typed is gone');
  });

  await walk.step('a page that the old version cannot find is shown by the new one', async () => {
    await page.evaluate(forget, '/Closings-');
    await page.send('Network.clearBrowserCache');
    await page.send('Network.setBlockedURLs', { urls: [] });
    await page.evaluate(() => document.querySelector('a[href="/closings"]').click());
    await page.waitFor(isShownNew, '/closings', before);
  });

  await walk.step('what was typed is there, and the old version goes', async () => {
    await page.goto(`${pages.url}/payments?add=1`);
    await page.waitFor(has, 'Sin enviar: lo que escribió');
    expect(await page.evaluate(typed, LABEL) === TYPED, 'what was typed is gone');
    await page.waitFor(isGone, before);
  });
}
