// Management tries terms on milk that was delivered, sees who gains and who loses, and signs.
import { expect, plain } from './harness.mjs';

const members = 'Para socios, desde el 1 ene. 2025';

/** Opens a draft of what the list calls so. */
async function openDraft(page, from) {
  await page.getByLabel('Empezar de').selectOption({ label: from });
  await page.getByRole('button', { name: 'Abrir borrador' }).click();
}

/** The rule whose summary begins so, open. */
async function openRule(page, name) {
  const rule = page.getByRole('listitem')
    .filter({ has: page.locator('summary', { hasText: name }) });
  if (!(await rule.locator('details').evaluate((each) => each.open))) {
    await rule.locator('summary').click();
  }
  return rule;
}

/** Waits for what the comparison says of the producers. */
const says = (page, text) => page.getByRole('status').filter({ hasText: text }).waitFor();

async function write(walk) {
  await walk.step('a version opens as a draft, and by it nobody gains or loses', async () => {
    const page = await walk.enter('Gerencia');
    await page.getByRole('navigation').getByRole('link', { name: 'Condiciones' }).click();
    await page.getByRole('link', { name: 'Abrir el taller' }).click();
    await openDraft(page, members);
    await page.getByText('Completo y sin contradicciones').waitFor();
    await says(page, '0 ganan');
    await says(page, '38 quedan igual');
  });

  await walk.step('a gap in a table is marked in its own row while it is typed', async () => {
    const page = await walk.open('Gerencia');
    await openRule(page, 'Células somáticas');
    const from = page.getByLabel('Desde, fila 2');
    await from.fill('300');
    await page.getByText('La tabla deja un hueco sin precio: de 200 a menos de 300').waitFor();
    expect(await from.getAttribute('aria-invalid') === 'true', 'the field is not marked');
    await page.getByText('«Para socios» todavía no está completo').waitFor();
    await from.fill('100');
    await page.getByText('de 100 a menos de 200').waitFor();
    await walk.look(page, 'workshop-gap');
    await from.fill('200');
    await page.getByText('Completo y sin contradicciones').waitFor();
  });

  await walk.step('who gains and who loses follows each edit, to the céntimo', async () => {
    const page = await walk.open('Gerencia');
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await openRule(page, 'Precio base');
    await page.getByLabel('Precio', { exact: true }).first().fill('1,50');
    await says(page, '38 ganan');
    const computing = asked.filter((url) => /compare_offers|milk_to_price/.test(url));
    expect(computing.length === 0, `the server is asked what the page computes: ${computing}`);
    await page.getByRole('button', { name: 'Todos', exact: true }).click();
    await says(page, '188 ganan');
    await page.getByRole('button', { name: 'No socios', exact: true }).click();
    await page.getByRole('button', { name: 'Socios', exact: true }).click();
    const table = page.getByRole('table', { name: /Lo que cambia para cada productor/ });
    const changes = await table.locator('tbody tr td:nth-child(4)').allTextContents();
    const numbers = changes.map((text) => Number(plain(text).replace(/[+,\s]/g, '')));
    expect(numbers.length >= 20, 'there are no producers');
    expect(numbers.every((each, at) => at === 0 || each <= numbers[at - 1]), 'not in order');
  });

  await walk.step('what each receives is compared by the deductions of each column', async () => {
    const page = await walk.open('Gerencia');
    const sums = page.getByRole('status').filter({ hasText: 'ganan' });
    const before = plain(await sums.textContent());
    await page.getByRole('button', { name: 'Lo que recibe', exact: true }).click();
    await page.getByText('su valor menos lo que descuenta').waitFor();
    const after = plain(await sums.textContent());
    expect(before !== after, `both are "${after}"`);
    await walk.look(page, 'workshop-nets');
    await page.getByRole('button', { name: 'Valor de la leche', exact: true }).click();
  });

  await walk.step('what was written outlasts a reload', async () => {
    const page = await walk.open('Gerencia');
    await page.getByLabel('Nombre del borrador').fill('Gloria 2027');
    await page.reload();
    await walk.settled(page);
    await page.getByRole('heading', { name: 'Gloria 2027' }).waitFor();
    await openRule(page, 'Precio base');
    expect(await page.getByLabel('Precio', { exact: true }).first().inputValue() === '1,50',
      'what was typed is lost');
    await says(page, '38 ganan');
  });

  await walk.step('rules are moved by keyboard, and the focus stays with them', async () => {
    const page = await walk.open('Gerencia');
    const floor = await openRule(page, 'Precio mínimo');
    await floor.getByRole('button', { name: 'Subir' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Precio mínimo: ahora en el lugar 5.').waitFor({ state: 'attached' });
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '');
    expect(focused.includes('Precio mínimo'), `the focus went to "${focused}"`);
    await floor.getByRole('button', { name: 'Bajar' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Precio mínimo: ahora en el lugar 6.').waitFor({ state: 'attached' });
  });
}

async function decide(walk) {
  await walk.step('an empty sheet says what it lacks, and is thrown away', async () => {
    const page = await walk.open('Gerencia');
    await openDraft(page, 'Hoja en blanco: con un comprador');
    await page.getByText('A esta regla le falta un dato.').waitFor();
    await page.getByLabel('Nombre del borrador').fill('<b>Nestlé</b>');
    await page.getByLabel('Precio', { exact: true }).first().fill('1.40');
    await page.getByText('Completo y sin contradicciones').waitFor();
    await says(page, '188 pierden');
    await walk.look(page, 'workshop-two');
    await page.getByRole('button', { name: 'Desechar el borrador' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Desechar el borrador' }).click();
    await page.getByRole('heading', { name: 'Gloria 2027' }).waitFor();
  });

  await walk.lookAtAll('Gerencia', [['/terms/workshop', 'workshop'], ['/terms', 'terms']]);

  await walk.step('what a signature changes is read before it is given once', async () => {
    const page = await walk.open('Gerencia');
    await walk.go(page, '/terms/workshop');
    await page.getByLabel('Rige desde').fill('2025-09-01');
    const changes = page.getByRole('table', { name: 'Lo que cambia al firmar' });
    await changes.getByText('Precio base').waitFor();
    const said = plain(await changes.innerText());
    expect(/S\/ 1.45 por kg/.test(said) && /S\/ 1.50 por kg/.test(said), `not told: ${said}`);
    expect(await changes.locator('tbody tr').count() === 1, `more than that: ${said}`);
    await walk.look(page, 'workshop-sign');
    await page.getByRole('button', { name: 'Firmar' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Cambia 1 cosa.').waitFor();
    await dialog.getByRole('button', { name: 'Firmar' }).dblclick();
    await page.getByText('Las condiciones quedaron firmadas.').waitFor();
    await page.getByText('Todavía no hay borradores').waitFor();
    await page.getByRole('link', { name: 'Ver las versiones' }).click();
    await page.getByText('Rige desde el 1 de setiembre de 2025').waitFor();
  });

  await walk.step('a day that is taken is refused, and nothing is lost', async () => {
    const page = await walk.open('Gerencia');
    await page.getByRole('link', { name: 'Abrir el taller' }).click();
    await openDraft(page, 'Para socios, desde el 1 set. 2025');
    await page.getByLabel('Rige desde').fill('2025-09-01');
    await page.getByRole('button', { name: 'Firmar' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Firmar' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByRole('button', { name: 'Cancelar' }).click();
    expect(await page.getByLabel('Rige desde').inputValue() === '2025-09-01', 'the day is lost');
    await page.getByRole('button', { name: 'Desechar el borrador' }).click();
    await dialog.getByRole('button', { name: 'Desechar el borrador' }).click();
    await page.getByText('Todavía no hay borradores').waitFor();
  });

  await walk.step('whoever may not sign may still compare; an auditor only reads', async () => {
    const accountant = await walk.enter('Contabilidad');
    await walk.go(accountant, '/terms/workshop');
    await openDraft(accountant, members);
    await accountant.getByText('Firma la gerencia.').waitFor();
    expect(await accountant.getByRole('button', { name: 'Firmar' }).count() === 0, 'may sign');
    const auditor = await walk.enter('Auditoría');
    await walk.go(auditor, '/terms');
    expect(await auditor.getByRole('link', { name: 'Abrir el taller' }).count() === 0, 'offered');
  });
}

async function takeBack(walk) {
  const cardOf = (page, text) => page.locator('section.card').filter({ hasText: text });
  /** Withdraws what the button stands beside. */
  async function withdraw(page, button) {
    await button.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Motivo').fill('se anotó por error');
    await dialog.getByRole('button', { name: 'Retirar' }).dblclick();
  }

  await walk.step('what an agreement says beside the price is withdrawn and set anew', async () => {
    const page = await walk.open('Gerencia');
    await walk.go(page, '/terms');
    const card = cardOf(page, 'Lácteos del Valle S.A.C.');
    await withdraw(page, card.getByRole('button', { name: 'Retirar' }).last());
    await page.getByText('Las condiciones de venta fueron retiradas.').waitFor();
    await card.getByText('No se fijó nada más').waitFor();
    await card.getByText('Fijar plazo y tolerancias').click();
    await card.getByLabel('Días hasta el pago').fill('10');
    await card.getByLabel('Tolerancia en el peso (%)').fill('500');
    await card.getByLabel('Cantidad esperada').fill('70000');
    await card.getByLabel('Cuánto puede faltar (%)').fill('5');
    await card.getByRole('button', { name: 'Guardar' }).click();
    await card.getByRole('alert').waitFor();
    await walk.look(page, 'sale-terms');
    await card.getByLabel('Tolerancia en el peso (%)').fill('0,5');
    await card.getByRole('button', { name: 'Guardar' }).dblclick();
    await page.getByText('Las condiciones de venta quedaron fijadas.').waitFor();
    await card.getByText('Paga cada lote 10 días después de aceptarlo.').waitFor();
  });

  await walk.step('terms that were signed by mistake are withdrawn with a reason', async () => {
    const page = await walk.open('Gerencia');
    const card = cardOf(page, 'Rige desde el 1 de setiembre de 2025');
    await withdraw(page, card.getByRole('button', { name: 'Retirar' }));
    await page.getByText('Las condiciones fueron retiradas.').waitFor();
    await card.waitFor({ state: 'detached' });
  });
}

export async function workshop(walk) {
  await write(walk);
  await decide(walk);
  await takeBack(walk);
}
