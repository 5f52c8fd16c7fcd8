// Who is owed is paid: one orders, another sends, and what became of it is recorded.
import { expect } from './harness.mjs';

const BANK = '../../examples/cabeza_de_toro/bank';

export async function payments(walk) {
  let order = '';

  await walk.step('what the bank sent back of a fortnight is ordered again', async () => {
    const page = await walk.enter('Contabilidad');
    await walk.go(page, '/settlement/3');
    await page.getByRole('link', { name: 'Ordenar sus pagos' }).click();
    await page.getByRole('button', { name: 'Banco', exact: true }).waitFor();
    await walk.look(page, 'payments-add');
    await page.locator('form').getByRole('button', { name: 'Ordenar pagos' }).dblclick();
    await page.getByText('Los pagos quedaron ordenados.').waitFor();
    await page.getByText('Espera que la envíe otra persona').waitFor();
    order = new URL(page.url()).pathname;
    expect(await page.getByRole('button', { name: 'Enviar los pagos' }).count() === 0, 'offered');
  });

  await walk.step('nothing more is owed: the refusal is said', async () => {
    const page = await walk.open('Contabilidad');
    await walk.go(page, '/payments?add=1&settlement=3');
    await page.locator('form').getByRole('button', { name: 'Ordenar pagos' }).click();
    await page.getByRole('alert').waitFor();
  });

  await walk.step('another person sends it, once', async () => {
    const page = await walk.enter('Consejo');
    await walk.go(page, order);
    await page.getByRole('button', { name: 'Enviar los pagos' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/1 pago por S\/\s/).waitFor();
    await dialog.getByRole('button', { name: 'Enviar los pagos' }).dblclick();
    await page.getByText('La orden quedó enviada.').waitFor();
  });

  await walk.step('its file for the bank is downloaded', async () => {
    const page = await walk.open('Contabilidad');
    await walk.go(page, order);
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: /Archivo para el banco/ }).click();
    expect(/\.xml$/.test((await waiting).suggestedFilename()), 'it is no XML');
  });

  await walk.step('what became of one payment is recorded, and taken back', async () => {
    const page = await walk.open('Contabilidad');
    await page.getByRole('table', { name: 'Pagos, cada uno con su estado' })
      .getByRole('link').first().click();
    await page.getByRole('list', { name: 'Pasos del pago' }).getByText('Enviado').waitFor();
    await page.getByRole('button', { name: 'Anotar qué pasó' }).click();
    await page.getByRole('button', { name: 'A quien no era' }).click();
    await page.getByLabel('Quién lo recibió').fill('NADIE');
    await page.getByLabel('Motivo').fill('La cuenta era de otra persona');
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page.getByLabel('Quién lo recibió').and(page.locator('[aria-invalid]')).waitFor();
    await walk.look(page, 'payment-record');
    await page.getByRole('button', { name: 'Rechazado' }).click();
    await page.getByRole('button', { name: 'Guardar' }).dblclick();
    await page.getByText('Quedó anotado.').waitFor();
    await page.getByRole('button', { name: 'Deshacer lo último' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Motivo').fill('El banco se corrigió');
    await dialog.getByRole('button', { name: 'Deshacer lo último' }).dblclick();
    await page.getByText('El pago volvió a como estaba.').waitFor();
  });

  await walk.step('all of an order that was paid is recorded at once', async () => {
    const page = await walk.open('Contabilidad');
    await walk.go(page, `${order}?paid=1`);
    await page.getByRole('checkbox').first().check();
    expect(await page.getByRole('button', { name: 'Anotar 0 pagos' }).isDisabled(), 'none is left');
    await page.getByRole('checkbox').first().uncheck();
    await page.getByRole('button', { name: 'Anotar 1 pago' }).dblclick();
    await page.getByText('1 quedó pagado.').waitFor();
    await page.getByRole('table').getByText('Pagado').waitFor();
  });

  await walk.step('a payment is found by its reference', async () => {
    const page = await walk.open('Contabilidad');
    await walk.go(page, '/payments');
    await page.getByLabel('Referencia').fill('S2-125-2');
    await page.getByRole('button', { name: 'Buscar un pago' }).click();
    await page.getByRole('table', { name: 'Pagos que corresponden' }).getByRole('link').click();
    await page.getByText('S2-125-2 ·').waitFor();
  });

  await walk.step('an answer that was taken in already changes nothing', async () => {
    const page = await walk.open('Contabilidad');
    await walk.go(page, '/payments?results=1');
    const file = new URL(`${BANK}/results_2025-08-19.xml`, import.meta.url);
    await page.locator('input[type=file]').setInputFiles(file.pathname);
    await page.getByText('El archivo no dice nada nuevo.').or(page.getByRole('alert')).waitFor();
  });

  await walk.step('an auditor reads each payment, and is offered nothing', async () => {
    const page = await walk.enter('Auditoría');
    await walk.go(page, `${order}?payment=none`);
    await page.getByRole('table').waitFor();
    const acts = page.getByRole('button', { name: /Anotar|Anular|Deshacer/ });
    expect(await acts.count() === 0, 'he is offered acts');
  });

  await walk.lookAtAll('Contabilidad', [
    ['/payments', 'payments'], ['/payments/10', 'payment-order'],
    ['/payments/9?payment=S2-125-2', 'payment'],
  ]);
}
