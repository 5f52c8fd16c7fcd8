// Two tabs of one browser, and a page that is older than what it shows.
import { expect } from './harness.mjs';
import { PASSWORD } from './nets_typed.mjs';

export async function tabs(walk) {
  let other;

  await walk.step('a language that is chosen in one tab is spoken in the other', async () => {
    const page = await walk.open('Gerencia');
    other = await page.context().newPage();
    await walk.go(other, '/suppliers?add=1');
    await walk.go(page, '/account');
    await page.getByRole('button', { name: 'English' }).click();
    await other.getByRole('heading', { name: 'Suppliers', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Español' }).click();
    await other.getByRole('heading', { name: 'Proveedores', level: 1 }).waitFor();
  });

  await walk.step('what is done in one tab is seen in the other', async () => {
    const page = await walk.open('Gerencia');
    await walk.go(page, '/suppliers?add=1&search=M-903');
    await walk.go(other, '/suppliers?search=M-903');
    await page.getByRole('textbox', { name: 'Código' }).fill('M-903');
    await page.getByLabel('Nombres').fill('Sabina');
    await page.getByLabel('Apellidos').fill('Quispe');
    await page.getByRole('button', { name: 'Guardar' }).click();
    await other.getByText('Sabina Quispe').first().waitFor();
  });

  await walk.step('who signs out in one tab is out in the other, and back in both', async () => {
    const page = await walk.open('Gerencia');
    await walk.go(page, '/account');
    await page.getByRole('button', { name: 'Salir' }).click();
    await other.getByRole('heading', { name: 'Ingresar a Ayni' }).waitFor();
    await other.getByLabel('Usuario').first().fill('gerencia');
    await other.getByLabel('Contraseña', { exact: true }).fill(PASSWORD);
    await other.getByRole('button', { name: 'Ingresar', exact: true }).click();
    await other.getByRole('heading', { name: 'Proveedores', level: 1 }).waitFor();
    await page.getByRole('heading', { name: 'Mi cuenta', level: 1 }).waitFor();
    await other.close();
  });

  await walk.step('a page that is older than what it shows is told what changed', async () => {
    const page = await walk.open('Gerencia');
    await walk.go(page, '/');
    await page.getByRole('link', { name: 'Calcular' }).click();
    await page.getByRole('button', { name: 'Calcular la quincena' }).click();
    await page.getByText('La quincena quedó calculada.').waitFor();
    const { pathname } = new URL(page.url());
    const one = await walk.enter('Consejo');
    // The same reader at another machine: nothing is told between their browsers.
    const two = await walk.open('Consejo, otra máquina');
    await two.context().addCookies(await one.context().cookies());
    for (const each of [one, two]) await walk.go(each, pathname);
    const approve = async (where) => {
      await where.getByRole('button', { name: 'Aprobar' }).click();
      await where.getByRole('dialog').getByRole('button', { name: 'Aprobar' }).click();
    };
    await approve(one);
    await one.getByText('La quincena quedó aprobada.').waitFor();
    await approve(two);
    await two.getByRole('dialog')
      .getByText('Mientras tanto la página cambió: Por aprobar → Aprobada.').waitFor();
    await walk.look(two, 'nets-changed');
  });
}
