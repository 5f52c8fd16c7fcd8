// Into the house, and the milk into the books of the day.
import { expect, plain } from './harness.mjs';

const DAYS = 'first=2025-08-16&last=2025-08-31';
const FILE = [
  'fecha;turno;codigo;kg;resultado;motivo',
  '2025-08-30;mañana;M-002;7,111;accepted;',
  '2025-08-30;morning;M-002;7,111;accepted;',
  '2025-08-30;evening;M-003;7,222;accepted;',
  '2025-08-31;evening;P-010;7,333;accepted;',
  '2025-08-31;evening;X-999;8,000;accepted;',
  '2025-08-31;evening;M-002;-5,000;accepted;',
  '2099-08-31;evening;M-002;5,000;accepted;',
  '2025-08-31;evening;M-002',
].join('\n');

export async function enterAndImport(walk) {
  const { demo } = walk;

  await walk.step('a page of another address leads to the door', async () => {
    const page = await walk.open('nobody');
    await walk.go(page, '/settlement/3');
    await page.getByRole('heading', { name: 'Ingresar a Ayni' }).waitFor();
    await walk.look(page, 'enter');
  });

  await walk.step('a wrong password is refused in words', async () => {
    const page = await walk.open('nobody');
    await page.getByLabel('Usuario').first().fill('gerencia');
    await page.getByLabel('Contraseña', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Ingresar' }).click();
    await page.getByText('El usuario o la contraseña no coinciden.').waitFor();
  });

  await walk.step('the printed link signs in, and leaves the address', async () => {
    const page = await walk.enter('Gerencia');
    await page.getByText('Le esperan a usted').waitFor();
    expect(page.url() === `${demo.url}/`, `the address is ${page.url()}`);
  });

  await walk.step('the same link does not sign in twice', async () => {
    const page = await walk.open('thief');
    await page.goto(`${demo.url}/enter#${demo.links.get('Gerencia')}`);
    await page.getByText('El enlace no sirvió').waitFor();
  });

  await walk.step('home says what waits, and each figure opens', async () => {
    const page = await walk.open('Gerencia');
    await page.getByText('está lista para calcular').waitFor();
    await page.getByText('Leche de los últimos días').waitFor();
    await page.getByText('Ver como tabla').click();
    expect(await page.locator('figure tbody tr').count() === 15, 'the days as a table are not 15');
    await walk.look(page, 'home');
  });

  await walk.step('a file shows what would enter and every bad row with its reason', async () => {
    const page = await walk.open('Gerencia');
    await page.getByRole('navigation').getByRole('link', { name: 'Importar' }).click();
    const file = { name: 'agosto.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('3 filas buenas').first().waitFor();
    await page.getByText('5 filas con error').waitFor();
    await page.getByText('punto y coma').waitFor();
    for (const reason of [
      'No hay un proveedor con ese código.', 'La cantidad debe ser mayor que cero.',
      'La fila no tiene el mismo número de columnas que el título.',
    ]) await page.getByText(reason).first().waitFor();
    const act = page.getByRole('button', { name: 'Importar 3 filas' });
    expect(await act.isDisabled(), 'bad rows can be imported without a word');
    await walk.look(page, 'import-preview');
  });

  await walk.step('the good rows enter once it was agreed to leave the bad ones out', async () => {
    const page = await walk.open('Gerencia');
    await page.getByLabel(/Importar solo las 3 filas buenas/).check();
    await page.getByRole('button', { name: 'Importar 3 filas' }).dblclick();
    await page.getByText('3 filas importadas.').waitFor();
    await page.getByRole('link', { name: 'agosto.csv' }).waitFor();
    expect(await page.getByRole('link', { name: 'agosto.csv' }).count() === 1, 'imported twice');
    await walk.look(page, 'import');
  });

  await walk.step('the same file changes nothing', async () => {
    const page = await walk.open('Gerencia');
    const file = { name: 'agosto.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('No cambiaría nada.').waitFor();
  });

  await walk.step('titles that say nothing can be set right by hand', async () => {
    const page = await walk.open('Gerencia');
    await page.reload();
    const text = 'cuando,hora,quien,cuanto\n2025-08-31,evening,M-004,7.444\n';
    const file = { name: 'otra.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
    await page.locator('input[type=file]').setInputFiles(file);
    for (const [value, column] of [['Día', 'cuando'], ['Productor', 'quien'],
      ['Cantidad', 'cuanto'], ['Turno', 'hora']]) {
      await page.getByLabel(value, { exact: true }).selectOption(column);
      await walk.settled(page);
    }
    await page.getByText('1 fila buena').first().waitFor();
  });

  await walk.step('a file can be taken back with a reason', async () => {
    const page = await walk.open('Gerencia');
    await page.getByRole('button', { name: 'Importar 1 fila' }).click();
    await page.getByRole('link', { name: 'otra.csv' }).waitFor();
    await page.getByRole('row', { name: /otra\.csv/ }).getByRole('button').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Motivo').fill('Era de otro mes');
    await dialog.getByRole('button', { name: 'Deshacer' }).click();
    await page.getByText('La importación quedó deshecha.').waitFor();
  });

  await walk.step('a delivery that cannot be is refused beside its field', async () => {
    const page = await walk.open('Gerencia');
    await walk.go(page, `/deliveries?${DAYS}&supplier=P-010`);
    await page.getByRole('button', { name: 'Anotar una entrega' }).click();
    const form = page.locator('form').filter({ hasText: 'Guardar' });
    await form.getByLabel('Proveedor').fill('P-010');
    await form.getByLabel('Cantidad').fill('-3');
    await form.getByRole('button', { name: 'Guardar' }).click();
    const field = form.getByLabel('Cantidad');
    await form.getByText('La cantidad debe ser mayor que cero.').waitFor();
    expect(await field.getAttribute('aria-invalid') === 'true', 'the field does not say so');
    await walk.look(page, 'deliveries-refused');
  });

  await walk.step('a delivery is noted, with a comma for the point', async () => {
    const page = await walk.open('Gerencia');
    const form = page.locator('form').filter({ hasText: 'Guardar' });
    await form.getByLabel('Cantidad').fill('9,5');
    await form.getByRole('button', { name: 'tarde' }).click();
    await form.getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('Anotado: 9,5 kg de P-010').waitFor();
    await form.getByRole('button', { name: 'Cerrar' }).click();
    // It is of the last day, and lines out of view are not on the page.
    await page.getByRole('grid').press('End');
    await page.getByRole('gridcell', { name: /^9\.5\s*kg$/ }).waitFor();
  });

  await walk.step('it is corrected by a new record, with a reason', async () => {
    const page = await walk.open('Gerencia');
    const row = page.getByRole('row').filter({ has: page.getByText(/^9\.5/) });
    await row.getByRole('button').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Cantidad').fill('8.5');
    await dialog.getByLabel('Motivo').fill('Se anotó mal');
    await walk.look(page, 'delivery-correct', [320, 1280]);
    await dialog.getByRole('button', { name: 'Corregir' }).click();
    await page.getByText('La entrega quedó corregida.').waitFor();
    await page.getByText('Corregida').first().waitFor();
    await walk.look(page, 'deliveries');
  });

  await walk.step('back and forward lead through the pages, and the address keeps the choice',
    async () => {
      const page = await walk.open('Gerencia');
      await page.getByRole('navigation').getByRole('link', { name: 'Proveedores' }).click();
      await page.getByRole('heading', { name: 'Proveedores' }).waitFor();
      await page.getByLabel('Buscar').fill('uribe angela');
      await page.getByText('1 proveedor', { exact: true }).waitFor();
      await page.getByRole('link', { name: 'Sus entregas' }).click();
      await page.getByRole('heading', { name: 'Entregas' }).waitFor();
      expect(await page.getByLabel('Proveedor').inputValue() === 'P-010', 'not his deliveries');
      await page.goBack();
      await page.getByText('1 proveedor', { exact: true }).waitFor();
      await walk.look(page, 'suppliers');
      const title = plain(await page.title());
      expect(title === 'Proveedores · Ayni', `the window is called ${title}`);
    });
}
