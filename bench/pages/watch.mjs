// Runs in a page before anything of its own, and tells when what was asked for is there: the title
// stands, no answer is on its way, nothing says that it waits, and then nothing has moved for a
// while. The moment is the frame before that while, so that the while itself does not count.
export function watch() {
  let asked = 0;
  let from = 0;
  let since;
  let lastLong = 0;
  const ask = window.fetch.bind(window);
  window.fetch = async (...words) => {
    asked += 1;
    try {
      return await ask(...words);
    } finally {
      asked -= 1;
    }
  };
  addEventListener('click', (event) => { from = event.timeStamp; }, true);
  const moved = (records) => {
    const isContent = ({ target }) =>
      (target instanceof Element ? target : target.parentElement)?.closest('#content');
    if (records.some(isContent)) since = undefined;
  };
  new MutationObserver(moved)
    .observe(document, { subtree: true, childList: true, characterData: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) lastLong = startTime + duration;
  }).observe({ type: 'longtask', buffered: true });

  const isThere = (path) => location.pathname === path && asked === 0
    && document.querySelector('#content h1') !== null
    && document.querySelector('#content :is([aria-busy="true"], .progress)') === null;

  /** Milliseconds from the last click, or from the beginning of the load, to the content, and to
   * the end of the last task that would have kept a finger waiting. */
  window.untilThere = (path, quiet) => new Promise((told) => {
    since = undefined;
    const look = () => {
      const now = performance.now();
      if (!isThere(path)) since = undefined;
      else since ??= now;
      if (since !== undefined && now - Math.max(since, lastLong) > quiet) {
        told({ content: since - from, interactive: Math.max(since, lastLong) - from });
      } else {
        requestAnimationFrame(look);
      }
    };
    look();
  });
}
