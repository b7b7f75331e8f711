// What the page around the iframe does: it believes one kind of message, from one window, of one origin.
const frame = document.querySelector('iframe');
const origin = new URL(frame.src).origin;
const tallest = 50000; // pixels: no check is as long

addEventListener('message', (event) => {
  if (event.origin !== origin || event.source !== frame.contentWindow) return;
  if (event.data?.type !== 'hoshitori-height' || !Number.isFinite(event.data.height)) return;
  frame.style.height = Math.min(Math.max(event.data.height, 0), tallest) + 'px';
});
