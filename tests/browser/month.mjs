// The other half of the book, on an example whose books were kept for two months: what its people
// see and do after the fortnight.
import { Walk } from './harness.mjs';
import { health } from './month_health.mjs';
import { buyers } from './month_buyers.mjs';
import { books } from './month_books.mjs';
import { bank } from './month_bank.mjs';
import { payments } from './month_payments.mjs';
import { workshop } from './workshop.mjs';

const walk = new Walk();
try {
  await walk.begin({ closed: true, backups: true });
  await walk.enter('Contabilidad');
  await buyers(walk);
  await books(walk);
  await bank(walk);
  await payments(walk);
  await workshop(walk);
  await health(walk);
  await walk.step('what the browser did stands up to a verification', async () => {
    await walk.demo.stop();
    walk.demo.tell('verify', walk.demo.file);
  });
  walk.report();
} catch {
  process.exitCode = 1;
} finally {
  await walk.end();
}
