// The days of those who neither compute nor keep the books: who administers, who approves, who
// buys. Each is played in both languages, by the words of the pages themselves.
import { Walk } from './harness.mjs';
import { bringUpToToday } from './recent.mjs';
import { administrator } from './roles_administrator.mjs';
import { approver } from './roles_approver.mjs';
import { buyer } from './roles_buyer.mjs';

const walk = new Walk();
try {
  await walk.begin({ closed: true });
  await walk.enter('Gerencia');
  await walk.enter('Contabilidad');
  // Before the buyer has paid: a difference in a lot that is paid is not opened again.
  await approver(walk);
  await walk.step('the last four weeks are brought into the example', async () => {
    await bringUpToToday(await walk.open('Gerencia'), await walk.open('Contabilidad'));
  });
  await buyer(walk);
  await administrator(walk);
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
