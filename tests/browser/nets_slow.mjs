// A line of 400 ms there and back and 400 kbit/s, as on a hill with an old telephone.
import { expect } from './harness.mjs';
import { PASSWORD } from './nets_typed.mjs';
import { slowDown } from './slow.mjs';

/** What is sent there from now on. */
function asked(page, path) {
  const all = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith(path)) all.push(request.url());
  });
  return all;
}

export async function slow(walk) {
  let line;

  await walk.step('a producer comes in over a slow line and sees his money', async () => {
    const page = await walk.open('Productora');
    line = await slowDown(page);
    const entered = asked(page, '/session/link');
    await walk.enter('Productora');
    await page.getByRole('link', { name: 'Ver por qué' }).waitFor();
    expect(entered.length === 1, `the link was sent ${entered.length} times`);
  });

  await walk.step('what is pressed twice over a slow line is done once', async () => {
    const page = await walk.open('Productora');
    await page.locator('#places a[href="/account"]').click();
    await page.getByRole('heading', { name: 'Mi cuenta', level: 1 }).waitFor();
    const spoken = asked(page, '/session/language');
    await page.getByRole('button', { name: 'English' }).dblclick();
    await page.getByRole('heading', { name: 'My account', level: 1 }).waitFor();
    const changed = asked(page, '/session/new_password');
    await page.getByLabel('New password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Change', exact: true }).dblclick();
    await page.getByText('The password was changed.').waitFor();
    await page.getByRole('button', { name: 'Español' }).click();
    await page.getByRole('heading', { name: 'Mi cuenta', level: 1 }).waitFor();
    expect(spoken.length === 2, `the language was sent ${spoken.length} times`);
    expect(changed.length === 1, `the password was sent ${changed.length} times`);
    await line.end();
  });
}
