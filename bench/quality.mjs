// bench/quality.mjs [ANALYSES]
// Opens Quality with 100,000 generated analyses in Chromium, against the real program, and prints
// what it takes to show them, to choose another attribute and to group. It judges nothing: a shared
// machine is slow for reasons of its own.
import { Walk } from '../tests/browser/harness.mjs';
import { measure, said } from './page_times.mjs';

const ANALYSES = Number(process.argv[2] ?? 100_000);
const FIRST = Date.UTC(2025, 0, 1);

/** Always the same analyses of these suppliers, two a day; one in a thousand is far out. */
function made(count, suppliers) {
  let seed = 20250101;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const middling = () => random() + random() + random();
  return Array.from({ length: count }, (_, row) => {
    const { code, name } = suppliers[row % suppliers.length];
    const turn = Math.floor(row / suppliers.length);
    const fat = row % 1000 === 0 ? 11 : 2.5 + middling();
    return {
      day: new Date(FIRST + Math.floor(turn / 2) * 86_400_000).toISOString().slice(0, 10),
      shift: turn % 2 === 0 ? 'morning' : 'evening', supplier: code, name,
      readings: [{ attribute: 'fat', value: fat.toFixed(2) },
        { attribute: 'protein', value: (2.4 + middling() / 2).toFixed(2) },
        { attribute: 'solids', value: (11 + middling()).toFixed(2) },
        { attribute: 'scc', value: String(Math.floor(2 ** (5 + 2 * middling()))) }],
    };
  });
}

const press = `[...document.querySelectorAll('main button')].find((each) =>
  each.textContent.trim() === given).click();`;
const attributes = ['Proteína', 'Sólidos totales', 'Células somáticas', 'Grasa']
  .map((name) => [name, press, name]);
const groups = ['Por caserío', 'Por proveedor', 'Todo junto'].map((name) => [name, press, name]);

const walk = new Walk();
try {
  await walk.begin();
  const page = await walk.enter('Gerencia');
  const answer = await page.request.get(`${walk.demo.url}/api/v1/suppliers?organisation=1`);
  const analyses = made(ANALYSES, (await answer.json()).suppliers);
  const { day } = analyses.at(-1);
  await page.route('**/api/v1/analyses?*', (route) => route.fulfill({ json: { analyses } }));
  const start = performance.now();
  await page.goto(`${walk.demo.url}/quality?first=2025-01-01&last=${day}`);
  await page.locator('.uplot').nth(1).waitFor({ timeout: 120_000 });
  console.log(`all ${ANALYSES} analyses after ${said(performance.now() - start)} ms, `
    + `${(JSON.stringify(analyses).length / 1e6).toFixed(1)} MB of text`);
  await measure(page, 'Attribute', attributes);
  await measure(page, 'Group', groups);
} finally {
  await walk.end();
}
