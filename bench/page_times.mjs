// How long a page takes from an act to the frame that shows it.

/** Milliseconds from an event to the frame that shows what it changed. */
const untilShown = (page, act, argument) => page.evaluate(async ([text, given]) => {
  const start = performance.now();
  new Function('given', text)(given);
  await new Promise((shown) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = shown;
    port2.postMessage('');
  }));
  return performance.now() - start;
}, [act, argument]);

export const middle = (all) =>
  all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)];
export const said = (number) => number.toFixed(0).padStart(6);

/** Says what each act takes: a name, its program in the page, and what that is given. */
export async function measure(page, title, acts, rounds = 5) {
  console.log(`\n${title}, milliseconds until shown (median of ${rounds}, longest), `
    + 'with a processor (median)');
  const devtools = await clockOf(page);
  const [taken, busy] = [acts.map(() => []), acts.map(() => [])];
  for (let round = 0; round < rounds; round += 1) {
    for (const [place, [, act, argument]] of acts.entries()) {
      const before = await worked(devtools);
      taken[place].push(await untilShown(page, act, argument));
      busy[place].push(await worked(devtools) - before);
      await page.waitForTimeout(60);
    }
  }
  await devtools.detach();
  acts.forEach(([name], place) => console.log(`${said(middle(taken[place]))}`
    + `${said(Math.max(...taken[place]))}${said(middle(busy[place]))}  ${name}`));
}

/** Measures the page by the time for which it has a processor. */
async function clockOf(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return devtools;
}

/** Milliseconds for which the page has had a processor: others on the machine do not count. */
async function worked(devtools) {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}
