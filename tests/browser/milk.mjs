// The milk of a period in one table, a page of a laboratory's readings, both by keyboard, and what
// the analyses found.
import { expect, plain, Walk } from './harness.mjs';

const DAYS = '/deliveries?first=2025-08-16&last=2025-08-31';
const SHEET = '/deliveries/readings?day=2025-08-20';
const QUALITY = '/quality?first=2025-07-01&last=2025-08-31';
const PAGES = [
  [`${QUALITY}&attribute=fat`, 'quality'], [`${QUALITY}&supplier=M-002`, 'quality-supplier'],
  [`${QUALITY}&attribute=scc&by=hamlet`, 'quality-hamlets'],
  [`${DAYS}&by=hamlet&order=-quantity`, 'milk-hamlets'],
  [`${DAYS}&by=day&open=2025-08-17`, 'milk-day'],
  [`${DAYS}&outcome=rejected`, 'milk-rejected'],
];

const numbers = (text) => (plain(text).match(/[\d,]+(\.\d+)?/g) ?? []).map((each) =>
  Number(each.replaceAll(',', '')));
const thousandths = (text) => Math.round(numbers(text)[0] * 1000);
const lines = (page) => page.locator('[role=row][aria-rowindex]:not([aria-rowindex="1"])');
/** The line that has the focus, which must be on the page. */
const active = (page) => page.evaluate(() => {
  const id = document.activeElement.getAttribute('aria-activedescendant');
  return Number(document.getElementById(id)?.getAttribute('aria-rowindex'));
});

async function table(walk) {
  await walk.step('all deliveries of the period come, and their sum is the server\'s', async () => {
    const page = await walk.enter('Gerencia');
    await walk.go(page, DAYS);
    await page.locator('progress').waitFor({ state: 'detached' });
    const [shown, total] = numbers(await page.getByText(/ de .* entregas/).innerText());
    expect(shown === total && total > 5000, `${shown} of ${total} are shown`);
    const count = await page.getByRole('grid').getAttribute('aria-rowcount');
    expect(Number(count) === total + 1, `the table has ${count} lines`);
    expect(await lines(page).count() < 60, 'lines out of view are on the page');
    await page.getByLabel('Agrupar por').selectOption('hamlet');
    await page.getByRole('treegrid').waitFor();
    const parts = (await page.getByRole('treegrid').getByText(/kg$/).allInnerTexts())
      .map(thousandths);
    const all = thousandths(await page.locator('dd').first().innerText());
    const sum = parts.reduce((one, other) => one + other, 0);
    expect(sum === all, `${parts} is ${sum}, not ${all}`);
  });

  await walk.step('a group opens to its rows, and the back button takes the grouping back',
    async () => {
      const page = await walk.open('Gerencia');
      await page.getByRole('treegrid').focus();
      await page.keyboard.press('Enter');
      await page.locator('[aria-expanded=true]').waitFor();
      await page.keyboard.press('ArrowDown');
      expect(await active(page) === 3, `the second line is ${await active(page)}`);
      expect(page.url().includes('open='), `the address is ${page.url()}`);
      await page.goBack();
      await page.getByRole('grid').waitFor();
      expect(!page.url().includes('by='), `the address is ${page.url()}`);
    });

  await walk.step('the keyboard goes from end to end, and opens a record', async () => {
    const page = await walk.open('Gerencia');
    const grid = page.getByRole('grid');
    const last = Number(await grid.getAttribute('aria-rowcount'));
    await grid.focus();
    await page.keyboard.press('End');
    await page.locator(`[aria-rowindex="${last}"]`).waitFor();
    expect(await active(page) === last, `End leads to ${await active(page)}`);
    await page.keyboard.press('PageUp');
    expect(await active(page) < last - 3, `a page up is ${await active(page)}`);
    await page.keyboard.press('Home');
    await page.locator('[aria-rowindex="2"]').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('Corregir la entrega').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancelar' }).click();
  });

  await walk.step('what is searched and by what it stands in order outlive a reload', async () => {
    const page = await walk.open('Gerencia');
    await page.getByLabel('Buscar').fill('URIBE angela');
    await page.getByRole('columnheader', { name: 'Cantidad' }).getByRole('button').click();
    const amounts = async () =>
      (await page.locator('.quantity').allInnerTexts()).map(thousandths);
    await page.locator('[aria-sort=descending]').waitFor();
    await page.reload();
    await page.locator('progress').waitFor({ state: 'detached' });
    await walk.settled(page);
    const found = await amounts();
    expect(found.length > 1 && found.every((each, at) => at === 0 || each <= found[at - 1]),
      `not in order: ${found}`);
    const names = await page.locator('[role=gridcell].who').allInnerTexts();
    expect(names.every((name) => /Uribe/.test(name)), `somebody else: ${names}`);
    await page.getByLabel('Buscar').fill('nobody at all');
    await page.getByRole('button', { name: 'Mostrar todas' }).click();
    await page.getByRole('grid').waitFor();
  });

  await walk.step('what has no analysis is what the laboratory did not send', async () => {
    const page = await walk.open('Gerencia');
    await walk.go(page, '/deliveries?first=2025-08-20&last=2025-08-20');
    await page.getByLabel('Análisis', { exact: true }).selectOption('missing');
    await page.waitForURL(/analysis=missing/);
    await walk.settled(page);
    const [shown, total] = numbers(await page.getByText(/ de .* entregas/).innerText());
    const day = 'organisation=1&product=milk&first=2025-08-20&last=2025-08-20';
    const told = async (query) =>
      (await page.request.get(`${walk.demo.url}/api/v1/${query}&${day}`)).json();
    const sampleOf = ({ supplier, shift }) => `${supplier} ${shift}`;
    const found = new Set((await told('analyses?')).analyses.map(sampleOf));
    const wanted = (await told('deliveries?limit=5000')).deliveries.filter((each) =>
      each.outcome === 'accepted' && !each.corrected && !found.has(sampleOf(each))).length;
    expect(found.size > 0 && shown === wanted && shown < total,
      `${shown} of ${total} are shown, not ${wanted}`);
    await page.getByLabel('Análisis', { exact: true }).selectOption('all');
  });

  await walk.lookAtAll('Gerencia', PAGES);
}

