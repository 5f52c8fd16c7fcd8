// Stands before a server as what ends its TLS would, and packs what is text; with PAGES it shows
// the pages of that folder, as `npm --prefix web run build` makes them, instead of the program's.
import { existsSync, readFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '.css': 'text/css; charset=utf-8', '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8', '.png': 'image/png', '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};
const isOurs = (path) => !/^\/(api|session|files|healthz|metrics|openapi\.json)(\/|$)/.test(path);
const isText = (type = '') => /text|json|javascript|svg/.test(type);

export class Front {
  #server;
  #folder = process.env.PAGES;
  #packed = new Map();
  url = '';

  async begin(behind) {
    const { hostname, port } = new URL(behind);
    this.#server = createServer((asked, answer) => {
      const { 'accept-encoding': packed = '', ...headers } = asked.headers;
      const { method, url: path } = asked;
      const passed = request({ hostname, port, method, path, headers }, async (response) => {
        const parts = [];
        for await (const part of response) parts.push(part);
        const isPacked = packed.includes('gzip');
        this.#give(path.split('?')[0], response, Buffer.concat(parts), isPacked, answer);
      });
      passed.on('error', () => answer.destroy());
      asked.pipe(passed);
    });
    await new Promise((ready) => { this.#server.listen(0, '127.0.0.1', ready); });
    this.url = `http://127.0.0.1:${this.#server.address().port}`;
  }

  #give(path, { statusCode, headers }, body, isPacked, answer) {
    const { 'content-length': _size, 'transfer-encoding': _way, ...rest } = headers;
    let status = statusCode;
    let shown = body;
    if (this.#folder && isOurs(path)) {
      const asked = join(this.#folder, path);
      const file = extname(path) && existsSync(asked) ? asked : join(this.#folder, 'index.html');
      shown = readFileSync(file);
      status = 200;
      rest['content-type'] = TYPES[extname(file)];
      rest['cache-control'] = path.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable' : 'no-cache';
      delete rest.etag;
    }
    if (isPacked && isText(rest['content-type']) && shown.length > 0) {
      shown = this.#pack(path, shown);
      Object.assign(rest, { 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    }
    answer.writeHead(status, { ...rest, 'content-length': shown.length });
    answer.end(shown);
  }

  /** A file is packed once, as a server would that has it beforehand. */
  #pack(path, body) {
    if (!path.startsWith('/assets/')) return gzipSync(body);
    if (!this.#packed.has(path)) this.#packed.set(path, gzipSync(body));
    return this.#packed.get(path);
  }

  end() {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }
}
