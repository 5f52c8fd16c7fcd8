// bench/table.mjs [ROWS]
// Opens Deliveries with 100,000 generated rows in Chromium, against the real program, and prints
// what it takes to choose, to put in order, to group and to scroll. It judges nothing: a shared
// machine is slow for reasons of its own.
import { Walk } from '../tests/browser/harness.mjs';
import { measure, middle, said } from './page_times.mjs';

const ROWS = Number(process.argv[2] ?? 100_000);
const SUPPLIERS = 800;
const FIRST = Date.UTC(2025, 2, 1);

/** Always the same deliveries: day by day, morning and evening, with readings of every fourth. */
function made(count) {
  let seed = 20250301;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const names = Array.from({ length: SUPPLIERS }, (_, place) =>
    `${['Rosa', 'Luis', 'Carmen', 'Julio', 'Zoila'][place % 5]} Huamán Quispe ${place}`);
  return Array.from({ length: count }, (_, row) => {
    const supplier = row % SUPPLIERS;
    const day = new Date(FIRST + Math.floor(row / (2 * SUPPLIERS)) * 86_400_000);
    const fat = row % 5000 === 0 ? 11 : 3.2 + random();
    return {
      day: day.toISOString().slice(0, 10), source: 1, sequence: row + 1,
      supplier: `M-${String(supplier + 1).padStart(3, '0')}`, name: names[supplier],
      shift: row % (2 * SUPPLIERS) < SUPPLIERS ? 'morning' : 'evening',
      quantity: (10 + random() * 90).toFixed(3), outcome: row % 97 === 0 ? 'rejected' : 'accepted',
      ...(row % 97 === 0 ? { reason: 'ácida' } : {}),
      readings: row % 4 === 0
        ? [{ attribute: 'fat', value: fat.toFixed(2) },
          { attribute: 'protein', value: (2.9 + random() / 2).toFixed(2) },
          { attribute: 'solids', value: (11.5 + random() * 2).toFixed(2) },
          { attribute: 'scc', value: String(Math.floor(100 + random() * 500)) }]
        : [],
      corrected: row % 1009 === 0, undone: false,
    };
  });
}

function sumOf(rows, outcome) {
  const sum = rows.filter((each) => each.outcome === outcome && !each.corrected)
    .reduce((all, { quantity }) => all + BigInt(quantity.replace('.', '')), 0n);
  const digits = String(sum).padStart(4, '0');
  return `${digits.slice(0, -3)}.${digits.slice(-3)}`;
}

const search = `const field = document.querySelector('input[type=search]');
  field.value = given; field.dispatchEvent(new Event('input', { bubbles: true }));`;
const select = `const [label, value] = given;
  const name = [...document.querySelectorAll('label')].find((each) =>
    each.textContent.trim() === label);
  const field = document.getElementById(name.htmlFor);
  field.value = value; field.dispatchEvent(new Event('change', { bubbles: true }));`;
const sort = `[...document.querySelectorAll('[role=columnheader] button')].find((each) =>
  each.textContent.trim().startsWith(given)).click();`;
const choices = [
  ['search "huaman 7"', search, 'huaman 7'], ['search "m-00"', search, 'm-00'],
  ['search nothing', search, ''],
  ['only rejected', select, ['Resultado', 'rejected']], ['all', select, ['Resultado', 'all']],
  ['without a reading', select, ['Análisis', 'missing']],
  ['unusual', select, ['Análisis', 'unusual']], ['all', select, ['Análisis', 'all']],
];
const orders = [
  ...['Cantidad', 'Cantidad', 'Proveedor', 'Proveedor', 'Día', 'Día', 'Grasa', 'Grasa', 'Estado']
    .map((title) => [`by ${title}`, sort, title]),
];
const groups = ['day', 'hamlet', 'supplier', 'none'].map((by) =>
  [`grouped by ${by}`, select, ['Agrupar por', by]]);

/** Milliseconds with a processor of the longest task of the page while something is done. */
async function longestTask(page, way) {
  const browser = page.context().browser();
  await browser.startTracing(page, { categories: ['toplevel'] });
  await way();
  const { traceEvents: events } = JSON.parse((await browser.stopTracing()).toString());
  const threadOf = ({ pid, tid }) => `${pid} ${tid}`;
  const pages = new Set(events.filter(({ name, args }) =>
    name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf));
  return Math.max(...events.filter((each) =>
    each.name.endsWith('RunTask') && pages.has(threadOf(each)))
    .map(({ tdur }) => (tdur ?? 0) / 1000));
}

