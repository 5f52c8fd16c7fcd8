// A fresh demo, its server and a browser; every step of a walk is counted, and the first that fails
// ends it with a picture of what was on the screen.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { chromium } = createRequire(join(root, 'web/package.json'))('playwright-core');
const { AxeBuilder } = createRequire(join(root, 'web/package.json'))('@axe-core/playwright');

export const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
  '--disable-background-networking', '--disable-component-update', '--disable-dev-shm-usage',
];
const program = process.env.AYNI ?? join(root, 'build/release/ayni');
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const pictures = join(root, 'build/screenshots');
const PATIENCE = 30_000;
/** What Chromium says of a server that is not there; the last, of a worker that is asked for. */
const STOPPED = /ERR_(CONNECTION_|EMPTY_|FAILED)|unknown error .* when fetching the script/;
export const WIDTHS = process.env.CHECK_LEVEL === 'all' ? [320, 768, 1440, 2560] : [320, 1440];

export function fail(message) {
  throw new Error(message);
}
export function expect(claim, message) {
  if (!claim) fail(message);
}

/** The text of an element with the spaces that Intl puts between a currency and its amount. */
export const plain = (text) => text.replace(/[\u00a0\u202f\u2009]/g, ' ');

/** A database in a folder of its own, and the server on it. */
class Demo {
  #folder = mkdtempSync(join(tmpdir(), 'ayni-browser-'));
  #server;
  file = join(this.#folder, 'demo.ayni');
  /** The folder in which the server keeps its copies; none, and it makes none. */
  backups;
  links = new Map();
  url = '';
  /** It was stopped: what a page fetches beforehand cannot come then. */
  down = true;

  /** With `closed` its books are kept for two months. */
  make(closed) {
    const examples = join(root, 'examples/cabeza_de_toro');
    const wanted = closed ? ['--closed'] : [];
    const text = this.tell('demo', this.file, '--examples', examples, ...wanted);
    const found = text.matchAll(/^ {2}(\S+).*?\/enter#([0-9a-f]+)$/gm);
    for (const [, who, token] of found) this.links.set(who, token);
    expect(this.links.size >= 5, `the demo prints too few links:\n${text}`);
  }

  /** From now on the server makes backups. */
  backUp() {
    this.backups = join(this.#folder, 'backups');
    mkdirSync(this.backups);
  }

  /** What a command of the program prints. */
  tell(...words) {
    return execFileSync(program, words, { encoding: 'utf8', cwd: root });
  }

  async serve() {
    const running = ['serve', this.file, '--port', '0', '--requests-per-second', '0',
      ...(this.backups ? ['--backups', this.backups] : [])];
    this.#server = spawn(program, running, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.url = await new Promise((resolve, reject) => {
      let said = '';
      this.#server.stdout.on('data', (bytes) => {
        said += bytes;
        const address = /http:\/\/[\d.]+:\d+/.exec(said);
        if (address) resolve(address[0]);
      });
      this.#server.on('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    });
    this.down = false;
  }

  /** Asks the server to stop, and waits for it. */
  async stop() {
    this.down = true;
    const server = this.#server;
    this.#server = undefined;
    if (!server || server.exitCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
  }

  async remove() {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** One walk: a demo, a browser, the people in it and what was wrong on their pages. */
export class Walk {
  demo = new Demo();
  #browser;
  #people = new Map();
  #inside = new Set();
  #passed = 0;
  #faults = [];
  /** The page that was used last, for the picture of a failure. */
  page;

  async begin({ closed = false, backups = false } = {}) {
    mkdirSync(pictures, { recursive: true });
    this.demo.make(closed);
    if (backups) this.demo.backUp();
    await this.demo.serve();
    this.#browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  }

  /** A page of somebody's own browser, with an eye on everything that goes wrong in it. */
  async open(who) {
    const known = this.#people.get(who);
    if (known) return (this.page = known);
    const context = await this.#browser.newContext({
      viewport: { width: 1280, height: 900 }, locale: 'es-PE', acceptDownloads: true,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.on('pageerror', (error) => this.#faults.push(`${who}: ${error}`));
    page.on('console', (message) => {
      // A refusal is an answer, which Chromium reports as an error of the network all the same.
      const isRefusal = /status of 4\d\d/.test(message.text());
      const isStopped = this.demo.down && STOPPED.test(message.text());
      if (message.type() === 'error' && !isRefusal && !isStopped) {
        this.#faults.push(`${who}: ${message.text()}`);
      }
    });
    this.#people.set(who, page);
    return (this.page = page);
  }

  /** Signs in by the printed link, which serves once; whoever is in goes home. */
  async enter(who, token = this.demo.links.get(who)) {
    const page = await this.open(who);
    await page.goto(`${this.demo.url}/${this.#inside.has(who) ? '' : `enter#${token}`}`);
    await page.getByRole('navigation').first().waitFor();
    this.#inside.add(who);
    return page;
  }

  async go(page, path) {
    await page.goto(this.demo.url + path);
    await this.settled(page);
  }

  /** Waits until a page has what it asked for. */
  async settled(page) {
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    // What is asked again meanwhile; the page of parts shows such a state for ever.
    await page.waitForFunction(() => document.querySelector('.stale') === null, undefined,
      { timeout: 3000 }).catch(() => undefined);
    // What came last has still to be shown.
    await page.evaluate(() => new Promise((shown) => { setTimeout(shown, 50); }));
  }

  /** What axe and the width of the page have against it. */
  async faultsOf(page) {
    // There are no frames: the other mode hands every result over twice, and takes thrice as long.
    const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] })
      .setLegacyMode(true);
    const { violations } = await axe.analyze();
    const found = violations.map(({ id, nodes }) =>
      `${id} at ${nodes.map((node) => node.target.join(' ')).slice(0, 3).join(', ')}`);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    return over > 0 ? [...found, `${over} pixels too wide`] : found;
  }

  /** Looks at a page at the width of a phone and of a desk: a picture, and nothing against it. */
  async look(page, name, widths = [320, 1440]) {
    await this.settled(page);
    for (const width of widths) {
      await page.setViewportSize({ width, height: width < 600 ? 700 : 900 });
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
      await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
      const faults = await this.faultsOf(page);
      expect(faults.length === 0, `${name} at ${width}: ${faults.join('; ')}`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  }

  /** Chooses the language of a page's reader; gives what the pages call it. */
  async speak(page, language) {
    await this.go(page, '/account');
    await page.getByRole('button', { name: language }).click();
    const lang = language === 'English' ? 'en' : 'es';
    await page.waitForFunction((wanted) => document.documentElement.lang === wanted, lang);
    return lang;
  }

  /** Looks at pages of somebody in both languages at every width, and in the dark. */
  async lookAtAll(who, pages, widths = WIDTHS) {
    for (const language of ['English', 'Español']) {
      const claim = `${who} sees ${pages.length} pages at every width in ${language}`;
      await this.step(claim, async () => {
        const page = await this.open(who);
        const lang = await this.speak(page, language);
        for (const [path, name] of pages) {
          await this.go(page, path);
          await this.look(page, `${name}-${lang}`, widths);
        }
      });
    }
    await this.step(`${who} can read them in the dark as well`, async () => {
      const page = await this.open(who);
      await page.emulateMedia({ colorScheme: 'dark' });
      for (const [path, name] of pages) {
        await this.go(page, path);
        await this.look(page, `${name}-dark`, [1440]);
      }
      await page.emulateMedia({ colorScheme: 'light' });
    });
  }

  /** One claim of the walk. */
  async step(name, act) {
    try {
      await act();
      expect(this.#faults.length === 0, this.#faults.join('\n'));
    } catch (error) {
      const path = join(pictures, 'failed.png');
      await this.page?.screenshot({ path, fullPage: true }).catch(() => undefined);
      const told = [error.stack, ...this.#faults, `at ${this.page?.url()}`].join('\n');
      console.log(`FAILED  ${name}\n${told}`);
      console.log(`${this.#passed} passed, 1 failed`);
      throw error;
    }
    this.#passed += 1;
    console.log(`ok  ${name}`);
  }

  /** Takes back faults that a step provoked on purpose, as by stopping the server. */
  forget(pattern = STOPPED) {
    this.#faults = this.#faults.filter((fault) => !pattern.test(fault));
  }

  report() {
    console.log(`${this.#passed} passed, 0 failed`);
  }

  async end() {
    await this.#browser?.close();
    await this.demo.remove();
  }
}
