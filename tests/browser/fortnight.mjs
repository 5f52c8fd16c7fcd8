// A fortnight of a dairy co-operative, from the file of deliveries to the statement, as its people
// do it: management computes, the council approves, accounting posts, a producer reads.
import { Walk } from './harness.mjs';
import { enterAndImport } from './fortnight_import.mjs';
import { computeAndPost } from './fortnight_settle.mjs';
import { readAndCheck } from './fortnight_read.mjs';

const walk = new Walk();
try {
  await walk.begin();
  await enterAndImport(walk);
  await computeAndPost(walk);
  await readAndCheck(walk);
  walk.report();
} catch {
  process.exitCode = 1;
} finally {
  await walk.end();
}