async function sheet(walk) {
  await walk.step('readings are typed like into a spreadsheet, and judged beside the field',
    async () => {
      const page = await walk.open('Gerencia');
      await walk.go(page, '/account');
      await page.getByRole('button', { name: 'Español' }).click();
      await walk.go(page, DAYS);
      await page.getByRole('link', { name: 'Anotar análisis' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Anotar análisis' }).waitFor();
      await walk.go(page, SHEET);
      await page.getByLabel('Grasa, M-001').focus();
      await page.keyboard.type('3,93');
      await page.keyboard.press('Tab');
      await page.keyboard.type('3.1');
      await page.keyboard.press('Enter');
      await page.keyboard.type('99');
      await page.getByText('Debe ser de 0.50 a 12.00 %.').waitFor();
      const wrong = page.getByLabel('Grasa, M-002');
      expect(await wrong.getAttribute('aria-invalid') === 'true', 'the field does not say so');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.type('4');
      await page.getByText('1 muestra tiene una lectura por corregir.').waitFor();
      await walk.look(page, 'milk-sheet');
    });

  await walk.step('a page that is left keeps what was typed', async () => {
    const page = await walk.open('Gerencia');
    await page.reload();
    await page.getByText('Sin enviar: lo que escribió').waitFor();
    const fields = ['Grasa, M-001', 'Proteína, M-001', 'Grasa, M-002', 'Grasa, M-003'];
    const typed = await Promise.all(fields.map((each) => page.getByLabel(each).inputValue()));
    expect(typed.join(' ') === '3,93 3.1 99 4', `it stands as ${typed}`);
  });

  await walk.step('what is refused stays with its reason, the rest is taken', async () => {
    const page = await walk.open('Gerencia');
    const sent = [];
    await page.route('**/api/v1/record_analysis', (route) => {
      const body = route.request().postDataJSON();
      sent.push(body);
      if (body.supplier !== 'M-003') return route.continue();
      const text = 'La quincena ya está registrada.';
      return route.fulfill({ status: 422, json: {
        problems: [{ code: 'refused', where: '/day', detail: '', text }] } });
    });
    await page.getByLabel('Grasa, M-001').press('Control+Enter');
    await page.getByText('1 análisis anotado.').waitFor();
    await page.getByRole('row', { name: /M-001.*Anotado/ }).waitFor();
    await page.getByRole('table').getByText('La quincena ya está registrada.').waitFor();
    expect(await page.getByLabel('Grasa, M-003').inputValue() === '4', 'the refused one is gone');
    expect(JSON.stringify(sent[0].readings) === JSON.stringify([
      { attribute: 'fat', value: '3.93' }, { attribute: 'protein', value: '3.1' },
    ]), `sent was ${JSON.stringify(sent[0])}`);
    expect(sent.length === 2, `${sent.length} were sent`);
    await page.unroute('**/api/v1/record_analysis');
    await walk.look(page, 'milk-sheet-refused');
  });

  await walk.step('a lost network loses nothing and records nothing twice', async () => {
    const page = await walk.open('Gerencia');
    const keys = [];
    let isLost = true;
    await page.route('**/api/v1/record_analysis', (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      return isLost ? route.abort() : route.continue();
    });
    await page.getByLabel('Grasa, M-002').fill('3.9');
    await page.getByLabel('Grasa, M-002').press('Control+Enter');
    await page.getByText('1 muestra no se guardó').waitFor();
    expect(keys.length === 1, 'it went on without a network');
    isLost = false;
    await page.reload();
    await page.getByText('Sin enviar: lo que escribió').waitFor();
    await page.getByLabel('Grasa, M-002').press('Control+Enter');
    await page.getByText('2 análisis anotados.').waitFor();
    expect(keys[0] === keys[1], 'the same was sent under another key');
    expect(await page.getByText('Sin enviar').count() === 0, 'it is still said to be unsent');
    walk.forget(/Failed to load resource: net::ERR_FAILED/);
    await page.unroute('**/api/v1/record_analysis');
    await page.reload();
    await page.getByText(/muestras ya tienen su análisis/).waitFor();
    expect(await page.getByLabel('Grasa, M-001').count() === 0, 'it is asked for again');
    await page.getByRole('button', { name: /Mostrarlas también/ }).click();
    await page.getByLabel('Grasa, M-001').waitFor();
  });

  await walk.step('who only reads is not offered the sheet', async () => {
    const page = await walk.enter('Auditoría');
    await walk.go(page, DAYS);
    expect(await page.getByRole('link', { name: 'Anotar análisis' }).count() === 0, 'it is');
    await walk.go(page, SHEET);
    expect(await page.getByLabel('Grasa, M-001').count() === 0, 'it can be typed into');
  });
}

/** What stands under a word of the summary. */
const summary = async (page, word) =>
  numbers(await page.locator('dl > div').filter({ hasText: word }).locator('dd').innerText())[0];
/** The numbers of a column of a table, by its place. */
const column = async (table, place) =>
  (await table.locator(`tbody tr > :nth-child(${place})`).allInnerTexts())
    .map((text) => numbers(text)[0]);
const sumOf = (all) => all.reduce((one, other) => one + other, 0);

async function quality(walk) {
  await walk.step('what was measured is drawn, and every sample counts everywhere', async () => {
    const page = await walk.open('Gerencia');
    await walk.go(page, '/deliveries?first=2025-07-01&last=2025-08-31');
    await page.locator('main').getByRole('link', { name: 'Calidad' }).click();
    await page.getByRole('heading', { name: 'Calidad' }).waitFor();
    await page.getByRole('button', { name: 'Células somáticas' }).click();
    await page.locator('.uplot').nth(1).waitFor();
    expect(page.url().includes('attribute=scc'), `the address is ${page.url()}`);
    const samples = await summary(page, 'Muestras');
    expect(samples > 1000, `only ${samples} samples`);
    await page.locator('figure').nth(1).getByText('Ver como tabla').click();
    const spread = page.getByRole('table', { name: /Cuántas muestras/ });
    const inClasses = sumOf(await column(spread, 2));
    expect(inClasses === samples, `${inClasses} of ${samples} samples are in a class`);
    await page.getByRole('button', { name: 'Por caserío' }).click();
    const hamlets = page.getByRole('table', { name: /Células somáticas/ }).first();
    await hamlets.getByRole('img').first().waitFor();
    const [counted, far] = [sumOf(await column(hamlets, 2)), sumOf(await column(hamlets, 8))];
    const outliers = await summary(page, 'Atípicos');
    expect(counted === samples && far === outliers && far > 0,
      `${counted} of ${samples} samples and ${far} of ${outliers} outliers are in a hamlet`);
  });

  await walk.step('a hamlet opens to its suppliers, and the back button returns', async () => {
    const page = await walk.open('Gerencia');
    const samples = await summary(page, 'Muestras');
    await page.getByRole('link', { name: /LATERAL TRES/ }).first().click();
    await page.getByText(/Solo el caserío .*LATERAL TRES/).waitFor();
    const fewer = await summary(page, 'Muestras');
    expect(fewer > 0 && fewer < samples, `${fewer} of ${samples} samples are the hamlet's`);
    await page.getByRole('columnheader', { name: 'Mediana' }).getByRole('button').click();
    const medians = await column(page.getByRole('table', { name: /Células/ }).first(), 5);
    expect(medians.every((each, at) => at === 0 || each <= medians[at - 1]),
      `not in order: ${medians}`);
    await page.goBack();
    await page.getByRole('heading', { name: 'Caserío por caserío' }).waitFor();
    expect(await summary(page, 'Muestras') === samples, 'it still shows a hamlet');
  });

  await walk.step('an outlier opens its delivery, and the back button returns to it', async () => {
    const page = await walk.open('Gerencia');
    const row = page.getByRole('table', { name: /Valores atípicos/ }).locator('tbody tr').first();
    const supplier = (await row.locator('strong').first().innerText()).trim();
    await row.getByRole('link').press('Enter');
    await page.getByRole('heading', { name: 'Entregas' }).waitFor();
    await page.locator('[role=gridcell].who').first().waitFor();
    const found = await page.locator('[role=gridcell].who strong').allInnerTexts();
    expect(found.every((each) => each === supplier), `${found} are not ${supplier}`);
    await page.goBack();
    await page.getByRole('heading', { name: 'Valores atípicos' }).waitFor();
    expect(page.url().includes('attribute=scc'), `the address is ${page.url()}`);
    await page.getByText('Nada se quita').waitFor();
  });

  await walk.step('a word says what an outlier is', async () => {
    const page = await walk.open('Gerencia');
    await page.getByRole('button', { name: 'Atípicos' }).first().click();
    await page.getByText('no se quita nunca').waitFor();
    await page.keyboard.press('Escape');
  });

  await walk.step('a producer sees the quality of his own milk only', async () => {
    const page = await walk.enter('Productora');
    await walk.go(page, QUALITY);
    const samples = await summary(page, 'Muestras');
    expect(samples > 0 && samples < 20, `he sees ${samples} samples`);
    expect(await page.getByRole('button', { name: 'Por proveedor' }).count() === 0,
      'he is offered the others');
    await walk.look(page, 'quality-own');
  });
}

const walk = new Walk();
try {
  await walk.begin();
  await table(walk);
  await quality(walk);
  await sheet(walk);
  walk.report();
} catch {
  process.exitCode = 1;
} finally {
  await walk.end();
}
