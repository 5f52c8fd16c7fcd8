// Every case that build/.../core_cases draws, computed again by build/wasm/core.wasm: the answers
// are the same, byte for byte. First with a fault planted into a can, which must be seen. Then the
// milk of the demonstration as the server tells it, against its own comparison.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

const root = new URL('../../', import.meta.url).pathname;
const { values: wanted } = parseArgs({
  options: { runs: { type: 'string', default: '500' }, seed: { type: 'string', default: '1' } },
});
const MOST_SHOWN = 3;
/** A fortnight that was settled, the open one, and days across both. */
const DEMO_DAYS = [
  ['2025-07-01', '2025-07-15'], ['2025-08-16', '2025-08-31'], ['2025-07-05', '2025-08-20'],
];

const module = new WebAssembly.Module(readFileSync(`${root}build/wasm/core.wasm`));

/** The core as a page calls it: see web/src/lib/core.ts. */
function newCore() {
  const core = new WebAssembly.Instance(module).exports;
  core._initialize();
  return (what, text) => {
    const bytes = new TextEncoder().encode(text);
    const place = core.room(bytes.length) >>> 0;
    new Uint8Array(core.memory.buffer, place, bytes.length).set(bytes);
    core[what](bytes.length);
    const said = new Uint8Array(core.memory.buffer, core.answer() >>> 0, core.answer_size());
    return new TextDecoder().decode(said);
  };
}

let failed = 0;
const expect = (holds, failure) => {
  if (holds) return;
  failed += 1;
  console.log(`FAILED ${failure}`);
};

/** How many answers there were of each sort, and which differ. */
async function compare(runs, ...fault) {
  const program = `${process.env.AYNI_BUILD}/tests/core/core_cases`;
  const cases = spawn(program, [String(runs), wanted.seed, ...fault],
    { stdio: ['ignore', 'pipe', 'inherit'] });
  const seen = { cases: 0, tables: 0, taken: 0, reasons: new Map(), differing: [] };
  let ask = newCore();
  for await (const line of createInterface({ input: cases.stdout })) {
    const [milk, trial, expected] = line.split('\t');
    let answer;
    try {
      const taken = ask('set_milk', milk);
      answer = taken === '{"value":true}' ? ask('try_terms', trial) : taken;
    } catch (error) {
      answer = String(error);
      ask = newCore();
    }
    const told = JSON.parse(expected);
    if (told.value) seen.tables += 1;
    if (told.value?.columns.some(({ deducted }) => Number(deducted.amount) > 0)) seen.taken += 1;
    for (const { code } of told.problems ?? [])
      seen.reasons.set(code, (seen.reasons.get(code) ?? 0) + 1);
    if (answer !== expected)
      seen.differing.push({ seed: BigInt(wanted.seed) + BigInt(seen.cases), answer, expected });
    seen.cases += 1;
  }
  return seen;
}

/** What the page and the server say of days of the demonstration, by terms that were signed. */
function compareDemo(database, first, last) {
  const call = (name, ...more) => execFileSync(process.env.AYNI, [
    'call', database, name, '--as', 'gerencia', '--json', '--organisation', '1',
    '--product', 'milk', '--first', first, '--last', last, ...more,
  ], { encoding: 'utf8', maxBuffer: 2 ** 28 }).trim();
  const milk = call('milk_to_price');
  const offers = JSON.parse(milk).terms.map(({ price }) => price).slice(0, 4);
  const { waterfall } = JSON.parse(milk).terms[0];
  const waterfalls = offers.map(() => waterfall);
  const server = call('compare_offers', '--offers', JSON.stringify(offers),
    '--waterfalls', JSON.stringify(waterfalls));
  const ask = newCore();
  ask('set_milk', milk);
  const page = JSON.parse(ask('try_terms', JSON.stringify({ offers, waterfalls }))).value;
  const same = JSON.stringify(page) === JSON.stringify(JSON.parse(server));
  expect(same && page.suppliers.length > 100, `the demonstration, ${first}: page `
    + `${JSON.stringify(page?.columns)}\n  server ${server.slice(0, 900)}`);
}

console.log(`seed ${wanted.seed}`);
const runs = Number(wanted.runs);
const planted = await compare(Math.min(runs, 100), 'fault');
expect(runs < 100 || planted.differing.length > 20,
  `a gram more is seen in ${planted.differing.length} of ${planted.cases} cases only`);
const seen = await compare(runs);
expect(seen.cases === runs, `${seen.cases} of ${runs} cases came`);
// Cases that are all refused would prove nothing.
expect(runs < 100 || seen.tables > runs / 2, `only ${seen.tables} cases have an answer`);
expect(runs < 100 || seen.taken > runs / 10, `only in ${seen.taken} something is taken`);
failed += seen.differing.length;
for (const { seed, answer, expected } of seen.differing.slice(0, MOST_SHOWN))
  console.log(`FAILED seed ${seed}\n  page    ${answer.slice(0, 900)}\n`
    + `  server  ${expected.slice(0, 900)}`);
const folder = mkdtempSync(`${tmpdir()}/ayni-core-`);
try {
  execFileSync(process.env.AYNI, ['demo', `${folder}/demo.ayni`, '--closed'], { stdio: 'pipe' });
  for (const [first, last] of DEMO_DAYS) compareDemo(`${folder}/demo.ayni`, first, last);
} finally {
  rmSync(folder, { recursive: true });
}
const reasons = [...seen.reasons].sort(([, a], [, b]) => b - a);
console.log(`${seen.tables} tables, ${seen.taken} with deductions; refused: `
  + reasons.map(([code, count]) => `${code} ${count}`).join(', '));
console.log(`${seen.cases - seen.differing.length + DEMO_DAYS.length} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
