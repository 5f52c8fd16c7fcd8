// Lighthouse as a telephone (its own throttling), on the first page of two readers. Everything but
// the session is forgotten before each run, as Lighthouse does by itself: the load is a cold one.
import lighthouse_ from 'lighthouse';
import puppeteer from 'puppeteer-core';
import { CHROMIUM, FLAGS, expect } from '../../tests/browser/harness.mjs';
import { ROUNDS, share, table } from './report.mjs';

const READERS = { farmer: 'Productora', manager: 'Gerencia' };
const REACH = { performance: 95, accessibility: 100, 'best-practices': 100 };

async function runOf(walk, who) {
  const browser = await puppeteer.launch({ executablePath: CHROMIUM, args: FLAGS });
  try {
    const page = await browser.newPage();
    await page.goto(`${walk.demo.url}/enter#${walk.demo.links.get(who)}`);
    await page.waitForSelector('nav');
    const runs = [];
    for (let round = 0; round < ROUNDS; ++round) {
      const flags = { logLevel: 'error', onlyCategories: Object.keys(REACH) };
      const { lhr } = await lighthouse_(`${walk.demo.url}/`, flags, undefined, page);
      expect(!lhr.runtimeError, JSON.stringify(lhr.runtimeError));
      expect(await page.$('nav'), 'Lighthouse has looked at the door');
      runs.push(lhr);
    }
    return runs;
  } finally {
    await browser.close();
  }
}

/** What keeps a category from 100, in Lighthouse's own words. */
function against(lhr) {
  return Object.keys(REACH).flatMap((name) => lhr.categories[name].auditRefs
    .filter(({ id, weight }) => weight > 0 && (lhr.audits[id].score ?? 1) < 0.9)
    .map(({ id }) => `${name}: ${lhr.audits[id].title} ${lhr.audits[id].displayValue ?? ''}`));
}

export async function lighthouse(walk) {
  const rows = [['Lighthouse, median', ...Object.keys(REACH), 'FCP', 'LCP', 'TBT', 'CLS']];
  const words = [];
  let missed = 0;
  for (const [name, who] of Object.entries(READERS)) {
    const runs = await runOf(walk, who);
    const middle = (of) => share(runs.map(of), 0.5);
    const scores = Object.entries(REACH).map(([category, reach]) => {
      const score = middle((lhr) => Math.round(lhr.categories[category].score * 100));
      if (score < reach) missed += 1;
      return score < reach ? `${score} (${reach})` : score;
    });
    const metrics = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time']
      .map((id) => `${Math.round(middle((lhr) => lhr.audits[id].numericValue))} ms`);
    const shift = middle((lhr) => lhr.audits['cumulative-layout-shift'].numericValue).toFixed(3);
    rows.push([name, ...scores, ...metrics, shift]);
    words.push(...against(runs.at(-1)).map((found) => `${name}: ${found}`));
  }
  table(rows);
  words.forEach((found) => console.log(found));
  return missed;
}
