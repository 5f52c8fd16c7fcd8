// Nothing that was typed is lost: not by a reload, the back button, a network that fails, a session
// that ends, nor is anything done twice by a second click.
import { expect } from './harness.mjs';

/** The keys of what is sent under this name from now on. */
function keysOf(page, command) {
  const keys = [];
  page.on('request', (request) => {
    if (request.url().endsWith(`/api/v1/${command}`)) {
      keys.push(request.headers()['idempotency-key']);
    }
  });
  return keys;
}

export const PASSWORD = 'la leche llega temprano a la planta';

export async function typed(walk) {
  const { demo } = walk;
  const give = async (page) => {
    await page.getByRole('textbox', { name: 'Código' }).fill('M-900');
    await page.getByLabel('Nombres').fill('Julia');
    await page.getByLabel('Apellidos').fill('Ñahui 🥛 <b>');
  };
  const stands = async (page) => {
    expect(await page.getByLabel('Nombres').inputValue() === 'Julia', 'the name is gone');
    expect(await page.getByLabel('Apellidos').inputValue() === 'Ñahui 🥛 <b>', 'it has changed');
  };

  await walk.step('what is typed outlives a reload and says so', async () => {
    const page = await walk.enter('Gerencia');
    await walk.go(page, '/suppliers?add=1');
    await give(page);
    await page.reload();
    await page.getByText('Sin enviar: lo que escribió').waitFor();
    await stands(page);
    await walk.look(page, 'nets-kept');
  });

  await walk.step('the back button in the middle of a form loses nothing', async () => {
    const page = await walk.open('Gerencia');
    await page.getByRole('link', { name: 'Entregas', exact: true }).click();
    await page.getByRole('heading', { name: 'Entregas', level: 1 }).waitFor();
    await page.goBack();
    await page.getByText('Sin enviar: lo que escribió').waitFor();
    await stands(page);
  });

  await walk.step('a form that is begun again is empty, and stays so', async () => {
    const page = await walk.open('Gerencia');
    await page.getByRole('button', { name: 'Empezar de nuevo' }).click();
    expect(await page.getByLabel('Nombres').inputValue() === '', 'the name still stands there');
    await page.reload();
    await page.getByLabel('Nombres').waitFor();
    expect(await page.getByLabel('Nombres').inputValue() === '', 'the name came back');
    expect(await page.getByText('Sin enviar:').count() === 0, 'something is said to be kept');
  });

  await walk.step('without a network it is kept, and sent later under the same key', async () => {
    const page = await walk.open('Gerencia');
    const keys = keysOf(page, 'add_supplier');
    await give(page);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('No se pudo enviar: no hay conexión.').waitFor();
    await stands(page);
    await walk.look(page, 'nets-not-sent');
    await page.context().setOffline(false);
    await page.reload();
    await page.getByText('Sin enviar: lo que escribió').waitFor();
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('quedó agregado').waitFor();
    expect(keys.length === 2 && keys[0] === keys[1], `sent under ${keys.join(', ')}`);
    await page.reload();
    await page.getByLabel('Nombres').waitFor();
    expect(await page.getByText('Sin enviar:').count() === 0, 'what was done is still kept');
    walk.forget(/net::ERR_/);
  });

  await walk.step('a second click sends nothing more', async () => {
    const page = await walk.open('Gerencia');
    const keys = keysOf(page, 'add_supplier');
    await give(page);
    await page.getByRole('textbox', { name: 'Código' }).fill('M-901');
    await page.getByRole('button', { name: 'Guardar' }).dblclick();
    await page.getByText('quedó agregado').waitFor();
    expect(keys.length === 1, `sent ${keys.length} times`);
  });

  await walk.step('who must sign in again finds his page as he left it', async () => {
    const page = await walk.open('Gerencia');
    await walk.go(page, '/account');
    await page.getByLabel('Contraseña nueva').fill(PASSWORD);
    await page.getByRole('button', { name: 'Cambiar' }).click();
    await page.getByText('La contraseña quedó cambiada.').waitFor();
    await walk.go(page, '/suppliers?add=1');
    await give(page);
    await page.getByRole('textbox', { name: 'Código' }).fill('M-902');
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('Su sesión terminó.').waitFor();
    const seen = await page.getByText('Julia').filter({ visible: true }).count();
    expect(seen === 0, 'what he typed can be seen');
    await walk.look(page, 'nets-again');
    await page.getByLabel('Contraseña', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Ingresar', exact: true }).click();
    await page.getByText('Su sesión había terminado y no se envió nada.').waitFor();
    await stands(page);
    await page.getByRole('button', { name: 'Guardar' }).click();
    await page.getByText('quedó agregado').waitFor();
  });

  await walk.step('a question keeps its reason behind the door and over a reload', async () => {
    const page = await walk.open('Gerencia');
    await walk.go(page, '/deliveries');
    await page.locator('progress').waitFor({ state: 'detached' });
    const correct = page.getByRole('button', { name: /: M-\d+, / }).first();
    await correct.click();
    await page.getByLabel('Motivo').fill('Balanza mal leída');
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Corregir', exact: true }).click();
    await page.getByText('Su sesión terminó.').waitFor();
    await page.getByLabel('Contraseña', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Ingresar', exact: true }).click();
    await page.getByText('Su sesión había terminado y no se envió nada.').waitFor();
    const reason = await page.getByLabel('Motivo').inputValue();
    expect(reason === 'Balanza mal leída', `the reason is "${reason}"`);
    await page.reload();
    await correct.click();
    await page.getByText('Sin enviar: lo que escribió').waitFor();
    const after = await page.getByLabel('Motivo').inputValue();
    expect(after === reason, `after a reload the reason is "${after}"`);
    await page.getByRole('button', { name: 'Empezar de nuevo' }).click();
    await page.getByRole('button', { name: 'Cancelar' }).click();
  });
}
