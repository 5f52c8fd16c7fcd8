// A telephone's bad line: 400 ms there and back, 400 kbit/s each way, for the page and for its
// service worker, which Chromium counts as another machine and which begins before one could tell.
const LINE = {
  offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8,
};
const SLOW = 'Network.emulateNetworkConditions';

/** Makes the line of a page's browser slow; what is returned makes it what it was. */
export async function slowDown(page) {
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  await line.send(SLOW, LINE);
  const workers = [];
  const tell = (sessionId, method, params = {}) => line.send('Target.sendMessageToTarget', {
    sessionId, message: JSON.stringify({ id: 1, method, params }),
  });
  line.on('Target.attachedToTarget', async ({ sessionId, targetInfo }) => {
    try {
      workers.push(targetInfo.url);
      await tell(sessionId, 'Network.enable');
      await tell(sessionId, SLOW, LINE);
      await tell(sessionId, 'Runtime.runIfWaitingForDebugger');
    } catch { /* It has ended. */ }
  });
  await line.send('Target.setAutoAttach', {
    autoAttach: true, waitForDebuggerOnStart: true, flatten: false,
    filter: [{ type: 'service_worker' }],
  });
  return {
    workers,
    end: async () => {
      await line.detach();
    },
  };
}
