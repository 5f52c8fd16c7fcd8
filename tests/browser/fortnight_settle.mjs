// Computed by one, approved by another, posted once.
import { expect, plain } from './harness.mjs';

/** What the server answers to a command that the page would not offer. */
function told(page, name, input) {
  return page.evaluate(async ([use, body]) => {
    const headers = {
      'Content-Type': 'application/json', 'X-Ayni': '1', 'Idempotency-Key': 'by-hand',
    };
    const request = { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await fetch(`/api/v1/${use}`, request);
    return { status: answer.status, body: await answer.json() };
  }, [name, input]);
}

export async function computeAndPost(walk) {
  await walk.step('the fortnight is computed, and the room says who waits for whom', async () => {
    const page = await walk.open('Gerencia');
    await walk.go(page, '/');
    await page.getByRole('link', { name: 'Calcular' }).click();
    await page.getByRole('button', { name: 'Calcular la quincena' }).click();
    await page.getByText('La quincena quedó calculada.').waitFor();
    await page.waitForURL('**/settlement/4');
    await page.getByText('Otra persona debe aprobarla').waitFor();
    await page.getByRole('heading', { name: 'A dónde va el dinero' }).waitFor();
    expect(await page.getByRole('button', { name: /Aprobar/ }).count() === 0, 'it is offered');
    await walk.look(page, 'settlement-computed');
  });

  await walk.step('whoever computed it cannot approve it, even with the role', async () => {
    const director = await walk.enter('Administración');
    await director.getByRole('navigation').getByRole('link', { name: 'Usuarios' }).click();
    await director.getByRole('button', { name: 'Agregar un usuario' }).click();
    await director.getByLabel('Usuario').fill('gerencia');
    await director.getByLabel('Nombre').fill('Rosa Huamán');
    await director.getByLabel('Cargo').selectOption('approver');
    await director.getByRole('button', { name: 'Guardar' }).click();
    await director.getByText('Gerencia y Aprobación').waitFor();
    await walk.look(director, 'people');
    const page = await walk.open('Gerencia');
    await page.reload();
    await page.getByText('Otra persona debe aprobarla').waitFor();
    expect(await page.getByRole('button', { name: /Aprobar/ }).count() === 0, 'it is offered');
    const answer = await told(page, 'approve_settlement', { organisation: 1, settlement: 4 });
    expect(answer.status === 403 && answer.body.problems[0].code === 'same_person',
      `approving got ${JSON.stringify(answer)}`);
  });

  await walk.step('a role is ended', async () => {
    const director = await walk.open('Administración');
    await director.getByRole('button', { name: 'Quitar Aprobación: Rosa Huamán' }).click();
    await director.getByRole('dialog').getByRole('button', { name: 'Quitar el cargo' }).click();
    await director.getByText('El cargo quedó quitado.').waitFor();
  });

  await walk.step('the council finds it waiting, and asks: what if he pays 70 %?', async () => {
    const page = await walk.enter('Consejo');
    await page.getByText('espera su aprobación').waitFor();
    await page.getByRole('link', { name: 'Revisar' }).click();
    await page.getByText('Todos reciben lo acordado.').waitFor();
    const share = page.getByRole('slider').first();
    await share.focus();
    for (let step = 0; step < 6; step += 1) await share.press('ArrowLeft');
    await page.getByText(/reciben menos de lo acordado el día de pago/).waitFor();
    expect(page.url().includes('share=70'), `the address does not say it: ${page.url()}`);
    const late = page.getByRole('slider').nth(1);
    await late.focus();
    for (let step = 0; step < 10; step += 1) await late.press('ArrowRight');
    const heard = await Promise.all(
      [share, late].map((each) => each.getAttribute('aria-valuetext')));
    expect(heard.join('; ') === '70 % de lo que vale la leche; 10 días tarde',
      `whoever cannot see hears ${heard.join('; ')}`);
    await page.getByText(/^Se paga el/).nth(1).waitFor();
    await page.getByText('Ver quiénes').click();
    await walk.look(page, 'settlement-what-if');
  });

  await walk.step('it is sent back with a reason, which the other side reads', async () => {
    const page = await walk.open('Consejo');
    await page.getByRole('button', { name: 'Devolver con motivo' }).click();
    const dialog = page.getByRole('dialog');
    await walk.look(page, 'settlement-reject', [320, 1280]);
    await dialog.getByLabel('Motivo').fill('Falta la leche de P-010');
    await dialog.getByRole('button', { name: 'Devolver con motivo' }).click();
    await page.getByText('La quincena fue devuelta.').waitFor();
    const manager = await walk.open('Gerencia');
    await walk.go(manager, '/');
    await manager.getByText(/Le devolvieron la quincena/).waitFor();
    await manager.getByRole('link', { name: 'Ver', exact: true }).click();
    await manager.getByText('Falta la leche de P-010').waitFor();
    await manager.getByRole('button', { name: 'Calcular otra vez' }).click();
    await manager.getByText('La quincena quedó calculada.').waitFor();
  });

  await walk.step('another person approves it; a double click approves once', async () => {
    const page = await walk.open('Consejo');
    await walk.go(page, '/settlement/4');
    await page.getByRole('button', { name: /Aprobar \d+ pagos/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/recibirán S\/\s/).waitFor();
    await dialog.getByRole('button', { name: /Aprobar/ }).dblclick();
    await page.getByText('La quincena quedó aprobada.').waitFor();
    await page.getByText('Está aprobada.').waitFor();
  });

  await walk.step('accounting posts it; a double click posts once', async () => {
    const page = await walk.enter('Contabilidad');
    await page.getByText('está aprobada y falta registrarla').waitFor();
    await page.getByRole('link', { name: 'Registrar' }).click();
    await page.getByRole('button', { name: 'Registrar en los libros' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Registrar en los libros' }).dblclick();
    await page.getByText('La quincena quedó registrada.').waitFor();
    const steps = page.getByRole('list', { name: 'Pasos de la quincena' });
    await steps.getByText('Registrada').waitFor();
    await walk.look(page, 'settlement-posted');
  });

  await walk.step('the table of producers is searched and sorted, by keyboard too', async () => {
    const page = await walk.open('Contabilidad');
    await page.getByRole('button', { name: 'Recibe' }).focus();
    await page.keyboard.press('Enter');
    const table = page.getByRole('table', { name: 'Lo que recibe cada productor' });
    const amounts = (await table.locator('td:last-child').allInnerTexts())
      .map((text) => Number(plain(text).replaceAll(',', '')));
    const falling = amounts.every((amount, place) => place === 0 || amounts[place - 1] >= amount);
    expect(amounts.length === 50 && falling, `not the largest first: ${amounts.slice(0, 5)}`);
    await page.getByLabel('Buscar').fill('M-002');
    await page.getByText('1 de', { exact: false }).first().waitFor();
    await page.reload();
    expect(await page.getByLabel('Buscar').inputValue() === 'M-002', 'the address forgot it');
  });

  await walk.step('the picture of one producer opens from his row, a key closes it', async () => {
    const page = await walk.open('Contabilidad');
    const open = page.getByRole('button', { name: /Ver en un dibujo el dinero de/ }).first();
    await open.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('row', { name: /Flete/ }).waitFor();
    expect(page.url().includes('of=M-002'), `the address does not say whose: ${page.url()}`);
    await walk.look(page, 'settlement-one-producer');
    await page.keyboard.press('Escape');
    expect(await open.evaluate((button) => button === document.activeElement),
      'the focus does not come back to the row');
    expect(!page.url().includes('of='), `the address keeps it: ${page.url()}`);
  });

  await walk.step('what changed from the fortnight before adds up, and opens to both', async () => {
    const page = await walk.open('Contabilidad');
    const number = (text) => Math.round(Number(plain(text).replace(/[^\d.-]/g, '')) * 100);
    const sums = page.getByRole('table', { name: 'Los totales de las dos quincenas' });
    const cells = await sums.getByRole('row', { name: /^Reciben/ }).getByRole('cell')
      .allInnerTexts();
    const [before, now, change] = cells.slice(1).map(number);
    expect(now - before === change, `${now} less ${before} is not ${change}`);
    await page.getByText('Productor por productor').click();
    const each = page.getByRole('table', { name: /Lo que cambió de cada productor/ });
    const sections = page.locator('section').filter({ has: each });
    const more = sections.getByRole('button', { name: 'Ver más' });
    while (await more.count() > 0) await more.click();
    const all = (await each.locator('td:last-child').allInnerTexts()).map(number);
    expect(all.length > 180, `only ${all.length} producers`);
    const sum = all.reduce((one, other) => one + other, 0);
    expect(sum === change, `the producers differ by ${sum}, the sums by ${change}`);
    await walk.look(page, 'settlement-changes');
    const earlier = each.getByRole('link', { name: /^Boleta anterior de/ }).first();
    expect(/\/settlement\/3\//.test(await earlier.getAttribute('href')), 'it leads elsewhere');
  });

  await walk.step('what was refused stands with its reason', async () => {
    const page = await walk.open('Contabilidad');
    await page.getByText('Qué se rechazó y por qué').click();
    await page.getByRole('table', { name: 'Leche rechazada' }).getByText('acidez alta').first()
      .waitFor();
    await page.getByText('Ningún pago volvió.').waitFor();
  });

  await walk.step('papers and lists are downloaded', async () => {
    const page = await walk.open('Contabilidad');
    for (const [name, start] of [['Todas las boletas (PDF)', '%PDF'],
      ['Planilla de caja', '%PDF'], ['Lista de pagos (CSV)', '']]) {
      const waiting = page.waitForEvent('download');
      await page.getByRole('link', { name }).click();
      const stream = await (await waiting).createReadStream();
      const chunks = [];
      for await (const chunk of stream) chunks.push(chunk);
      const bytes = Buffer.concat(chunks);
      const opens = bytes.subarray(0, start.length).toString() === start;
      expect(bytes.length > 1000 && opens, `${name} has ${bytes.length} bytes`);
    }
  });
}
