// What arrives, of which quality, what is owed, and what both sides say where they differ.
import { expect, plain } from './harness.mjs';
import { languages } from './words.mjs';

const WHO = 'Comprador';
const amount = (text) => Math.round(Number(plain(text).replace(/[^\d.]/g, '')) * 100);
const figure = (page, title) =>
  page.locator('dl > div').filter({ hasText: title }).locator('dd').first().innerText();

async function day(walk, language, t) {
  await walk.step(`${WHO} sees on entering what is on its way, in ${language}`, async () => {
    const page = await walk.enter(WHO);
    await walk.speak(page, language);
    await walk.go(page, '/');
    await page.getByRole('heading', { name: t.home.buyer.arrives }).waitFor();
    const arriving = amount(await figure(page, t.home.buyer.on_the_way));
    await page.getByText(t.common.as_table).first().click();
    expect(await page.locator('figure tbody tr').count() === 7, 'the days to come are not seven');
    await page.getByText(t.home.buyer.on_the_way).locator('xpath=..').getByRole('link').click();
    const table = page.getByRole('table', { name: t.lots.caption });
    await table.waitFor();
    const left = await table.locator('.quantity, td .num').allInnerTexts();
    const rows = await table.locator('tbody tr').count();
    expect(rows === 2 && arriving > 0, `${rows} lots for ${arriving}: ${left}`);
    await page.goBack();
    await page.getByRole('heading', { name: t.home.buyer.arrives }).waitFor();
  });

  await walk.step(`${WHO} opens what is overdue down to a lot, in ${language}`, async () => {
    const page = await walk.open(WHO);
    const owed = amount(await figure(page, t.buyers.owed));
    await page.getByText(t.buyers.overdue, { exact: true }).locator('xpath=..').getByRole('link')
      .click();
    const table = page.getByRole('table', { name: t.buyers.items });
    await table.waitFor();
    expect(await page.getByLabel(t.buyers.late_only).isChecked(), 'all is shown, not the late');
    expect(!await table.getByText(t.buyers.not_late).count(), 'what is in time is shown as late');
    expect(amount(await figure(page, t.buyers.owed)) === owed, 'home and account differ');
    await page.getByText('OP-5120').waitFor();
    await table.getByRole('link').first().click();
    await page.getByRole('heading', { name: t.lots.our_side }).waitFor();
    await page.getByText(/12\.78/).first().waitFor();
  });

  await walk.step(`${WHO} reads both sides of a difference, in ${language}`, async () => {
    const page = await walk.open(WHO);
    await walk.go(page, '/');
    await page.getByRole('link', { name: t.home.buyer.disputes(1) }).click();
    await page.getByRole('link', { name: 'LQ-0731' }).click();
    await page.getByRole('heading', { name: t.lots.liquidation_of('LQ-0731') }).waitFor();
    await page.locator('main').getByRole('link', { name: t.buyers.lot('L-0727') }).click();
    await page.getByText(t.lots.said.disputed).waitFor();
    const sides = plain(await page.getByRole('table', { name: t.lots.both }).innerText());
    expect(/11,404\.057/.test(sides) && /11,164\.5/.test(sides), `one side is missing: ${sides}`);
    expect(/438\.60/.test(sides), `the difference is missing: ${sides}`);
    expect(!await page.getByRole('button', { name: t.lots.settle }).count(), 'he may settle it');
  });

  await walk.step(`${WHO} sees what falls due and what was not kept, in ${language}`, async () => {
    const page = await walk.open(WHO);
    await page.getByRole('navigation').getByRole('link', { name: t.shell.calendar }).click();
    await page.getByRole('heading', { name: t.buyers.calendar }).waitFor();
    await walk.go(page, '/calendar?first=2025-07-01&last=2025-09-30&show=breaches');
    await page.locator('tbody tr').first().waitFor();
  });

  await walk.step(`${WHO} is shown nothing of others, and no act, in ${language}`, async () => {
    const page = await walk.open(WHO);
    const places = await page.getByRole('navigation').first().getByRole('link').count();
    expect(places < 10, `${places} places are offered`);
    for (const path of ['/deliveries', '/suppliers', '/settlement/3/M-001', '/payments']) {
      await walk.go(page, path);
      await page.getByRole('alert').first().waitFor();
      const text = await page.locator('main').innerText();
      expect(!/Conislla|S\/|PEN \d/.test(text), `${path} shows ${text}`);
    }
    for (const path of ['/buyers?add=1', '/lots?add=1', '/lots/L-0727?settle=1',
      '/liquidations?add=1']) {
      await walk.go(page, path);
      const acts = page.locator('main').getByRole('button', { name: new RegExp([
        t.common.save, t.lots.settle, t.lots.dispatch, t.lots.bring, t.buyers.add].join('|')) });
      expect(await acts.count() === 0, `${path} offers ${await acts.allInnerTexts()}`);
    }
  });
}

export async function buyer(walk) {
  for (const [language, t] of languages) await day(walk, language, t);
  await walk.lookAtAll(WHO, [
    ['/', 'role-buyer-home'], ['/buyers', 'role-buyer-account'],
    ['/lots?state=dispatched', 'role-buyer-lots'], ['/lots/L-0727', 'role-buyer-lot'],
    ['/liquidations?disputed=1', 'role-buyer-liquidations'],
    ['/liquidations/2', 'role-buyer-liquidation'],
    ['/calendar?first=2025-08-01&last=2025-09-30', 'role-buyer-calendar'],
    ['/account', 'role-buyer-self'],
  ], [320, 1440]);
}
