// From a click to what it opens, on this machine: every place of every reader's menu, and from
// there, by the first link to it, every other address that routes.ts knows.
import { readFileSync } from 'node:fs';
import { ROUNDS, share, table } from './report.mjs';
import { watch } from './watch.mjs';

const REACH = 200;
const QUIET = 100;
const SLOWEST = 10;
const routes = readFileSync(new URL('../../web/src/routes.ts', import.meta.url), 'utf8');
/** But for the one that shows every part in every state, waiting for what never comes too. */
const patterns = [...routes.matchAll(/^ {2}\['(\/[^']*)'/gm)].map(([, pattern]) => pattern)
  .filter((pattern) => pattern !== '/parts')
  .map((pattern) => ({ pattern, words: new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`) }));
/** What is named, before what has only the same shape. */
const parametersIn = ({ pattern }) => pattern.split(':').length;
const patternOf = (path) => patterns.filter(({ words }) => words.test(path))
  .sort((one, other) => parametersIn(one) - parametersIn(other))[0]?.pattern;

/** Clicks as a hand does, and waits for what stands at the link's address. */
async function follow(page, link) {
  const path = new URL(await link.evaluate((a) => a.href)).pathname;
  await link.scrollIntoViewIfNeeded();
  const there = page.evaluate(([wanted, quiet]) => window.untilThere(wanted, quiet), [path, QUIET]);
  await link.click();
  return { pattern: patternOf(path), time: (await there).content };
}

const pathsIn = (page, where) => page.locator(`${where} a[href^="/"]:visible:not([download])`)
  .evaluateAll((links) => links.map((link) => link.getAttribute('href')));

async function walkThrough(page, done) {
  const other = new Set();
  for (const path of await pathsIn(page, '#places')) {
    const place = page.locator(`#places a[href="${path}"]`).first();
    if (await place.getAttribute('aria-current')) {
      done(await follow(page, page.locator('#places a:not([aria-current])').first()));
    }
    const found = await follow(page, place);
    done(found);
    for (const href of await pathsIn(page, '#content')) {
      const pattern = patternOf(new URL(href, 'http://x').pathname);
      if (!pattern || other.has(pattern) || pattern === found.pattern) continue;
      other.add(pattern);
      if (await page.locator(`#places a[href="${pattern}"]`).count() > 0) continue;
      await page.waitForTimeout(QUIET);
      done(await follow(page, page.locator(`#content a[href="${href}"]:visible`).first()));
      await page.goBack();
      await page.evaluate(([wanted, quiet]) => window.untilThere(wanted, quiet), [path, QUIET]);
    }
  }
}

function rowOf(name, times) {
  const numbers = [share(times, 0.5), share(times, 0.95), Math.max(...times)];
  return [name, times.length, ...numbers.map((value) => `${Math.round(value)} ms`)];
}

export async function clicks(walk) {
  const pages = new Map();
  for (const who of walk.demo.links.keys()) {
    const page = await walk.open(who);
    await page.addInitScript(watch);
    await walk.enter(who);
    await page.evaluate((quiet) => window.untilThere('/', quiet), QUIET);
    for (let round = 0; round < ROUNDS; ++round) {
      await walkThrough(page, ({ pattern, time }) => {
        pages.set(pattern, [...pages.get(pattern) ?? [], time]);
      });
    }
  }
  const slowest = [...pages].sort(([, one], [, other]) => share(other, 0.95) - share(one, 0.95));
  const all = [...pages.values()].flat();
  table([
    ['from a click to its content', 'clicks', 'p50', 'p95', 'worst'],
    rowOf(`${pages.size} of ${patterns.length} pages`, all),
    ...slowest.slice(0, SLOWEST).map(([pattern, times]) => rowOf(pattern, times)),
  ]);
  const never = patterns.filter(({ pattern }) => !pages.has(pattern));
  if (never.length > 0) console.log(`no link to ${never.map(({ pattern }) => pattern).join(', ')}`);
  const missed = slowest.filter(([, times]) => share(times, 0.95) > REACH);
  missed.forEach(([pattern]) => console.log(`${pattern} is over ${REACH} ms`));
  return missed.length;
}
