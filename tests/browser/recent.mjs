// The example ends in August of 2025; for what a buyer sees of these days, lots leave in them, too.
import { expect } from './harness.mjs';

const DAYS = 28;
const DAY = 86_400_000;

/** A command as a page of his sends it; what must be accepted is. */
export async function order(page, use, input) {
  const answer = await page.evaluate(async ([name, body]) => {
    const headers = {
      'Content-Type': 'application/json', 'X-Ayni': '1', 'Idempotency-Key': crypto.randomUUID(),
    };
    const request = { method: 'POST', headers, body: JSON.stringify(body) };
    const got = await fetch(`/api/v1/${name}`, request);
    return { isGood: got.ok, text: await got.text() };
  }, [use, { organisation: 1, ...input }]);
  expect(answer.isGood, `${use} of ${JSON.stringify(input)}: ${answer.text}`);
}

/** A lot for the buyer on each of the last days; he has accepted all but the last two, and paid
 * what he owed of the year before. */
export async function bringUpToToday(manager, accountant) {
  const readings = [
    { attribute: 'fat', value: '4.05' }, { attribute: 'protein', value: '3.24' },
    { attribute: 'solids', value: '12.78' },
  ];
  for (let ago = DAYS; ago >= 0; ago -= 1) {
    const day = new Date(Date.now() - ago * DAY).toISOString().slice(0, 10);
    const lot = `L-${day.slice(2).replaceAll('-', '')}`;
    const quantity = `${10_700 + (ago * 137) % 400}.500`;
    await order(manager, 'dispatch_lot', {
      day, product: 'milk', buyer: 'COMPRADOR', code: lot, quantity, readings,
    });
    if (ago > 1) await order(manager, 'accept_lot', { lot, day });
  }
  await order(accountant, 'record_receipt', {
    buyer: 'COMPRADOR', day: '2025-10-03', amount: { amount: '706022.33', currency: 'PEN' },
    into: 'bank', document: 'OP-5120',
  });
}
