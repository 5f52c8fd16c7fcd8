// Whether the data would survive its machine: what the administrator sees, and a backup now.
import { expect } from './harness.mjs';

export async function health(walk) {
  await walk.step('the administrator sees a verified backup and makes another', async () => {
    const page = await walk.enter('Administración');
    await page.getByRole('navigation').getByRole('link', { name: 'Salud del sistema' }).click();
    await page.getByRole('heading', { name: 'Copias de respaldo' }).waitFor();
    await page.getByText('Al día').waitFor();
    const before = await page.getByRole('table').innerText();
    await page.getByRole('button', { name: 'Copiar ahora' }).click();
    await page.getByText(/La copia (empezó|quedó hecha y verificada)/).waitFor();
    await page.getByRole('button', { name: 'Copiar ahora' }).waitFor();
    await page.waitForFunction((was) =>
      document.querySelector('table')?.innerText !== was, before);
    const rows = page.getByRole('table').getByText(/demo-\d{8}T\d{6}Z\.ayni/);
    expect(await rows.count() === 1, `${await rows.count()} copies of one day are kept`);
    await page.getByText('Al día').waitFor();
  });

  await walk.lookAtAll('Administración', [['/health', 'health']]);

  await walk.step('an auditor reads it, and begins no backup', async () => {
    const page = await walk.enter('Auditoría');
    await walk.go(page, '/health');
    await page.getByText('Al día').waitFor();
    expect(await page.getByRole('button', { name: 'Copiar ahora' }).count() === 0,
      'an auditor is offered to make a backup');
  });
}