/** Scrolls in a way, and says how long its frames took. */
async function scroll(page, name, way) {
  await page.evaluate(() => {
    const seen = { frames: [], long: [], last: performance.now(), on: true };
    window.seen = seen;
    new PerformanceObserver((list) => seen.long.push(...list.getEntries().map((each) =>
      each.duration))).observe({ type: 'long-animation-frame' });
    const next = (now) => {
      seen.frames.push(now - seen.last);
      seen.last = now;
      if (seen.on) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  const most = await longestTask(page, way);
  const { frames, long } = await page.evaluate(() => {
    window.seen.on = false;
    return window.seen;
  });
  const inOrder = frames.slice(2).toSorted((one, other) => one - other);
  console.log(`${name}: ${inOrder.length} frames, median ${said(middle(inOrder))}, 99 % `
    + `${said(inOrder[Math.floor(inOrder.length * 0.99)])}, longest ${said(inOrder.at(-1))} ms; `
    + `long frames (> 50 ms): ${long.length}${long.length ? ` (${long.map(Math.round)})` : ''}; `
    + `the longest task has ${most.toFixed(1)} ms of a processor`);
}

const walk = new Walk();
try {
  await walk.begin();
  const page = await walk.enter('Gerencia');
  // Wide enough for a column of each reading.
  await page.setViewportSize({ width: 1600, height: 900 });
  const rows = made(ROWS);
  const totals = {
    total: ROWS, accepted: sumOf(rows, 'accepted'), rejected: sumOf(rows, 'rejected'),
  };
  await page.route('**/api/v1/deliveries?*', (route) => {
    const query = new URL(route.request().url()).searchParams;
    const [offset, limit] = [query.get('offset') ?? 0, query.get('limit') ?? 200].map(Number);
    return route.fulfill({ json: { ...totals, deliveries: rows.slice(offset, offset + limit) } });
  });
  const last = rows.at(-1).day;
  const start = performance.now();
  await page.goto(`${walk.demo.url}/deliveries?first=2025-03-01&last=${last}`);
  await page.locator('[role=row][aria-rowindex="2"]').waitFor();
  console.log(`first rows after ${said(performance.now() - start)} ms`);
  const box = await page.locator('[role=grid]').boundingBox();
  await page.mouse.move(box.x + 300, box.y + 200);
  const isThere = page.locator('progress').waitFor({ state: 'detached', timeout: 120_000 });
  await scroll(page, 'while the others come', async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      await page.mouse.wheel(0, 300);
      await page.waitForTimeout(30);
    }
    await isThere;
  });
  console.log(`all ${ROWS} rows after ${said(performance.now() - start)} ms`);
  await measure(page, 'Choose', choices);
  await measure(page, 'Put in order', orders);
  await measure(page, 'Group', groups);
  console.log('\nScroll');
  await page.locator('[role=grid]').focus();
  const shown = await page.locator('[role=grid]').boundingBox();
  await page.mouse.move(shown.x + 300, shown.y + 200);
  const top = () => page.locator('[role=grid]').evaluate((grid) => grid.scrollTop);
  const from = await top();
  await scroll(page, 'wheel', async () => {
    for (let turn = 0; turn < 200; turn += 1) {
      await page.mouse.wheel(0, 40 + turn * 5);
      await page.waitForTimeout(16);
    }
  });
  console.log(`(by ${await top() - from} pixels)`);
  await scroll(page, 'keys', async () => {
    for (let turn = 0; turn < 60; turn += 1) await page.keyboard.press('PageDown');
    for (let turn = 0; turn < 60; turn += 1) await page.keyboard.press('ArrowDown');
  });
  await scroll(page, 'leaps', async () => {
    for (let turn = 0; turn < 60; turn += 1) {
      await page.evaluate((part) => {
        const grid = document.querySelector('[role=grid]');
        grid.scrollTop = grid.scrollHeight * part;
      }, (turn * 0.37) % 1);
      await page.waitForTimeout(20);
    }
  });
} finally {
  await walk.end();
}
