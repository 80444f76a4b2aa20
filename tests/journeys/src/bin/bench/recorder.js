// Put into every page before its own scripts. It notes when the page shows what is waited for, counted from what the person did, and
// how long the page was busy at a stretch. Whatever is noted is laid out first, so that the time of layout counts.
(() => {
  const bench = { long: [], typed: [], value: null };
  window.bench = bench;
  new PerformanceObserver(list => list.getEntries().forEach(entry => bench.long.push([entry.startTime, entry.duration])))
    .observe({ type: 'longtask', buffered: true });
  const laidOut = () => {
    document.body?.getBoundingClientRect();
    return performance.now();
  };
  const all = { subtree: true, childList: true, attributes: true, characterData: true };
  // From an event of this kind, or from the beginning of the page, until a test holds.
  bench.arm = (kind, test) => {
    let from = kind ? null : 0;
    bench.value = null;
    const watch = new MutationObserver(() => {
      if (from === null || bench.value !== null || !test()) return;
      bench.value = laidOut() - from;
      watch.disconnect();
    });
    watch.observe(document, all);
    if (kind) addEventListener(kind, () => (from = performance.now()), { capture: true, once: true });
  };
  bench.heading = text => [...document.querySelectorAll('h1')].some(h => h.textContent.trim() === text);
  // From each keystroke until the last change that came of it is laid out.
  bench.type = () => addEventListener('input', event => {
    if (!event.target.value) return;
    const from = performance.now();
    let last = null;
    const watch = new MutationObserver(() => (last = laidOut()));
    watch.observe(document.body, all);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      watch.disconnect();
      if (last !== null) bench.typed.push(last - from);
    };
    port2.postMessage(null);
  }, true);
  // The longest stretch since a moment, in milliseconds; 0 where none was over 50.
  bench.longest = since => Math.max(0, ...bench.long.filter(([start]) => start >= since).map(([, length]) => length));
  const isUsable = () => document.documentElement.dataset.booted !== undefined && !document.getElementById('boot')
    && !!document.querySelector('main h1') && !document.querySelector('main [aria-busy=true]');
  bench.arm(null, isUsable);
})();
