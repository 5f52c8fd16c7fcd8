// What the fortnight left behind: statements, books, terms; in both languages, on every width.
import { expect, plain, WIDTHS } from './harness.mjs';
import { codeNow } from './telephone.mjs';

const PAGES = [
  ['/', 'home'], ['/deliveries?first=2025-08-16&last=2025-08-31', 'deliveries'],
  ['/import', 'import'], ['/settlement', 'settlements'], ['/settlement/4', 'settlement'],
  ['/settlement/4/M-002', 'statement'], ['/journal?settlement=4', 'journal'],
  ['/balances', 'balances'], ['/balances?by_party=1&account=loan_principal', 'balances-party'],
  ['/suppliers', 'suppliers'], ['/obligations', 'obligations'], ['/terms', 'terms'],
  ['/sources', 'sources'], ['/account', 'account'], ['/parts', 'parts'],
  ['/nowhere/at/all', 'missing'],
];


export async function readAndCheck(walk) {
  const { demo } = walk;

  await walk.step('a statement opens down to how each price came about', async () => {
    const page = await walk.open('Contabilidad');
    await walk.go(page, '/settlement/4?search=M-002');
    await page.getByRole('link', { name: 'M-002' }).click();
    await page.getByText('Por qué este pago').waitFor();
    await page.locator('details summary').filter({ hasText: /kg\s×/ }).first().click();
    const table = page.getByRole('table', { name: 'Cómo salió el precio' });
    await table.getByText('Precio base').waitFor();
    const rows = (await table.getByRole('row').allInnerTexts()).map(plain);
    const last = /([\d.]+) kg × S\/ ([\d.]+)\s+S\/ ([\d.]+)/.exec(rows.at(-1).replace(/\s+/g, ' '));
    expect(last, `the explanation does not end in arithmetic: ${rows.at(-1)}`);
    const exact = Number(last[1]) * Number(last[2]);
    expect(Math.abs(exact - Number(last[3])) < 0.006, `${last[0]} does not add up`);
    await page.getByText('Mensaje de texto').waitFor();
    await walk.look(page, 'statement-open');
  });

  await walk.step('a word explains itself, by a key, and moves nothing', async () => {
    const page = await walk.open('Contabilidad');
    const word = page.getByRole('button', { name: 'Bruto' });
    const before = await page.evaluate(() => document.documentElement.scrollHeight);
    await word.press('Enter');
    await page.getByText('Lo que vale toda la leche aceptada').waitFor();
    const after = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(after === before, `the page grows from ${before} to ${after}`);
    await walk.look(page, 'word');
    await page.keyboard.press('Escape');
    expect(await word.evaluate((button) => button === document.activeElement),
      'the focus leaves the word');
  });

  await walk.step('his milk and its quality are drawn, and read without seeing', async () => {
    const page = await walk.open('Contabilidad');
    await page.getByText('Su leche y su calidad en el tiempo').click();
    await page.locator('.uplot').nth(1).waitFor();
    const slider = page.getByRole('slider', { name: /Leche aceptada por día/ });
    await slider.press('End');
    const heard = plain(await slider.getAttribute('aria-valuetext'));
    const card = page.locator('figure').filter({ has: slider });
    await card.getByText('Ver como tabla').click();
    const last = plain(await card.getByRole('row').last().innerText());
    await slider.press('Home');
    expect(await card.getByRole('table').isVisible(), 'the table closes when the slider moves');
    expect(/^\d+ ago\. 2025: [\d.]+ kg$/.test(heard), `the slider says ${heard}`);
    expect(last.replace('\t', ': ') === heard.replace(' kg', ''), `${heard} is not ${last}`);
    await walk.look(page, 'statement-trends');
    await page.emulateMedia({ colorScheme: 'dark' });
    await walk.look(page, 'statement-trends-dark', [1440]);
    await page.emulateMedia({ colorScheme: 'light' });
  });

  await walk.step('each balance opens to its entries, and the books balance', async () => {
    const page = await walk.open('Contabilidad');
    await page.getByRole('navigation').getByRole('link', { name: 'Saldos' }).click();
    await page.getByText('Los libros cuadran').waitFor();
    const row = page.getByRole('row', { name: /Costos recuperados/ });
    await row.getByRole('link').last().click();
    await page.getByRole('heading', { name: 'Diario' }).waitFor();
    await page.getByRole('heading', { name: /\d asientos/ }).waitFor();
    expect(page.url().includes('account=cost_recovered'), `the address is ${page.url()}`);
    await page.getByRole('link', { name: '1', exact: true }).first().waitFor();
  });

  await walk.step('an auditor reads, and is offered nothing to do', async () => {
    const page = await walk.enter('Auditoría');
    for (const path of ['/deliveries', '/settlement/4', '/obligations', '/people']) {
      await walk.go(page, path);
      const acts = page.getByRole('button', { name: /Anotar|Aprobar|Registrar|Agregar|Quitar/ });
      expect(await acts.count() === 0, `${path} offers ${await acts.allInnerTexts()}`);
    }
  });

  await walk.step('an administrator is told where no backups are made, and by whom', async () => {
    const page = await walk.enter('Administración');
    await page.getByText('El servidor no hace copias de los datos').waitFor();
    await page.getByRole('listitem').filter({ hasText: 'copias' }).getByRole('link').click();
    await page.getByText('Sin copias').waitFor();
    await page.getByText('--backups').waitFor();
    await walk.look(page, 'health-off');
  });

  await walk.step('the checks of pages find a fault that is planted', async () => {
    const page = await walk.open('Auditoría');
    await page.evaluate(() => {
      const [wide, mute] = [document.createElement('div'), document.createElement('button')];
      wide.style.width = '5000px';
      wide.textContent = '…';
      document.querySelector('main').append(wide, mute);
    });
    const faults = await walk.faultsOf(page);
    expect(faults.some((fault) => fault.startsWith('button-name')), 'a mute button passes');
    expect(faults.some((fault) => fault.endsWith('too wide')), 'a page that is too wide passes');
  });

  await walk.lookAtAll('Contabilidad', PAGES, WIDTHS);

  await walk.step('the first key leads to the content, and the menu opens on a phone', async () => {
    const page = await walk.open('Contabilidad');
    await walk.go(page, '/');
    await page.keyboard.press('Tab');
    const first = await page.evaluate(() => document.activeElement.textContent);
    expect(first === 'Ir al contenido', `the first key leads to ${first}`);
    await page.setViewportSize({ width: 320, height: 700 });
    const menu = page.getByRole('button', { name: 'Menú' });
    await menu.click();
    await walk.look(page, 'menu', [320]);
    await page.setViewportSize({ width: 320, height: 700 });
    await page.getByRole('link', { name: 'Saldos' }).click();
    await page.getByRole('heading', { name: 'Saldos' }).waitFor();
    expect(await menu.getAttribute('aria-expanded') === 'false', 'the menu stays open');
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  await walk.step('a lost connection is said, and goes by itself when it is back', async () => {
    const page = await walk.open('Contabilidad');
    await walk.go(page, '/balances');
    await page.context().setOffline(true);
    await page.getByRole('navigation').getByRole('link', { name: 'Obligaciones' }).click();
    // He has seen them before: they are there, with their time.
    await page.getByText('Sin conexión — visto el').waitFor();
    await page.getByText('Préstamo').first().waitFor();
    await page.context().setOffline(false);
    walk.forget(/ERR_INTERNET_DISCONNECTED/);
    await page.getByText('Sin conexión — visto el').waitFor({ state: 'detached' });
  });

  await walk.step('a password is chosen, and signs in after signing out', async () => {
    const page = await walk.open('Contabilidad');
    await walk.go(page, '/account');
    await page.getByLabel('Contraseña nueva').fill('la leche de las cuatro');
    await page.getByRole('button', { name: 'Cambiar', exact: true }).click();
    await page.getByText('La contraseña quedó cambiada.').waitFor();
    await page.getByRole('button', { name: 'Salir' }).click();
    await page.getByRole('heading', { name: 'Ingresar a Ayni' }).waitFor();
    await page.getByLabel('Usuario').first().fill('contabilidad');
    await page.getByLabel('Contraseña', { exact: true }).fill('la leche de las cuatro');
    await page.getByRole('button', { name: 'Ingresar' }).click();
    await page.getByRole('heading', { name: 'Mi cuenta' }).waitFor();
  });

  await walk.step('a telephone is enrolled, and from then on its code is asked', async () => {
    const page = await walk.open('Contabilidad');
    await page.getByRole('button', { name: 'Activar' }).click();
    await page.getByRole('img', { name: 'Código QR para su teléfono' }).waitFor();
    await walk.look(page, 'account-enrol', WIDTHS);
    await page.getByLabel('Código', { exact: true }).fill('000000');
    await page.getByRole('button', { name: 'Confirmar' }).click();
    await page.getByText('El código no es correcto o ya se usó.').waitFor();
    const key = await page.locator('.code').innerText();
    await page.getByLabel('Código', { exact: true }).fill(codeNow(key));
    await page.getByRole('button', { name: 'Confirmar' }).click();
    await page.getByText('Anote estos códigos de respaldo.').waitFor();
    await walk.look(page, 'account-papers', WIDTHS);
    const papers = await page.locator('.codes li').allInnerTexts();
    expect(new Set(papers).size === 10, `the codes on paper are ${papers}`);
    await page.getByRole('button', { name: 'Ya los guardé' }).click();
    await page.getByText('Activo, y el código ya se dio').waitFor();
    await page.getByRole('button', { name: 'Salir' }).click();
    await page.getByLabel('Usuario').first().fill('contabilidad');
    await page.getByLabel('Contraseña', { exact: true }).fill('la leche de las cuatro');
    await page.getByRole('button', { name: 'Ingresar' }).click();
    await page.getByRole('heading', { name: 'Segundo factor' }).waitFor();
    await walk.look(page, 'enter-code', WIDTHS);
    await page.getByLabel('Código', { exact: true }).fill(papers[0]);
    await page.getByRole('button', { name: 'Ingresar' }).click();
    await page.getByRole('heading', { name: 'Mi cuenta' }).waitFor();
    await page.getByText('Activo, y el código ya se dio').waitFor();
  });

  await walk.step('a producer sees his own statement and nothing of others', async () => {
    const director = await walk.open('Administración');
    await walk.go(director, '/people?add=1');
    await director.getByLabel('Usuario').fill('zoila');
    await director.getByLabel('Nombre').fill('Zoila Pariona');
    await director.getByLabel('Cargo').selectOption('producer');
    await director.getByLabel('Proveedor').fill('M-002');
    await director.getByRole('button', { name: 'Guardar' }).click();
    await director.getByText('Zoila Pariona quedó agregado.').waitFor();
    await demo.stop();
    const [, token] = /#([0-9a-f]+)/.exec(demo.tell('link', demo.file, 'zoila'));
    await demo.serve();
    walk.forget();
    const page = await walk.enter('Productora', token);
    await walk.look(page, 'producer-home');
    await page.getByText('Todavía no tiene día de pago.').waitFor();
    await page.getByRole('link', { name: 'Ver por qué' }).click();
    await page.getByText('Por qué este pago').waitFor();
    expect(await page.getByText('Todas las boletas').count() === 0, 'others are offered');
    await walk.go(page, '/settlement/4/M-003');
    await page.getByText('No hay un proveedor con ese código.').waitFor();
    await walk.go(page, '/balances');
    await page.getByText('Su cargo no permite hacer esto.').waitFor();
  });

  await walk.step('a telephone is registered, and a household moves together', async () => {
    const page = await walk.open('Administración');
    await walk.go(page, '/sources');
    await page.getByLabel('Nombre').fill('Ruta de El Toro');
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('Ruta de El Toro quedó registrado.').waitFor();
    await page.getByRole('cell', { name: 'Ruta de El Toro' }).waitFor();
    await walk.go(page, '/suppliers?household=1&search=M-002');
    await page.getByLabel('Código del hogar').fill('H-900');
    await page.getByLabel('Nombre del hogar').fill('Familia Pariona Rojas');
    await page.getByRole('button', { name: 'Guardar' }).first().click();
    await page.getByText('Familia Pariona Rojas quedó agregado.').waitFor();
    await walk.go(page, '/suppliers?household=1&search=M-002');
    await page.getByLabel('Proveedor', { exact: true }).fill('M-002');
    await page.getByLabel('Hogar, puede faltar').fill('H-900');
    await page.getByRole('button', { name: 'Guardar' }).last().click();
    await page.getByRole('cell', { name: 'Familia Pariona Rojas' }).waitFor();
    await walk.look(page, 'household', WIDTHS);
  });

  await walk.step('what the browser did stands up to a verification', async () => {
    await demo.stop();
    demo.tell('verify', demo.file);
  });
}
