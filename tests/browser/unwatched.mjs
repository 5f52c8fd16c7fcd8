// A page of Chromium whose service worker nobody watches: one that is watched, as Playwright does,
// never rests, and a newer one waits for minutes. Speaks the protocol over two pipes.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PATIENCE = 30_000;
const BETWEEN = 50;

export class UnwatchedPage {
  #folder = mkdtempSync(join(tmpdir(), 'ayni-unwatched-'));
  #browser;
  #session;
  #asked = new Map();
  #last = 0;

  async begin(program, flags) {
    const own = ['--headless=new', '--remote-debugging-pipe', `--user-data-dir=${this.#folder}`];
    const stdio = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'];
    this.#browser = spawn(program, [...own, ...flags], { stdio, detached: true });
    let text = '';
    this.#browser.stdio[4].setEncoding('utf8').on('data', (part) => {
      const messages = (text + part).split('\0');
      text = messages.pop();
      messages.forEach((message) => this.#heard(JSON.parse(message)));
    });
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    this.#session = sessionId;
  }

  #heard({ id, result, error }) {
    const [done, failed] = this.#asked.get(id) ?? [];
    if (error) failed?.(new Error(error.message));
    else done?.(result);
    this.#asked.delete(id);
  }

  send(method, params = {}) {
    this.#last += 1;
    const id = this.#last;
    const sessionId = this.#session;
    this.#browser.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((...ends) => { this.#asked.set(id, ends); });
  }

  goto(url) {
    return this.send('Page.navigate', { url });
  }

  /** What a function answers in the page. */
  async evaluate(act, ...values) {
    const expression = `(${act})(...${JSON.stringify(values)})`;
    const { result } = await this.send('Runtime.evaluate', {
      expression, awaitPromise: true, returnByValue: true,
    });
    return result.value;
  }

  /** Waits until a function answers true in the page, which may be loaded anew meanwhile. */
  async waitFor(act, ...values) {
    const until = Date.now() + PATIENCE;
    while (Date.now() < until) {
      const isSo = await this.evaluate(act, ...values).catch(() => false);
      if (isSo === true) return;
      await new Promise((later) => { setTimeout(later, BETWEEN); });
    }
    const shown = await this.evaluate(() => `${location.pathname}: ${document.body.innerText}`);
    throw new Error(`never: ${act}\n${shown}`);
  }

  /** Ends it and all that it began, at once: what still runs would write into its folder. */
  async end() {
    if (this.#browser?.exitCode === null) {
      const ended = new Promise((done) => { this.#browser.once('exit', done); });
      process.kill(-this.#browser.pid, 'SIGKILL');
      await ended;
    }
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
