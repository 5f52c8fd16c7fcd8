// What holds when something goes wrong around a page: a session that ends, a second tab, a second
// click, the back button, a new version of the pages, a network that fails or crawls.
import { Walk } from './harness.mjs';
import { offline } from './nets_offline.mjs';
import { slow } from './nets_slow.mjs';
import { tabs } from './nets_tabs.mjs';
import { typed } from './nets_typed.mjs';
import { update } from './nets_update.mjs';

const walk = new Walk();
try {
  await walk.begin({ closed: true });
  await typed(walk);
  await offline(walk);
  await slow(walk);
  await tabs(walk);
  await update(walk);
  walk.report();
} catch {
  process.exitCode = 1;
} finally {
  await walk.end();
}
