// The accountant matches what the bank says with the books, by keyboard; an auditor only looks.
import { expect } from './harness.mjs';

const BANK = '../../examples/cabeza_de_toro/bank';

/** Puts a line of August back among those to be explained. */
async function reopen(page, text) {
  await page.getByRole('button', { name: `Deshacer ${text}` }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Motivo').fill('Para revisarlo otra vez');
  await dialog.getByRole('button', { name: 'Deshacer' }).dblclick();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('El movimiento volvió a quedar por explicar.').waitFor();
}

export async function bank(walk) {
  await walk.step('the statements of the bank are all explained', async () => {
    const page = await walk.enter('Contabilidad');
    await page.getByRole('navigation').getByRole('link', { name: 'Banco' }).click();
    const table = page.getByRole('table', { name: 'Extractos del banco, el más nuevo primero' });
    await table.getByText('Todo explicado').first().waitFor();
    await table.getByRole('link').first().click();
    await page.getByText('Cada movimiento de este extracto está explicado.').waitFor();
    expect(page.url().includes('/bank/2'), `the newest is not the first: ${page.url()}`);
  });

  await walk.step('two lines are taken back with a reason, and wait to be explained', async () => {
    const page = await walk.open('Contabilidad');
    await reopen(page, 'RETIRO EN VENTANILLA');
    await page.getByText('1 movimiento por explicar').waitFor();
    await reopen(page, 'PAGO F001-7932');
    await page.getByText('2 movimientos por explicar').waitFor();
    await walk.look(page, 'bank-open');
  });

  await walk.step('one is matched with keys alone: down, a number, Enter', async () => {
    const page = await walk.open('Contabilidad');
    await walk.go(page, '/bank/2');
    await page.locator('h1').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    const current = page.locator('[aria-expanded="true"]');
    expect(await current.evaluate((each) => each === document.activeElement), 'no focus in it');
    expect(/[?&]line=2/.test(page.url()), `the address does not say which: ${page.url()}`);
    await page.keyboard.press('1');
    await page.locator('[aria-pressed="true"]').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('El movimiento quedó explicado.').waitFor();
    await page.getByText('1 movimiento por explicar').waitFor();
  });

  await walk.step('U asks why the last one is taken back', async () => {
    const page = await walk.open('Contabilidad');
    await page.locator('[aria-expanded="true"]').focus();
    await page.keyboard.press('u');
    const dialog = page.getByRole('dialog', { name: 'Deshacer la explicación' });
    await dialog.getByText('RETIRO EN VENTANILLA').waitFor();
    await dialog.getByRole('button', { name: 'Cancelar' }).click();
  });

  await walk.step('E explains; what is refused stands beside its field', async () => {
    const page = await walk.open('Contabilidad');
    await page.locator('[aria-expanded="true"]').focus();
    await page.keyboard.press('e');
    await page.getByLabel('A qué cuenta va').selectOption('trade_payable');
    await page.getByLabel('Documento').fill('F001-7932');
    await page.getByRole('button', { name: 'Explicar', exact: true }).click();
    await page.getByLabel('De quién o para quién').and(page.locator('[aria-invalid]')).waitFor();
    await walk.look(page, 'bank-explain');
    await page.keyboard.press('Escape');
    expect(await page.getByLabel('A qué cuenta va').count() === 0, 'the form is still there');
  });

  await walk.step('the reconciliation names what is missing, and leads to it', async () => {
    const page = await walk.open('Contabilidad');
    await walk.go(page, '/bank/reconciliation?as_of=2025-08-31');
    await page.getByText('No coinciden todavía').waitFor();
    await page.getByRole('link', { name: /PAGO F001-7932/ }).click();
    await page.locator('[aria-expanded="true"]', { hasText: 'PAGO F001-7932' }).waitFor();
    await page.getByRole('button', { name: /El mismo|el mismo documento/ }).click();
    await page.getByRole('button', { name: 'Confirmar' }).dblclick();
    await page.getByText('Cada movimiento de este extracto está explicado.').waitFor();
    await walk.go(page, '/bank/reconciliation?as_of=2025-08-31');
    await page.getByText('Coinciden', { exact: true }).first().waitFor();
  });

  await walk.step('a statement that was taken in already is not taken in again', async () => {
    const page = await walk.open('Contabilidad');
    await walk.go(page, '/bank?add=1');
    const file = new URL(`${BANK}/statement_2025-08.xml`, import.meta.url);
    await page.locator('input[type=file]').setInputFiles(file.pathname);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('button', { name: 'Subir el extracto' }).count() === 0,
      'it is offered');
  });

  await walk.step('an auditor sees it all, and is offered nothing', async () => {
    const page = await walk.enter('Auditoría');
    await walk.go(page, '/bank/2');
    await page.getByRole('heading', { name: 'Movimientos explicados' }).waitFor();
    expect(await page.getByRole('button', { name: /Deshacer|Retirar/ }).count() === 0, 'acts');
  });

  await walk.lookAtAll('Contabilidad', [
    ['/bank', 'bank'], ['/bank/2', 'bank-statement'],
    ['/bank/reconciliation?as_of=2025-08-31', 'bank-reconciliation'],
  ]);
}
