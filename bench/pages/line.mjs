// How long a reader waits for his first page on a bad line, signed in: cold, when this browser has
// nothing but his session, and warm, when he was there before. It is interactive once the content
// is there and no task longer than 50 ms runs any more for a second.
import { slowDown } from '../../tests/browser/slow.mjs';
import { ROUNDS, share, table } from './report.mjs';
import { watch } from './watch.mjs';

const READERS = {
  farmer: ['Productora', { width: 360, height: 740 }],
  manager: ['Gerencia', { width: 1280, height: 900 }],
};
const REACH = { cold: 5000, warm: 1000 };
const QUIET = 1000;

async function load(page, url) {
  await page.goto('about:blank');
  await page.goto(url);
  return page.evaluate((quiet) => window.untilThere('/', quiet), QUIET);
}

/** Waits until the worker of a page has what the page needs. */
async function kept(page) {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.waitForLoadState('networkidle');
}

async function timesOf(walk, who, viewport) {
  const mine = await walk.enter(who);
  const cookies = await mine.context().cookies();
  const times = { cold: [], warm: [] };
  for (let round = 0; round < ROUNDS; ++round) {
    const context = await mine.context().browser().newContext({ viewport, locale: 'es-PE' });
    await context.addCookies(cookies);
    await context.addInitScript(watch);
    const page = await context.newPage();
    await slowDown(page);
    times.cold.push(await load(page, `${walk.demo.url}/`));
    await kept(page);
    times.warm.push(await load(page, `${walk.demo.url}/`));
    await context.close();
  }
  return times;
}

export async function line(walk) {
  const rows = [['400 ms, 400 kbit/s', 'load', 'content', 'interactive', 'worst', 'to reach']];
  let missed = 0;
  for (const [name, [who, viewport]] of Object.entries(READERS)) {
    const times = await timesOf(walk, who, viewport);
    for (const [load_, all] of Object.entries(times)) {
      const interactive = all.map((time) => time.interactive);
      const middle = share(interactive, 0.5);
      if (middle > REACH[load_]) missed += 1;
      rows.push([name, load_, ...[share(all.map((time) => time.content), 0.5), middle,
        Math.max(...interactive), REACH[load_]].map((value) => `${Math.round(value)} ms`)]);
    }
  }
  table(rows);
  return missed;
}
