// Hoshitori: tells the page around an iframe how tall the page in it is. Apache-2.0. https://github.com/hoshitori/hoshitori

// It posts {type: 'hoshitori-height', height} to the parent whenever the height changes, in whole CSS pixels, and does
// nothing else. The message goes to the origin in data-origin, else to that of document.referrer, else nowhere.
(() => {
  const to = document.currentScript?.dataset.origin || document.referrer;
  if (parent === self || !to) return;
  const { origin } = new URL(to);
  const root = document.documentElement;
  let told;
  new ResizeObserver(() => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height !== told) parent.postMessage({ type: 'hoshitori-height', height: (told = height) }, origin);
  }).observe(root);
})();
