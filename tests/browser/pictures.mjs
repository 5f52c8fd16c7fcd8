// The pictures of the handbook and the README: each taken by its own role on the demonstration, in
// both languages, into build/pictures. What the pages of the handbook show must be among them.
// With --renew they take the place of those in docs/pictures.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync }
  from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, Walk } from './harness.mjs';
import { SHOTS, DESK } from './picture_shots.mjs';
import { languages } from './words.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const TAKEN = join(root, 'build/pictures');
const KEPT = join(root, 'docs/pictures');
const QUALITY = 80;
const LARGEST = 60 * 1024;
const ALL_TOGETHER = 1500 * 1024;

/** What is in view, without the menu once it is scrolled away. Playwright knows no WebP, which is a
 * third of a PNG. */
async function take(page, name) {
  const clip = await page.evaluate(() => {
    const { left } = document.querySelector('main').getBoundingClientRect();
    const x = scrollY > 0 ? left : 0;
    return { x, y: scrollY, width: innerWidth - x, height: innerHeight, scale: 1 };
  });
  const line = await page.context().newCDPSession(page);
  const picture = { format: 'webp', quality: QUALITY, clip };
  const { data } = await line.send('Page.captureScreenshot', picture);
  await line.detach();
  writeFileSync(join(TAKEN, name), Buffer.from(data, 'base64'));
}

/** Names of a folder's pictures, with their size in bytes and in pixels. */
function picturesIn(folder) {
  return new Map(readdirSync(folder).map((name) => {
    const bytes = readFileSync(join(folder, name));
    // Chromium writes the long form of the format, which begins with the size of its canvas.
    const isLong = bytes.toString('latin1', 8, 16) === 'WEBPVP8X';
    const pixels = isLong && `${bytes.readUIntLE(24, 3) + 1} × ${bytes.readUIntLE(27, 3) + 1}`;
    return [name, { size: bytes.length, pixels }];
  }));
}

/** The names of the pictures that the README and the handbook show. */
function shown() {
  const handbook = join(root, 'docs/handbook');
  const pages = readdirSync(handbook).map((name) => join(handbook, name));
  const texts = [join(root, 'README.md'), ...pages].map((path) => readFileSync(path, 'utf8'));
  const names = texts.flatMap((text) => [...text.matchAll(/\]\([./\w]*pictures\/([^)]+)\)/g)]);
  return new Set(names.map(([, name]) => name));
}

/** What is wrong with the pictures that are named, that were taken now and that are kept. */
function faultsOf(named, taken, kept) {
  const faults = [];
  for (const name of named) if (!taken.has(name)) faults.push(`nobody takes ${name}`);
  for (const [name, { size, pixels }] of taken) {
    if (!named.has(name)) faults.push(`no page shows ${name}`);
    if (size > LARGEST) faults.push(`${name} has ${size} bytes`);
    const before = kept.get(name);
    if (!before) faults.push(`${name} is not in docs/pictures; make pictures`);
    else if (before.pixels !== pixels) {
      faults.push(`${name} is ${pixels} now, ${before.pixels} in docs/pictures; make pictures`);
    }
  }
  for (const name of kept.keys()) if (!taken.has(name)) faults.push(`${name} is no longer taken`);
  const sum = [...taken.values()].reduce((bytes, { size }) => bytes + size, 0);
  if (sum > ALL_TOGETHER) faults.push(`all together have ${sum} bytes`);
  return faults;
}

async function takeAll(walk) {
  for (const { who, begin, size = DESK, shots } of SHOTS) {
    await walk.step(`${who} takes ${shots.length} pictures in two languages`, async () => {
      const page = await walk.enter(who);
      await begin?.(page, walk);
      for (const [language, t] of languages) {
        const lang = await walk.speak(page, language);
        await page.setViewportSize(size);
        for (const [name, path, prepare] of shots) {
          await walk.go(page, path);
          await prepare?.(page, t);
          await walk.settled(page);
          await take(page, `${name}.${lang}.webp`);
        }
      }
      await walk.speak(page, 'Español');
    });
  }
}

function renew() {
  rmSync(KEPT, { recursive: true, force: true });
  mkdirSync(KEPT);
  for (const name of readdirSync(TAKEN)) copyFileSync(join(TAKEN, name), join(KEPT, name));
}

async function compare(walk) {
  if (process.argv.includes('--renew')) renew();
  const [named, taken, kept] = [shown(), picturesIn(TAKEN), picturesIn(KEPT)];
  await walk.step(`the handbook shows ${named.size} pictures, all of them taken now`, () => {
    const faults = faultsOf(named, taken, kept);
    expect(faults.length === 0, faults.join('\n'));
  });
  await walk.step('a picture that nobody takes, and one of another size, are found', () => {
    const [name] = taken.keys();
    const other = new Map([...kept, [name, { size: 1, pixels: '1 × 1' }]]);
    const ofNobody = faultsOf(new Set([...named, 'nobody.es.webp']), taken, kept);
    expect(ofNobody.includes('nobody takes nobody.es.webp'), 'it passes');
    expect(faultsOf(named, taken, other).length === 1, 'another size passes');
  });
}

const walk = new Walk();
try {
  rmSync(TAKEN, { recursive: true, force: true });
  mkdirSync(TAKEN, { recursive: true });
  await walk.begin({ closed: true });
  await takeAll(walk);
  await compare(walk);
  walk.report();
} catch {
  process.exitCode = 1;
} finally {
  await walk.end();
}
