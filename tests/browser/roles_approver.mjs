// The second of two people: for a fortnight, a voucher, a difference with a buyer.
import { expect } from './harness.mjs';
import { order } from './recent.mjs';
import { languages } from './words.mjs';

const WHO = 'Consejo';
const FORTNIGHT = { product: 'milk', first: '2025-08-16', last: '2025-08-31' };
const MAY_BE_LONG = 60_000;

/** What others leave for him: the fortnight computed, and a voucher proposed. */
async function leaveWork(walk, document) {
  const manager = await walk.open('Gerencia');
  await order(manager, 'compute_settlement', FORTNIGHT);
  await order(await walk.open('Contabilidad'), 'propose_voucher', {
    day: '2025-09-05', document, purpose: 'Útiles de limpieza', payee: 'DUNAS',
    paid_from: 'cash',
    lines: [{ account: 'general_cost', amount: { amount: '50.00', currency: 'PEN' } }],
  });
}

async function fortnight(walk, language, t, last) {
  await walk.step(`${WHO} finds what waits, and reviews the fortnight, in ${language}`,
    async () => {
      const page = await walk.enter(WHO);
      await walk.speak(page, language);
      await walk.go(page, '/');
      await page.getByText(t.home.item.approve_text(188)).waitFor({ timeout: MAY_BE_LONG });
      await page.getByText(t.home.item.approve_voucher(1)).waitFor();
      await page.getByText(t.home.item.settle_disputes(1)).waitFor();
      await walk.look(page, `role-approver-home-${last ? 'en' : 'es'}`);
      await page.getByRole('listitem').filter({ hasText: t.home.item.approve_text(188) })
        .getByRole('link').click();
      await page.getByRole('heading', { name: t.settlement.flow }).waitFor();
      expect(page.url().includes('/settlement/4'), `it leads to ${page.url()}`);
      await page.getByText(t.settlement.against.title).first().waitFor();
    });

  const name = last ? `${WHO} approves it once` : `${WHO} sends it back with a reason`;
  await walk.step(`${name}, in ${language}`, async () => {
    const page = await walk.open(WHO);
    const dialog = page.getByRole('dialog');
    if (last) {
      await page.getByRole('button', { name: t.settlement.approve(188) }).click();
      await dialog.getByRole('button', { name: t.settlement.approve(188) }).dblclick();
      await page.getByText(t.settlement.approved_done).waitFor();
      await page.getByText(t.settlement.wait_post).waitFor();
    } else {
      await page.getByRole('button', { name: t.settlement.reject }).click();
      await dialog.getByLabel(t.common.reason).fill('Falta la leche de P-010');
      await dialog.getByRole('button', { name: t.settlement.reject }).dblclick();
      await page.getByText(t.settlement.rejected_done).waitFor();
      await page.getByText('Falta la leche de P-010').waitFor();
    }
  });
}

async function voucher(walk, language, t, document) {
  await walk.step(`${WHO} approves a voucher once, in ${language}`, async () => {
    const page = await walk.open(WHO);
    await walk.go(page, '/');
    const item = page.getByRole('listitem').filter({
      hasText: t.home.item.approve_voucher(1) });
    await item.getByRole('link').click();
    const row = page.locator('tbody tr', { hasText: document });
    await row.getByRole('button', { name: t.vouchers.approve }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Útiles de limpieza').waitFor();
    await dialog.getByRole('button', { name: t.vouchers.approve }).dblclick();
    await page.getByText(t.vouchers.approved).waitFor();
    await walk.go(page, '/vouchers?state=posted&first=2025-09-01');
    await row.getByRole('link').first().waitFor();
    await walk.go(page, '/');
    expect(!await item.count(), 'it still waits');
  });
}

async function dispute(walk, language, t) {
  await walk.step(`${WHO} settles a difference, and opens it again, in ${language}`, async () => {
    const page = await walk.open(WHO);
    const item = page.getByRole('listitem').filter({ hasText: t.home.item.settle_disputes(1) });
    await item.getByRole('link').click();
    await page.getByRole('heading', { name: t.lots.liquidations }).waitFor();
    await page.getByRole('link', { name: 'LQ-0731' }).click();
    await page.locator('main').getByRole('link', { name: t.buyers.lot('L-0727') }).click();
    await page.getByRole('button', { name: t.lots.settle }).click();
    await page.getByLabel(t.lots.worth).fill('mucho');
    await page.getByLabel(t.common.reason).fill('a medias');
    await page.getByRole('button', { name: t.lots.settle }).click();
    await page.getByLabel(t.lots.worth).and(page.locator('[aria-invalid=true]')).waitFor();
    expect(await page.getByLabel(t.common.reason).inputValue() === 'a medias', 'it is lost');
    await page.getByLabel(t.lots.worth).fill('19500');
    await page.getByRole('button', { name: t.lots.settle }).dblclick();
    await page.getByText(t.lots.settled).waitFor();
    await page.getByText(t.lots.said.settled).waitFor();
    await page.getByRole('button', { name: t.lots.reopen_dispute }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t.common.reason).fill('falta un papel');
    await dialog.getByRole('button', { name: t.lots.reopen_dispute }).click();
    await page.getByText(t.lots.dispute_reopened).waitFor();
  });
}

export async function approver(walk) {
  for (const [place, [language, t]] of languages.entries()) {
    const document = `F001-0007700${place}`;
    await walk.step(`others leave work for ${WHO}`, () => leaveWork(walk, document));
    await fortnight(walk, language, t, place === languages.length - 1);
    await voucher(walk, language, t, document);
    await dispute(walk, language, t);
  }
  await walk.step(`${WHO} is not offered what others do`, async () => {
    const page = await walk.open(WHO);
    const [, t] = languages.at(-1);
    for (const path of ['/deliveries', '/import', '/vouchers?add=1', '/bank', '/closings']) {
      await walk.go(page, path);
      const acts = page.locator('main').getByRole('button', { name: new RegExp([
        t.common.save, t.vouchers.propose, t.closings.close_act].join('|')) });
      expect(await acts.count() === 0, `${path} offers ${await acts.allInnerTexts()}`);
    }
  });
  await walk.lookAtAll(WHO, [
    ['/', 'role-approver-home'], ['/settlement/4', 'role-approver-settlement'],
    ['/lots/L-0727?settle=1', 'role-approver-dispute'],
    ['/vouchers?first=2025-09-01', 'role-approver-vouchers'],
    ['/payments', 'role-approver-payments'],
  ], [320, 1440]);
}
