// What a reader saw last is there without a network, with its time, and for nobody else.
import { expect } from './harness.mjs';
import { PASSWORD } from './nets_typed.mjs';

/** Waits until the worker has what this page has fetched. */
async function workerKept(page, name) {
  await page.waitForFunction(async (wanted) => {
    await navigator.serviceWorker.ready;
    const kept = await (await caches.open('ayni-pages')).keys();
    return kept.some(({ url }) => url.includes(wanted));
  }, name);
}

/** What a browser says of each request that does not come through. */
const OFFLINE = /net::ERR_/;
const seen = /^Sin conexión — visto el \d+ \w+\.?, \d\d:\d\d$/;

export async function offline(walk) {
  await walk.step('what was seen is there without a network, marked with its time', async () => {
    const page = await walk.open('Gerencia');
    await walk.go(page, '/obligations');
    const rows = await page.getByRole('row').count();
    expect(rows > 1, 'there are no obligations to be read');
    await walk.go(page, '/');
    await workerKept(page, '/assets/Obligations-');
    await page.context().setOffline(true);
    await page.reload();
    await page.getByText(seen).waitFor();
    await walk.look(page, 'nets-offline');
    await page.getByRole('link', { name: 'Obligaciones' }).first().click();
    await page.getByRole('heading', { name: 'Obligaciones', level: 1 }).waitFor();
    await page.getByText(seen).waitFor();
    expect(await page.getByRole('row').count() === rows, 'some rows are missing');
    await page.goto(`${walk.demo.url}/obligations`);
    await page.getByText(seen).waitFor();
    expect(await page.getByRole('row').count() === rows, 'a shared link shows fewer rows');
    walk.forget(OFFLINE);
  });

  await walk.step('what was never seen says that there is no network', async () => {
    const page = await walk.open('Gerencia');
    await page.goto(`${walk.demo.url}/settlement/1/M-055`);
    await page.getByText('No hay conexión con el servidor.').first().waitFor();
    walk.forget(OFFLINE);
  });

  await walk.step('the mark goes as soon as the network is back', async () => {
    const page = await walk.open('Gerencia');
    await page.goto(`${walk.demo.url}/obligations`);
    await page.getByText(seen).waitFor();
    await page.context().setOffline(false);
    await page.getByText(seen).waitFor({ state: 'detached' });
    walk.forget(OFFLINE);
  });

  await walk.step('a network that gives no answer shows what was seen meanwhile', async () => {
    const page = await walk.open('Gerencia');
    let release;
    const held = new Promise((resolve) => { release = resolve; });
    await page.route('**/api/v1/obligations*', async (route) => {
      await held;
      await route.continue().catch(() => undefined);
    });
    await page.goto(`${walk.demo.url}/obligations`);
    await page.getByText(seen).waitFor();
    release();
    await page.getByText(seen).waitFor({ state: 'detached' });
    await page.unroute('**/api/v1/obligations*');
  });

  await walk.step('who signs out without a network leaves nothing, and stays out', async () => {
    const page = await walk.open('Gerencia');
    await walk.go(page, '/account');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Salir' }).click();
    await page.getByRole('heading', { name: 'Ingresar a Ayni' }).waitFor();
    const left = await page.evaluate(async () => ({
      answers: await caches.has('ayni-seen'), reader: localStorage.getItem('ayni.reader'),
      typed: Object.keys(sessionStorage).filter((name) => name.startsWith('ayni.typed')),
    }));
    expect(!left.answers && left.reader === null && left.typed.length === 0,
      `left behind: ${JSON.stringify(left)}`);
    await page.reload();
    await page.getByRole('heading', { name: 'Ingresar a Ayni' }).waitFor();
    await page.context().setOffline(false);
    await page.reload();
    await page.getByRole('heading', { name: 'Ingresar a Ayni' }).waitFor();
    const status = await page.evaluate(async () => (await fetch('/session')).status);
    expect(status === 401, `the server still knows him: ${status}`);
    walk.forget(OFFLINE);
  });

  await walk.step('another reader of the same telephone sees nothing of the first', async () => {
    const page = await walk.open('Gerencia');
    await page.goto(`${walk.demo.url}/enter#${walk.demo.links.get('Auditoría')}`);
    await page.getByRole('navigation').first().waitFor();
    await page.context().setOffline(true);
    await page.goto(`${walk.demo.url}/obligations`);
    await page.getByText('No hay conexión con el servidor.').first().waitFor();
    expect(await page.getByRole('row').count() === 0, 'rows of the first one are shown');
    await page.context().setOffline(false);
    walk.forget(OFFLINE);
    await page.goto(`${walk.demo.url}/account`);
    await page.getByRole('button', { name: 'Salir' }).click();
    await page.getByLabel('Usuario').first().fill('gerencia');
    await page.getByLabel('Contraseña', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Ingresar', exact: true }).click();
    await page.getByRole('navigation').first().waitFor();
  });
}
