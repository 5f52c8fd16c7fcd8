// A new version of the pages comes while one is open.
import { expect } from './harness.mjs';
import { NewPages } from './new_pages.mjs';

/** The files of pages that the worker keeps, by whether they are of the version that is shown. */
const kept = (page) => page.evaluate(async () => {
  const all = await (await caches.open('ayni-pages')).keys();
  const paths = all.map(({ url }) => new URL(url).pathname);
  return paths.filter((path) => path.startsWith('/assets/'));
});
const entryOf = (page) => page.evaluate(() =>
  new URL(document.querySelector('script[type="module"]').src).pathname);

export async function update(walk) {
  const pages = new NewPages();
  let before = '';

  await walk.step('a new version does not disturb a page that is open', async () => {
    await pages.begin(walk.demo.url);
    const page = await walk.open('Tesorería');
    await page.goto(`${pages.url}/enter#${walk.demo.links.get('Tesorería')}`);
    await page.getByRole('navigation').first().waitFor();
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.goto(`${pages.url}/payments?add=1`);
    await page.getByLabel('Solo a estos productores').fill('M-001');
    before = await entryOf(page);
    pages.isNew = true;
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await page.waitForFunction(async (old) => {
      const all = await (await caches.open('ayni-pages')).keys();
      return all.some(({ url }) => /\/first-.*\.js$/.test(url) && !url.endsWith(old));
    }, before);
    expect((await kept(page)).includes(before), 'files of the open page are gone');
    const typed = await page.getByLabel('Solo a estos productores').inputValue();
    expect(typed === 'M-001', `what was typed is "${typed}"`);
    await page.getByRole('link', { name: 'Proveedores', exact: true }).click();
    await page.getByRole('heading', { name: 'Proveedores', level: 1 }).waitFor();
    await page.goBack();
    await page.getByText('Sin enviar: lo que escribió').waitFor();
  });

  await walk.step('the next load shows it, with what was typed, and the old one goes', async () => {
    const page = await walk.open('Tesorería');
    await page.reload();
    await page.getByText('Sin enviar: lo que escribió').waitFor();
    expect(await entryOf(page) !== before, 'the old version is shown');
    await page.waitForFunction(async (old) => {
      const all = await (await caches.open('ayni-pages')).keys();
      return !all.some(({ url }) => url.endsWith(old));
    }, before);
    await page.context().setOffline(true);
    await page.reload();
    await page.getByText('Sin conexión — visto el').waitFor();
    await page.context().setOffline(false);
    walk.forget(/net::ERR_/);
    pages.end();
  });
}
