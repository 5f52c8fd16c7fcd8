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
  await walk.step('what is wrong with a voucher is said beside its field', async () => {
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

async function closings(walk) {
  await walk.step('closing a month says what is missing, and it is done on the spot', async () => {
    const page = await walk.open('Contabilidad');
    await walk.go(page, '/closings');
    await page.getByText('Abierto desde el 1 de setiembre de 2025').waitFor();
    const close = async () => {
      await page.getByRole('button', { name: 'Cerrar setiembre de 2025' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Cerrar el mes' }).click();
    };
    await close();
    await page.getByText('Hay leche de ese mes aún no liquidada').waitFor();
    await page.getByRole('button', { name: 'Devengar' }).click();
    await page.getByText('Leche cruda: lo aún no liquidado quedó devengado.').waitFor();
    await page.getByRole('button', { name: 'Depreciar' }).click();
    await page.getByText('La depreciación quedó registrada.').waitFor();
    await close();
    await rowOf(page, 'setiembre de 2025').getByText('Cerrado').waitFor();
    await page.getByText('Abierto desde el 1 de octubre de 2025').waitFor();
  });
  await walk.step('Consejo opens the last month again, with the reason', async () => {
    const page = await walk.open('Consejo');
    await walk.go(page, '/closings');
    expect(await page.locator('main').getByRole('button', { name: /^Cerrar/ }).count() === 0,
      'who approves does not close');
    await rowOf(page, 'setiembre de 2025').getByRole('button', { name: 'Reabrir' }).click();
    await page.getByLabel('Motivo').fill('Falta un comprobante');
    await page.getByRole('dialog').getByRole('button', { name: 'Reabrir' }).click();
    await rowOf(page, 'setiembre de 2025').getByText('Falta un comprobante').waitFor();
    await page.getByText('Abierto desde el 1 de setiembre de 2025').waitFor();
  });
}

async function registers(walk) {
  await walk.step('a member pays into his share, and a member is given nothing back', async () => {
    const page = await walk.open('Contabilidad');
    await walk.go(page, '/capital?add=contribution');
    await page.getByLabel('Socio').fill('M-001');
    await page.getByLabel('Monto').fill('40,00');
    await page.getByLabel('Fecha').fill('2025-09-04');
    await page.getByLabel('Documento').fill('R-17');
    await page.getByRole('button', { name: 'Anotar un aporte' }).click();
    await rowOf(page, 'R-17').getByText('Registrado').waitFor();
    await walk.go(page, '/capital?add=refund');
    await page.getByLabel('Socio').fill('M-001');
    await page.getByLabel('Monto').fill('40');
    await page.getByLabel('Fecha').fill('2025-09-04');
    await page.getByLabel('Documento').fill('ACTA-9');
    await page.locator('form').getByRole('button', { name: 'Proponer una devolución' }).click();
    await page.locator('form [role=alert]').waitFor();
    expect(await page.getByLabel('Documento').inputValue() === 'ACTA-9', 'what was typed stays');
  });
  await walk.step('an input of the store opens to its movements, and they to entries', async () => {
    const page = await walk.open('Contabilidad');
    await walk.go(page, '/stock');
    await page.getByText('S/ 5,316.50').waitFor();
    await page.getByRole('link', { name: 'Sal mineral 25 kg' }).click();
    await walk.settled(page);
    await rowOf(page, 'Venta').first().getByRole('link').last().click();
    await page.getByText('Solo el asiento').waitFor();
  });
  await walk.step('Consejo disposes of an asset, after a refusal beside its field', async () => {
    const page = await walk.open('Consejo');
    await walk.go(page, '/assets');
    await page.getByText('S/ 126,160.00').or(page.getByText('Analizador')).first().waitFor();
    await rowOf(page, 'Analizador').getByRole('button', { name: 'Dar de baja' }).click();
    const dispose = async (day) => {
      await page.getByLabel('Fecha').fill(day);
      await page.locator('form').getByRole('button', { name: 'Dar de baja' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Dar de baja' }).click();
    };
    await page.getByLabel('Documento').fill('ACTA-12');
    await dispose('2025-08-20');
    await page.locator('form [role=alert]').waitFor();
    await dispose('2025-09-30');
    await rowOf(page, 'Analizador').getByText('De baja el').waitFor();
  });
}

const PAGES = [
  ['/reports', 'reports'],
  ['/reports/trial_balance', 'trial-balance'],
  ['/reports/income_statement?first=2025-08-01&last=2025-08-31', 'income-statement'],
  ['/reports/position?as_of=2025-08-31', 'position'],
  ['/reports/cash_flow', 'cash-flow'],
  ['/reports/open_items?account=producer_advance', 'open-items'],
  ['/vouchers?add=1&first=2025-08-20', 'vouchers'],
  ['/closings', 'closings'],
  ['/assets', 'assets'],
  ['/stock?item=Sal mineral 25 kg', 'stock'],
  ['/capital?add=refund', 'capital'],
];

/** Expects that Contabilidad is signed in. */
export async function books(walk) {
  await reports(walk);
  await vouchers(walk);
  await closings(walk);
  await registers(walk);
  await walk.lookAtAll('Contabilidad', PAGES);
}
