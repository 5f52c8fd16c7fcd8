// What holds when something goes wrong around a page: a session that ends, a second tab, a second
// click, the back button, a network that fails or crawls. To be mended: nets_update.mjs, a new
// version while a page is open, passes before a copy of the pages and fails before the program.
import { Walk } from './harness.mjs';
import { offline } from './nets_offline.mjs';
import { tabs } from './nets_tabs.mjs';
import { typed } from './nets_typed.mjs';

const walk = new Walk();
try {
  await walk.begin({ closed: true });
  await typed(walk);
  await offline(walk);
  await tabs(walk);
  walk.report();
} catch {
  process.exitCode = 1;
} finally {
  await walk.end();
}
