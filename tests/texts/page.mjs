// What the pages show of the strings that were sent: each as a text, byte for byte, and nothing of
// it run. Reads what to expect from the file that its argument names.
import { readFileSync } from 'node:fs';
import { expect, Walk } from '../browser/harness.mjs';

const told = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const walk = new Walk();
// The server that holds the strings stands in the place of a demo.
walk.demo = {
  url: told.url, links: new Map(), make: () => undefined, serve: async () => undefined,
  remove: async () => undefined,
};
const pages = new Map();
const broken = [];
let compared = 0;
let failed = 0;

/** A step after which the others are taken all the same. */
async function step(name, act) {
  try {
    await walk.step(name, act);
  } catch {
    failed += 1;
    for (const error of broken) console.log(error);
    walk.forget(/./);
  }
  broken.length = 0;
}

/** Somebody's page, in which whatever a script could do leaves a mark. */
async function pageOf(who) {
  if (pages.has(who)) return (walk.page = pages.get(who));
  const page = await walk.open(who);
  const [name, value] = told.cookies[who].split('=');
  await page.context().addCookies([{ name, value, url: told.url }]);
  await page.addInitScript(() => {
    window.ran = [];
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
      window[name] = (...words) => void window.ran.push(`${name}(${words})`);
    }
    addEventListener('securitypolicyviolation', (event) =>
      window.ran.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  page.on('pageerror', (error) => broken.push(String(error.stack ?? error)));
  page.on('dialog', (dialog) => dialog.dismiss());
  pages.set(who, page);
  return page;
}

/** Nothing ran, nothing was blocked, nothing was added to the document that could run. */
async function nothingRan(page) {
  const found = await page.evaluate(() => {
    const handlers = [...document.querySelectorAll('body *')].filter((element) =>
      element.getAttributeNames().some((name) => name.startsWith('on')) ||
      (element.localName === 'a' && /^\s*(javascript|data|vbscript):/i.test(element.href)));
    const scripts = [...document.scripts].filter((script) => !script.src);
    return [...window.ran, ...[...handlers, ...scripts].map((element) => element.outerHTML)];
  });
  expect(found.length === 0, `it is not text alone: ${found.slice(0, 3).join('; ')}`);
}

/** Opens a page, and shows every row of its table. */
async function open(who, path, parameters = {}) {
  const page = await pageOf(who);
  const address = new URL(path, told.url);
  const wanted = { organisation: '1', ...parameters };
  for (const [name, value] of Object.entries(wanted)) {
    if (!address.searchParams.has(name)) address.searchParams.set(name, value);
  }
  await walk.go(page, address.pathname + address.search);
  const more = page.locator('.more button:visible');
  while (await more.count() > 0) await more.first().click();
  return page;
}

/** Texts of a page: one list of them for each row that `rows` finds. */
const textsOf = (page, rows, cells) => page.locator(rows).evaluateAll((found, selectors) =>
  found.map((row) => selectors.map((each) => row.querySelector(each)?.textContent ?? null)),
cells);

/** Every expected row is shown, and no other. */
function compare(shown, expected) {
  const key = (row) => JSON.stringify(row);
  const left = new Map();
  for (const row of shown) left.set(key(row), (left.get(key(row)) ?? 0) + 1);
  const missing = expected.filter((row) => {
    const count = left.get(key(row)) ?? 0;
    left.set(key(row), count - 1);
    return count < 1;
  });
  const surplus = [...left].filter(([, count]) => count > 0).map(([row]) => row);
  expect(missing.length === 0, `${missing.length} rows are not shown as they were sent, first ` +
    `${missing.slice(0, 3).map(key).join(' ')}; instead ${surplus.slice(0, 3).join(' ')}`);
  compared += expected.length;
}

/** On a telephone the strings make no page wider than it. */
async function fitsTelephone(page) {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.evaluate(() => new Promise((drawn) => { requestAnimationFrame(drawn); }));
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(over <= 0, `${new URL(page.url()).pathname} is ${over} pixels too wide`);
}

/** Nothing ran, and it can be read on a telephone. */
async function holds(page) {
  await nothingRan(page);
  await fitsTelephone(page);
}

/** A page whose table shows rows of texts; what the page itself puts behind them is cut off. */
const table = (name, who, path, cells, expected) => step(name, async () => {
  const page = await open(who, path);
  const shown = await textsOf(page, 'tbody tr:has(td.lead)', cells);
  const bare = (text) => text?.replace(/ · socio $/, '') ?? text;
  compare(shown.map((row) => row.map(bare)), expected);
  await holds(page);
});

async function tables() {
  await table('suppliers: code, names, hamlet, household, certificate', 'manager', '/suppliers',
    ['td:nth-child(1) strong', 'td:nth-child(1) > div', 'td:nth-child(3) > div',
      'td:nth-child(4) > div', 'td:nth-child(5) > div'],
    told.suppliers);
  await table('obligations: supplier, document, creditor', 'manager', '/obligations',
    ['td:nth-child(1) strong', 'td:nth-child(1) .quiet-text', 'td:nth-child(2) .quiet-text'],
    told.obligations);
  await table('users: name and login', 'root', '/people',
    ['td:nth-child(1) strong', 'td:nth-child(1) .quiet-text'], told.users);
  await table('imports: names of files', 'manager', '/import', ['td:nth-child(1) a'],
    told.files);
  await table('liquidations: document', 'manager', '/liquidations?organisation=2',
    ['td:nth-child(1) strong'], told.liquidations);
  await table('lots: code', 'manager', '/lots?organisation=2', ['td:nth-child(1) strong'],
    told.lots);
  await table('a settlement: producers', 'manager', `/settlement/${told.settlement}`,
    ['td:nth-child(1) a', 'td:nth-child(1) > div'], told.producers);
}

/** The lines of the table of deliveries that are on the page: number, supplier, reason. */
const linesOf = (page) => page.locator('[role=row]:has(.state)').evaluateAll((rows) =>
  rows.map((row) => {
    const said = [...row.querySelector('.state').childNodes].filter(({ nodeType }) =>
      nodeType === Node.TEXT_NODE).map(({ data }) => data).join('');
    return [row.getAttribute('aria-rowindex'), row.querySelector('.who strong').textContent,
      said.replace(/^ /, '')];
  }));

/** The table has only the lines in view on the page: all of them pass by. */
async function rejectedMilk() {
  const page = await open('manager', '/deliveries', { ...told.milk, outcome: 'rejected' });
  await page.locator('progress').waitFor({ state: 'detached' });
  const grid = page.getByRole('grid');
  const wanted = Number(await grid.getAttribute('aria-rowcount')) - 1;
  const shown = new Map();
  for (let pages = 0; shown.size < wanted && pages < wanted; pages += 1) {
    await grid.evaluate(async (frame, at) => {
      frame.scrollTop = at * frame.clientHeight / 2;
      for (let frames = 0; frames < 2; frames += 1) {
        await new Promise((drawn) => { requestAnimationFrame(drawn); });
      }
    }, pages);
    for (const [index, ...texts] of await linesOf(page)) shown.set(index, texts);
  }
  compare([...shown.values()], told.rejected);
  await holds(page);
}

async function productsAndTerms() {
  const page = await open('manager', '/terms');
  const names = await page.locator('main select option').evaluateAll((options) =>
    options.map((option) => [option.value, option.textContent]));
  compare(names, told.products);
  const missing = [];
  for (const { product, rule, premium } of told.terms) {
    missing.push(...await missingFrom(page, product, [['td.lead strong', rule],
      ['ol strong', premium]]));
  }
  const ofParties = await open('manager', '/terms', { organisation: '2' });
  for (const { product, buyer } of told.terms) {
    missing.push(...await missingFrom(ofParties, product, [['h3', buyer]]));
  }
  expect(missing.length === 0, missing.join('; '));
}

/** The texts that the terms of a product do not show where they should. */
async function missingFrom(page, product, texts) {
  const missing = [];
  await page.locator('main select').first().selectOption({ value: product });
  for (const [where, text] of texts) {
    const found = await shows(page, where, text);
    if (found !== undefined) missing.push(`${JSON.stringify(text)} is not among ${found}`);
  }
  await nothingRan(page);
  return missing;
}

/** Waits until some element is, or begins with, just this text; if none does, what there is. */
async function shows(page, selector, text) {
  compared += 1;
  const found = page.waitForFunction(([where, wanted]) => [...document.querySelectorAll(where)]
    .some(({ textContent }) => textContent === wanted || textContent.startsWith(`${wanted} · `)),
  [selector, text], { timeout: 3000 });
  return found.then(() => undefined, async () =>
    JSON.stringify(await page.locator(selector).allTextContents()));
}

/** Links to statements as they stand in the page, with what the server gives for each. */
const linksOf = (page) => page.locator('td.lead a').evaluateAll((found) =>
  Promise.all(found.map(async (link) => {
    const answer = await fetch(link.href);
    return { code: link.textContent, href: link.href, status: answer.status };
  })));

/** A code leads to its own statement, whatever it means in an address; also after a reload. */
async function statements() {
  const page = await open('manager', `/settlement/${told.settlement}`);
  const links = await linksOf(page);
  const lost = links.filter(({ code, href, status }) => {
    const path = new URL(href).pathname.split('/');
    return status !== 200 || path.length !== 4 || decodeURIComponent(path[3]) !== code;
  });
  compared += links.length;
  for (const { code, name } of told.statements) {
    const link = links.find((each) => each.code === code);
    if (lost.includes(link)) continue;
    await page.goto(link.href);
    const arrived = page.waitForFunction((title) =>
      document.querySelector('h1')?.textContent === title, name, { timeout: 5000 });
    await arrived.catch(() => lost.push(link));
    await nothingRan(page);
  }
  expect(lost.length === 0, `${lost.length} of ${links.length} codes do not lead to their ` +
    `statement: ${JSON.stringify(lost.slice(0, 5))}`);
}

/** The sheet of a laboratory: a row for each sample, and an attribute whose name is markup. */
async function readings() {
  const { product, day, sellers, name } = told.read;
  const page = await open('manager', '/deliveries/readings', { product, day });
  await page.locator('tbody th').first().waitFor();
  compare(await textsOf(page, 'tbody tr:has(input)', ['th strong', 'th .quiet-text']), sellers);
  const titles = await page.locator('thead th').evaluateAll((found) =>
    found.map(({ firstChild }) => firstChild.data.trim()));
  expect(titles.includes(name), `the titles are ${titles}`);
  await holds(page);
}

/** The heads of groups that are in view: the others pass by the same way. */
async function groups() {
  const { product, day, sellers, hamlets } = told.read;
  const names = { hamlet: hamlets, supplier: sellers.map(([, name]) => name) };
  for (const [by, known] of Object.entries(names)) {
    const page = await open('manager', '/deliveries', { product, first: day, last: day, by });
    await page.getByRole('treegrid').waitFor();
    const shown = await page.locator('.group strong').evaluateAll((found) =>
      found.map(({ textContent }) => textContent.trim()));
    const strange = shown.filter((text) => !known.some((each) => each.trim() === text));
    expect(shown.length > 3 && strange.length === 0, `groups of nobody: ${strange.slice(0, 3)}`);
    compared += shown.length;
    await holds(page);
  }
}

/** The room of a fortnight: what changed, what was refused, where the money of one goes. */
async function room() {
  const { room: number, sellers, reasons, name } = told.read;
  const page = await open('manager', `/settlement/${number}`);
  const closed = page.locator('main details:not([open]) > summary:visible');
  while (await closed.count() > 0) await closed.first().click();
  await walk.settled(page);
  const more = page.locator('.more button:visible');
  while (await more.count() > 0) await more.first().click();
  const bare = (rows) => rows.map(([code, text]) => [code, text.trim()]);
  const parts = 'table:has(caption:text("rechazada"))';
  compare(bare(await textsOf(page, `${parts} tbody tr`, ['strong', 'td:nth-child(3)'])),
    bare(reasons));
  const changed = await textsOf(page, 'details table tbody tr:has(a[href*="/settlement/"])',
    ['td:first-child strong']);
  expect(changed.length >= sellers.length, `${changed.length} producers are compared`);
  const all = await page.locator('main').innerText();
  expect(all.includes(name), 'the rule is not named as it is');
  await holds(page);
  await page.locator('td button').first().click();
  await page.getByRole('dialog').waitFor();
  await holds(page);
}

/** The workshop: a draft of this name, by what each of them receives. */
async function workshop() {
  const { product, day, sellers, name } = told.read;
  const page = await open('manager', '/terms/workshop', { product });
  const signed = await page.locator('option', { hasText: /^Para socios, desde/ }).textContent();
  await page.getByLabel('Empezar de').selectOption({ label: signed });
  await page.getByRole('button', { name: 'Abrir borrador' }).click();
  await page.getByLabel('Nombre del borrador').fill(name);
  await page.getByRole('heading', { name }).waitFor();
  for (const label of ['Desde', 'Hasta']) await page.getByLabel(label, { exact: true }).fill(day);
  await page.getByRole('button', { name: 'Todos', exact: true }).click();
  await page.getByRole('button', { name: 'Lo que recibe', exact: true }).click();
  const table = page.getByRole('table', { name: /Lo que cambia para cada productor/ });
  await table.locator('tbody tr').first().waitFor();
  const shown = await table.locator('tbody tr td:first-child strong').allTextContents();
  const known = new Set(sellers.map(([code]) => code));
  const strange = shown.filter((code) => !known.has(code));
  expect(shown.length > 3 && strange.length === 0, `not among them: ${strange.slice(0, 3)}`);
  compared += shown.length;
  await holds(page);
}

/** A statement of the bank, called by its file, and what each of its lines says. */
async function bank() {
  const { statement, name, texts } = told.bank;
  await holds(await open('manager', '/bank'));
  const page = await open('manager', `/bank/${statement}`);
  expect(await shows(page, 'dd.name', name) === undefined, 'the file has another name');
  const more = page.locator('main button').filter({ hasText: 'Ver más' });
  while (await more.count() > 0) await more.first().click();
  const shown = await page.locator('[data-line] .text').allInnerTexts();
  const missing = texts.filter((text) => !shown.some((each) => each.includes(text)));
  expect(missing.length === 0, `${missing.length} lines are missing: ${missing.slice(0, 3)}`);
  compared += texts.length;
  await holds(page);
}

/** Pages whose texts are compared elsewhere, or that show a few of them. */
async function others() {
  const pages = ['/', '/payments', '/vouchers', '/journal', '/balances?by_party=1', '/capital',
    '/stock', '/assets', '/reports/open_items', '/buyers?organisation=2',
    '/calendar?organisation=2'];
  const found = [];
  for (const [who, paths] of [['manager', pages], ['root', ['/log', '/sources']]]) {
    for (const path of paths) {
      await holds(await open(who, path)).catch((error) => found.push(`${path}: ${error.message}`));
    }
  }
  expect(found.length === 0, found.join('; '));
}

/** What a supplier is added with, typed into the form; several strings at a time. */
async function form() {
  const page = await pageOf('manager');
  await walk.go(page, '/suppliers?organisation=3&add=1');
  const fields = ['Código', 'Nombres', 'Apellidos', 'Caserío', 'Teléfono'];
  const boxes = await Promise.all(fields.map((label) => labelled(page, label)));
  for (const row of told.form) {
    for (const [place, box] of boxes.entries()) await box.fill(row[place]);
    const answer = page.waitForResponse((response) => response.url().endsWith('/add_supplier'));
    await page.getByRole('button', { name: 'Guardar' }).click();
    const status = (await answer).status();
    expect(status === 200, `${JSON.stringify(row)} is refused: ${await (await answer).text()}`);
    await page.waitForFunction((box) => box.value === '', await boxes[0].elementHandle());
  }
  await walk.settled(page);
  const more = page.locator('.more button:visible');
  while (await more.count() > 0) await more.click();
  compare(await textsOf(page, 'tbody tr', ['td:nth-child(1) strong', 'td:nth-child(1) > div',
    'td:nth-child(3) > div']), told.form.map(([code, given, family, hamlet]) =>
    [code, `${code} ${given} ${family}`, hamlet]));
  await nothingRan(page);
}

const labelled = (page, label) => page.locator('form.card').getByLabel(label).first();

/** The comparison and the marks notice what they are there for. */
async function plantedFaults() {
  const failing = async (act) => {
    try {
      await act();
    } catch {
      return true;
    }
    return false;
  };
  const [first, ...others] = told.files;
  const changed = [[`${first[0]}\u200b`], ...others];
  expect(await failing(async () => compare(told.files, changed)), 'a changed text is not noticed');
  const page = await open('manager', '/suppliers');
  await page.evaluate(() => window.alert(1));
  expect(await failing(() => nothingRan(page)), 'a script that runs is not noticed');
  await open('manager', '/suppliers');
  await page.evaluate(() => {
    const image = document.createElement('div');
    image.innerHTML = '<img src="/nothing" onerror="alert(1)">';
    document.body.append(image);
  });
  expect(await failing(() => nothingRan(page)), 'markup in the page is not noticed');
  walk.forget(/Content Security Policy|inline/i);
}

try {
  await walk.begin();
  await tables();
  await step('deliveries: reasons of rejection', rejectedMilk);
  await step('the sheet of a laboratory', readings);
  await step('deliveries under the heads of hamlets and suppliers', groups);
  await step('the room of a fortnight, opened to what it holds', room);
  await step('the workshop, by what each receives', workshop);
  await step('a statement of the bank', bank);
  await step('other pages are text alone, and no wider than a telephone', others);
  await step('products and their terms', productsAndTerms);
  await step('a code in an address', statements);
  await step('typed into the form of a supplier', form);
  await step('planted faults are found', plantedFaults);
  console.log(`${compared} rows of texts in the pages`);
  if (failed > 0) process.exitCode = 1;
  else walk.report();
} finally {
  await walk.end();
}
