// Who signs in, with which role and on which device, and what everybody did.
import { expect } from './harness.mjs';
import { languages } from './words.mjs';

const WHO = 'Administración';

async function takeIn(walk, language, t, login) {
  const name = `Nélida Ñahui (${login})`;
  await walk.step(`${WHO} takes in a buyer's clerk, in ${language}`, async () => {
    const page = await walk.enter(WHO);
    await walk.speak(page, language);
    await walk.go(page, '/');
    await page.getByText(t.home.waits).waitFor();
    await page.getByRole('navigation').getByRole('link', { name: t.shell.people }).click();
    await page.getByRole('button', { name: t.people.add }).click();
    await page.getByLabel(t.people.login, { exact: true }).fill(login);
    await page.getByLabel(t.people.name, { exact: true }).fill(name);
    await page.getByLabel(t.people.role, { exact: true }).selectOption('buyer');
    const code = page.locator('form').getByLabel(t.people.buyer, { exact: true });
    await code.fill('NADIE');
    await page.getByRole('button', { name: t.common.save }).click();
    await code.and(page.locator('[aria-invalid=true]')).waitFor();
    await walk.look(page, `role-administrator-refused-${login}`);
    await code.fill('COMPRADOR');
    await page.getByRole('button', { name: t.common.save }).dblclick();
    await page.getByText(t.people.added(name)).waitFor();
    const rows = page.getByRole('table', { name: t.people.caption }).getByRole('row', { name });
    await rows.getByText(t.people.no_password).first().waitFor();
    expect(await rows.count() === 1, `he stands there ${await rows.count()} times`);
  });
  return name;
}

async function signInAndOut(walk, language, t, { login, name }) {
  await walk.step(`who was taken in signs in by a link, once, in ${language}`, async () => {
    const { demo } = walk;
    const [, token] = /#([0-9a-f]+)/.exec(demo.tell('link', demo.file, login));
    const page = await walk.enter(login, token);
    await page.getByText('Lácteos del Valle S.A.C.').first().waitFor();
    const other = await walk.open(`${login}, again`);
    await other.goto(`${demo.url}/enter#${token}`);
    await other.getByText(languages[0][1].enter.link_failed).waitFor();
  });

  await walk.step(`${WHO} puts a lost telephone out, in ${language}`, async () => {
    const page = await walk.open(WHO);
    await walk.go(page, '/people');
    const rows = page.getByRole('table', { name: t.people.sessions });
    await rows.getByRole('row', { name }).getByText(t.people.by_link).waitFor();
    await page.getByRole('button', { name: `${t.people.sign_out}: ${name}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(name, { exact: false }).first().waitFor();
    await walk.look(page, `role-administrator-put-out-${login}`);
    await dialog.getByRole('button', { name: t.people.sign_out }).dblclick();
    await page.getByText(t.people.signed_out(name)).waitFor();
    await rows.getByRole('row', { name }).waitFor({ state: 'detached' });
    const his = await walk.open(login);
    await walk.go(his, '/buyers');
    await his.getByRole('heading', { name: languages[0][1].enter.title }).waitFor();
  });

  await walk.step(`${WHO} ends his role, in ${language}`, async () => {
    const page = await walk.open(WHO);
    const role = t.people.end_of(t.word.role.buyer);
    await page.getByRole('button', { name: `${role}: ${name}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: t.people.end }).click();
    await page.getByText(t.people.ended).waitFor();
    await page.getByRole('button', { name: `${role}: ${name}` }).waitFor({ state: 'detached' });
  });
}

async function devicesAndLog(walk, language, t, login) {
  await walk.step(`${WHO} registers a telephone, in ${language}`, async () => {
    const page = await walk.open(WHO);
    await page.getByRole('navigation').getByRole('link', { name: t.shell.sources }).click();
    await page.getByLabel(t.sources.name).fill(`Ruta ${login}`);
    await page.getByRole('button', { name: t.common.save }).dblclick();
    await page.getByText(t.sources.added(`Ruta ${login}`)).waitFor();
    await page.getByRole('cell', { name: `Ruta ${login}` }).waitFor();
    expect(await page.getByRole('cell', { name: `Ruta ${login}` }).count() === 1, 'twice');
  });

  await walk.step(`${WHO} finds in the log what he did, in ${language}`, async () => {
    const page = await walk.open(WHO);
    await page.getByRole('navigation').getByRole('link', { name: t.shell.log }).click();
    await page.getByLabel(t.log.who, { exact: true }).fill('direccion');
    await page.getByLabel(t.log.what, { exact: true }).selectOption('add_user');
    await page.getByRole('button', { name: t.common.show }).click();
    await page.waitForURL('**/log?**command=add_user**');
    await walk.settled(page);
    const record = page.locator('tbody details').first();
    await record.locator('summary').click();
    expect((await record.locator('pre').innerText()).includes(login), 'it is not the newest');
    await walk.look(page, `role-administrator-log-${login}`);
  });

  await walk.step(`${WHO} is shown nobody's money, in ${language}`, async () => {
    const page = await walk.open(WHO);
    for (const path of ['/balances', '/settlement/3', '/payments', '/bank', '/buyers']) {
      await walk.go(page, path);
      await page.getByRole('alert').first().waitFor();
      const text = await page.locator('main').innerText();
      expect(!/S\/|PEN \d/.test(text), `${path} shows ${text}`);
    }
  });
}

export async function administrator(walk) {
  for (const [place, [language, t]] of languages.entries()) {
    const login = `nelida${place}`;
    const name = await takeIn(walk, language, t, login);
    await signInAndOut(walk, language, t, { login, name });
    await devicesAndLog(walk, language, t, login);
  }
  await walk.lookAtAll(WHO, [
    ['/', 'role-administrator-home'], ['/people?add=1', 'role-administrator-people'],
    ['/sources', 'role-administrator-sources'], ['/log', 'role-administrator-log'],
    ['/suppliers?search=M-00', 'role-administrator-suppliers'],
  ], [320, 1440]);
}
