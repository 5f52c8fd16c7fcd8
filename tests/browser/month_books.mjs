// The room of the books: reports whose figures open to their entries, vouchers of two people, the
// closing of a month, and the registers of assets, store and capital.
import { expect, plain } from './harness.mjs';

const DOCUMENT = 'F001-00098765';

async function fillVoucher(page, { document, amount }) {
  await page.getByLabel('Documento').fill(document);
  await page.getByLabel('Fecha').fill('2025-09-05');
  await page.getByLabel('Concepto').fill('Útiles de limpieza');
  await page.getByLabel('Se paga de').selectOption({ label: 'Caja' });
  await page.getByLabel('Beneficiario').fill('DUNAS');
  await page.getByLabel('Cuenta').first().selectOption({ label: 'Gastos generales' });
  await page.getByLabel('Monto').first().fill(amount);
}

const rowOf = (page, text) => page.locator('tbody tr', { hasText: text });

async function reports(walk) {
  await walk.step('Contabilidad opens the reports from the balances', async () => {
    const page = await walk.open('Contabilidad');
    await walk.go(page, '/balances?as_of=2025-08-31');
    await page.getByRole('link', { name: 'Balance de comprobación' }).click();
    await walk.settled(page);
    const text = plain(await page.locator('main').innerText());
    expect(text.includes('Del 1 de enero de 2025 al 31 de agosto de 2025'), 'which days');
    expect(text.includes('Cuadra: el debe y el haber suman lo mismo.'), 'that it balances');
  });
  await walk.step('a figure opens to its entries, and back leads to the report', async () => {
    const page = await walk.open('Contabilidad');
    await rowOf(page, 'Sueldos').getByRole('link').first().click();
    await walk.settled(page);
    expect(page.url().includes('account=personnel_cost'), `the journal: ${page.url()}`);
    await page.goBack();
    await page.getByRole('heading', { name: 'Balance de comprobación' }).waitFor();
  });
  await walk.step('the other reports say the same as the server', async () => {
    const page = await walk.open('Contabilidad');
    await walk.go(page, '/reports/income_statement?first=2025-07-01&last=2025-08-31');
    expect(plain(await page.locator('main').innerText()).includes('S/ 94,811.51'), 'the result');
    await walk.go(page, '/reports/position?as_of=2025-08-31');
    const position = plain(await page.locator('main').innerText());
    expect(position.includes('Cuadra: lo que hay es lo que se debe más lo que queda.'), 'balance');
    expect(position.split('S/ 1,209,441.14').length === 3, 'both totals');
    await walk.go(page, '/reports/cash_flow');
    const flow = plain(await page.locator('main').innerText());
    expect(flow.includes('S/ 266,257.27'), 'the money at the end');
    expect(flow.includes('Del 1 de enero de 2025'), 'the year of the books by itself');
    await walk.go(page, '/reports/open_items?supplier=M-038');
    await page.getByText('S/ 2,560.00').waitFor();
  });
}

async function vouchers(walk) {
  await walk.step('Contabilidad is told beside the field what is wrong with a voucher', async () => {
    const page = await walk.open('Contabilidad');
    await walk.go(page, '/vouchers');
    await page.getByRole('button', { name: 'Proponer un comprobante' }).click();
    await fillVoucher(page, { document: DOCUMENT, amount: '0' });
    await page.getByRole('button', { name: 'Proponer un comprobante' }).click();
    await page.locator('fieldset [role=alert]').waitFor();
    expect(await page.getByLabel('Documento').inputValue() === DOCUMENT, 'what was typed stays');
  });
  await walk.step('it is proposed, with two lines, and waits for somebody else', async () => {
    const page = await walk.open('Contabilidad');
    await page.getByLabel('Monto').first().fill('5000,50');
    await page.getByRole('button', { name: 'Agregar una línea' }).click();
    await page.getByLabel('Cuenta').nth(1).selectOption({ label: 'IGV por recuperar' });
    await page.getByLabel('Monto').nth(1).fill('900.09');
    await page.getByText('S/ 5,900.59').waitFor();
    await page.getByRole('button', { name: 'Proponer un comprobante' }).dblclick();
    await rowOf(page, DOCUMENT).getByText('Por aprobar').waitFor();
    expect(await rowOf(page, DOCUMENT).count() === 1, 'once');
    expect(await rowOf(page, DOCUMENT).getByRole('button').count() === 0, 'nothing to do for him');
    await rowOf(page, DOCUMENT).getByText('Efectivo sobre el límite').waitFor();
  });
  await walk.step('Consejo approves it, and it opens to its entry', async () => {
    const page = await walk.enter('Consejo');
    await walk.go(page, '/vouchers?state=proposed');
    await rowOf(page, DOCUMENT).getByRole('button', { name: 'Aprobar' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Aprobar' }).click();
    await page.getByText('El comprobante está en los libros.').waitFor();
    await walk.go(page, '/vouchers?state=posted&first=2025-09-01');
    await rowOf(page, DOCUMENT).getByRole('link', { name: 'Asiento' }).click();
    await page.getByText('Útiles').or(page.getByText('Gastos generales')).first().waitFor();
    expect(page.url().includes('entry='), page.url());
  });
  await walk.step('Contabilidad reverses it, with the reason', async () => {
    const page = await walk.open('Contabilidad');
    await walk.go(page, '/vouchers?first=2025-09-01');
    await rowOf(page, DOCUMENT).getByRole('button', { name: 'Extornar' }).click();
    await page.getByLabel('Motivo').fill('Se anotó dos veces');
    await page.getByRole('dialog').getByRole('button', { name: 'Extornar' }).click();
    await rowOf(page, DOCUMENT).getByText('Extornado').waitFor();
    await rowOf(page, DOCUMENT).getByText('Se anotó dos veces').waitFor();
  });
  await walk.step('Consejo rejects another, and Auditoría may only look', async () => {
    const desk = await walk.open('Contabilidad');
    await walk.go(desk, '/vouchers?add=1');
    await fillVoucher(desk, { document: 'F001-00098766', amount: '10' });
    await desk.getByRole('button', { name: 'Proponer un comprobante' }).click();
    await rowOf(desk, 'F001-00098766').getByText('Por aprobar').waitFor();
    const auditor = await walk.enter('Auditoría');
    await walk.go(auditor, '/vouchers?add=1');
    const offered = auditor.locator('main').getByRole('button', {
      name: /Aprobar|Rechazar|Extornar|Proponer/,
    });
    expect(await offered.count() === 0, 'no act for an auditor');
    const page = await walk.open('Consejo');
    await walk.go(page, '/vouchers?state=proposed');
    await rowOf(page, 'F001-00098766').getByRole('button', { name: 'Rechazar' }).click();
    await page.getByLabel('Motivo').fill('Falta el documento');
    await page.getByRole('dialog').getByRole('button', { name: 'Rechazar' }).click();
    await page.getByText('El comprobante quedó rechazado.').waitFor();
  });
}

/** Expects that Contabilidad is signed in. */
export async function books(walk) {
  await reports(walk);
  await vouchers(walk);
}
