// Stands before a server and can bring a new version of its pages: every file has another name
// then, and the names of before are no longer known.
import { createServer, request } from 'node:http';

const NAME = /([\w.]+)-([\w-]{8})\.(js|css)\b/g;
const swapped = (hash) => [...hash].map((letter) =>
  letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()).join('');
const renamed = (text) => text.replace(NAME, (_all, name, hash, end) =>
  `${name}-${swapped(hash)}.${end}`);

export class NewPages {
  #server;
  #behind;
  /** Whether the new version is served. */
  isNew = false;
  url = '';

  async begin(behind) {
    this.#behind = new URL(behind);
    this.#server = createServer((asked, answer) => this.#pass(asked, answer));
    await new Promise((ready) => this.#server.listen(0, '127.0.0.1', ready));
    this.url = `http://127.0.0.1:${this.#server.address().port}`;
  }

  #pass(asked, answer) {
    const isText = /^\/assets\/|^\/sw\.js$/.test(asked.url) || !/^\/[^/]+\.|^\/(api|session|files)/
      .test(asked.url);
    const path = this.isNew && asked.url.startsWith('/assets/') ? renamed(asked.url) : asked.url;
    // Names are changed in plain text: what is packed could not be read.
    const { 'if-none-match': _known, 'accept-encoding': _packed, ...headers } = asked.headers;
    const passed = request({
      host: this.#behind.hostname, port: this.#behind.port, path, method: asked.method, headers,
    }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => {
        const body = Buffer.concat(parts);
        const { 'content-length': _size, etag: _etag, ...rest } = response.headers;
        answer.writeHead(response.statusCode, rest);
        answer.end(this.isNew && isText ? renamed(body.toString()) : body);
      });
    });
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  }

  end() {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }
}
