// The buyer's money: what he owes and since when, a receipt and its reversal, a lot from its
// dispatch to a dispute that ends, what falls due and what was not kept.
import { expect, plain } from './harness.mjs';

const MILK = 'lote;kg;solids;importe\n';
const file = (name, rows) => (
  { name, mimeType: 'text/csv', buffer: Buffer.from(MILK + rows, 'utf8') });

/** Somebody's page, signed in if he is not yet. */
async function pageOf(walk, who) {
  const page = await walk.open(who);
  return page.url() === 'about:blank' ? walk.enter(who) : page;
}

async function fill(page, fields) {
  for (const [label, value] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
}

async function confirm(page, act, reason) {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Motivo').fill(reason);
  await dialog.getByRole('button', { name: act }).click();
}

async function account(walk) {
  await walk.step('the account of a buyer opens from the menu down to the entries', async () => {
    const page = await pageOf(walk, 'Contabilidad');
    await walk.go(page, '/');
    await page.getByRole('navigation').getByRole('link', { name: 'Cuentas' }).click();
    await page.getByLabel('Hasta el').fill('2025-08-31');
    await page.getByRole('button', { name: 'Mostrar' }).click();
    await page.getByText('22 días tarde').first().waitFor();
    await page.getByRole('link', { name: /^Ver la cuenta/ }).click();
    await page.getByRole('heading', { name: 'Lácteos del Valle S.A.C.' }).waitFor();
    await page.getByText('en disputa: 438.60').waitFor();
    await page.getByLabel('Solo lo vencido').check();
    expect(!await page.getByText('a tiempo').count(), 'what is in time is shown as late');
    await page.goBack();
    await page.getByText('a tiempo').first().waitFor();
    await page.getByRole('link', { name: 'Asiento 788' }).click();
    await page.getByRole('heading', { name: 'Diario' }).waitFor();
    await page.getByText(/Asiento 788 · Venta/).waitFor();
  });

  await walk.step('a receipt is recorded once, and what is wrong stands at its field', async () => {
    const page = await pageOf(walk, 'Contabilidad');
    await walk.go(page, '/buyers/COMPRADOR?as_of=2025-09-02&add=1');
    const save = page.getByRole('button', { name: 'Guardar' });
    await fill(page, { Fecha: '2025-09-02', 'Monto, PEN': 'mucho', Documento: 'OP-9001' });
    await save.click();
    const amount = page.getByLabel('Monto, PEN', { exact: true });
    await page.locator('[aria-invalid=true]').waitFor();
    expect(await amount.getAttribute('aria-invalid') === 'true', 'the amount is not marked');
    expect(await amount.inputValue() === 'mucho', 'what was typed is gone');
    await amount.fill('9999999');
    await save.click();
    await page.getByText('706460.93').waitFor();
    await amount.fill('8311,99');
    await save.dblclick();
    await page.getByText('El cobro quedó anotado.').waitFor();
    await page.getByRole('cell', { name: /^OP-9001/ }).waitFor();
    expect(await page.getByRole('cell', { name: /^OP-9001/ }).count() === 1, 'it came twice');
    expect(!await page.getByRole('link', { name: 'Lote L-0725' }).count(), 'a paid lot is owed');
    await fill(page, { 'Monto, PEN': '1', Documento: 'OP-9001' });
    await save.click();
    await page.locator('[aria-invalid=true]').waitFor();
    await walk.look(page, 'buyer-receipt');
  });

  await walk.step('a receipt is reversed with its reason, and he owes it again', async () => {
    const page = await pageOf(walk, 'Contabilidad');
    await walk.go(page, '/buyers/COMPRADOR?as_of=2025-09-02');
    await page.getByRole('button', { name: 'Deshacer OP-9001' }).click();
    await confirm(page, 'Deshacer', 'era de otro');
    await page.getByText('El cobro quedó deshecho.').waitFor();
    await page.getByRole('link', { name: 'Lote L-0725' }).waitFor();
    await page.getByText('Deshecho', { exact: true }).waitFor();
  });
}

async function lots(walk) {
  await walk.step('a lot leaves, and is sold once the buyer accepts it', async () => {
    const page = await pageOf(walk, 'Gerencia');
    await walk.go(page, '/lots?first=2025-09-01');
    await page.getByText('No hay lotes así.').waitFor();
    await page.getByRole('button', { name: 'Anotar una salida' }).click();
    await fill(page, { 'Salió el': '2025-09-01', 'Litros, puede faltar': '1000,5' });
    await page.getByLabel('Código', { exact: true }).fill('L-0831');
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page.locator('[aria-invalid=true]').waitFor();
    await page.getByLabel('Código', { exact: true }).fill('L-0901');
    await page.locator('summary').filter({ hasText: 'Análisis' }).click();
    await page.getByLabel(/^Sólidos/).fill('12,50');
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('La salida quedó anotada.').waitFor();
    await page.getByRole('link', { name: 'L-0901' }).click();
    await page.getByText('En camino').waitFor();
    await page.getByRole('button', { name: 'Aceptar' }).click();
    await page.getByLabel('Día en que lo decidió').fill('2025-09-02');
    await walk.look(page, 'lot-accept');
    await page.getByRole('button', { name: 'Aceptar' }).click();
    await page.getByText('El lote quedó vendido.').waitFor();
    await page.getByText('Vale', { exact: true }).waitFor();
    await page.getByText('El comprador todavía no lo liquidó.').waitFor();
  });

  await walk.step('what was decided of a lot is taken back, and it can be rejected', async () => {
    const page = await pageOf(walk, 'Gerencia');
    await page.getByRole('button', { name: 'Retirar la decisión' }).click();
    await confirm(page, 'Retirar la decisión', 'no era ese');
    await page.getByText('El lote está otra vez en camino.').waitFor();
    await page.getByRole('button', { name: 'No lo acepta' }).click();
    await fill(page, { 'Día en que lo decidió': '2025-09-01', Motivo: 'acidez' });
    await page.getByRole('button', { name: 'No lo acepta' }).click();
    await page.getByText('El lote quedó como rechazado.').waitFor();
    await page.getByText('acidez').waitFor();
  });
}

async function liquidation(walk) {
  await walk.step('a liquidation is seen lot by lot before it comes in', async () => {
    const page = await pageOf(walk, 'Contabilidad');
    await walk.go(page, '/liquidations?add=1');
    await fill(page, { Documento: 'LQ-0831', Desde: '2025-08-16', Hasta: '2025-08-31',
      Fecha: '2025-09-03' });
    const input = page.locator('input[type=file]');
    const preview = page.getByRole('button', { name: 'Ver frente a lo nuestro' });
    await input.setInputFiles(file('malo.csv', 'L-0830;10810;12,71;18446,00\nNADA;1;12;2\n'));
    await page.getByText('malo.csv').waitFor();
    await preview.click();
    await page.getByText('Fila 3').waitFor();
    await input.setInputFiles(
      file('bueno.csv', 'L-0830;10810,056;12,71;18446,25\nL-0831;10000;12,60;17000,00\n'));
    await page.getByText('bueno.csv').waitFor();
    await preview.click();
    await page.getByText('Dentro de lo firmado: valdrá lo que dice el comprador.').waitFor();
    await page.getByText('Más de lo firmado: se abrirá una disputa.').waitFor();
    await walk.look(page, 'liquidation-preview');
    await page.getByRole('button', { name: 'Cargar 2 lotes' }).click();
    await page.getByRole('heading', { name: 'Liquidación LQ-0831' }).waitFor();
    await page.getByLabel('Nuestra factura').fill('F001-104');
    await page.getByRole('button', { name: 'Anotar la factura' }).click();
    await page.getByText('El número de la factura quedó anotado.').waitFor();
    const sums = plain(await page.locator('dl').first().innerText());
    expect(sums.includes('S/ 35,446.25'), `his sum is not there: ${sums}`);
  });

  await walk.step('a dispute is ended by the council, with both sides in sight', async () => {
    const page = await pageOf(walk, 'Contabilidad');
    await page.locator('main').getByRole('link', { name: 'Lote L-0831' }).click();
    await page.getByText('hay una disputa abierta').waitFor();
    expect(!await page.getByRole('button', { name: 'Resolver' }).count(),
      'who may not settle it is offered to');
    const council = await pageOf(walk, 'Consejo');
    await walk.go(council, '/lots/L-0831');
    await council.getByRole('button', { name: 'Resolver' }).click();
    await fill(council, { 'Lo acordado, PEN': '18000', Fecha: '2025-09-04', Motivo: 'a medias' });
    await walk.look(council, 'dispute');
    await council.getByRole('button', { name: 'Resolver' }).click();
    await council.getByText('La disputa quedó resuelta.').waitFor();
    await council.getByText('a medias').waitFor();
    await council.getByRole('button', { name: 'Reabrir la disputa' }).click();
    await confirm(council, 'Reabrir la disputa', 'falta un papel');
    await council.getByText('La disputa está abierta otra vez.').waitFor();
  });

  await walk.step('a liquidation is undone with its reason', async () => {
    const page = await pageOf(walk, 'Contabilidad');
    await walk.go(page, '/liquidations');
    await page.getByRole('link', { name: 'LQ-0831' }).click();
    await page.getByRole('button', { name: 'Deshacer la liquidación' }).click();
    await confirm(page, 'Deshacer la liquidación', 'era un borrador');
    await page.getByText('La liquidación quedó deshecha.').waitFor();
    await page.getByText('Deshecha', { exact: true }).waitFor();
  });
}

async function calendar(walk) {
  await walk.step('what falls due and what was not kept leads to its lots', async () => {
    const page = await pageOf(walk, 'Contabilidad');
    await walk.go(page, '/calendar?first=2025-08-01&last=2025-09-30');
    await page.getByText('Entrega esperada').first().waitFor();
    await page.getByRole('button', { name: 'Lo que no se cumplió' }).click();
    await page.getByText('Pago atrasado').first().waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Lo que vence', exact: true }).waitFor();
    await page.getByRole('link', { name: 'Lote L-0727' }).click();
    await page.getByRole('heading', { name: 'Lote L-0727' }).waitFor();
  });

  await walk.step('an auditor sees the money of the buyer, and is offered no act', async () => {
    const page = await pageOf(walk, 'Auditoría');
    for (const path of ['/buyers/COMPRADOR?as_of=2025-08-31&add=1', '/lots?add=1',
      '/lots/L-0727?settle=1', '/liquidations?add=1', '/liquidations/2']) {
      await walk.go(page, path);
      const acts = page.locator('main')
        .getByRole('button', { name: /Anotar|Deshacer|Guardar|Resolver|Retirar|Cargar|Cambiar/ });
      expect(await acts.count() === 0, `${path} offers ${await acts.allInnerTexts()}`);
    }
  });
}

/** What people do about the money of the buyer, and every page of it looked at. */
export async function buyers(walk) {
  await account(walk);
  await lots(walk);
  await liquidation(walk);
  await calendar(walk);
  await walk.lookAtAll('Contabilidad', [
    ['/buyers?as_of=2025-08-31', 'buyers'],
    ['/buyers/COMPRADOR?as_of=2025-08-31&add=1', 'buyer'],
    ['/lots?first=2025-08-16&add=1', 'lots'], ['/lots/L-0727', 'lot'],
    ['/liquidations?add=1', 'liquidations'], ['/liquidations/2', 'liquidation'],
    ['/calendar?first=2025-08-01&last=2025-09-30', 'calendar'],
    ['/calendar?first=2025-07-01&last=2025-09-30&show=breaches', 'breaches'],
  ]);
}
