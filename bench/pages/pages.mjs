// What a reader waits for: Lighthouse, a bad line, and the way from a click to what it opens.
import { Walk } from '../../tests/browser/harness.mjs';
import { clicks } from './clicks.mjs';
import { Front } from './front.mjs';
import { line } from './line.mjs';

const MEASURES = {
  lighthouse: async (walk) => (await import('./lighthouse.mjs')).lighthouse(walk), line, clicks,
};
const words = process.argv.slice(2);
const named = words.filter((word) => !word.startsWith('--'));
const unknown = named.filter((word) => !(word in MEASURES));
if (unknown.length > 0) throw new Error(`no such measure: ${unknown.join(', ')}`);

let missed = 0;
for (const [name, measure] of Object.entries(MEASURES)) {
  if (named.length > 0 && !named.includes(name)) continue;
  // The links of a demo serve once: each measure has one of its own.
  const walk = new Walk();
  const front = new Front();
  try {
    await walk.begin({ closed: true });
    if (words.includes('--front') || process.env.PAGES) {
      await front.begin(walk.demo.url);
      walk.demo.url = front.url;
    }
    missed += await measure(walk);
  } finally {
    front.end();
    await walk.end();
  }
}
console.log(missed === 0 ? 'all reached' : `${missed} missed`);
if (words.includes('--hold') && missed > 0) process.exitCode = 1;
