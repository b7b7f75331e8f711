// The vendor's own scripts: a clock, counters that run up, a moving chart and tabs. They know nothing of the check beside them.
const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;

const clock = document.querySelector('.clock time');
const tick = () => { clock.textContent = new Date().toLocaleTimeString('ja-JP'); };
tick();
setInterval(tick, 1000);

const countUp = (element) => {
  const end = Number(element.dataset.count);
  const began = performance.now();
  const step = (now) => {
    const part = Math.min(1, Math.max(0, now - began) / 1500);
    element.textContent = String(Math.round(end * part));
    if (part < 1) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
};
if (!calm) document.querySelectorAll('[data-count]').forEach(countUp);

const canvas = document.querySelector('canvas');
const pen = canvas.getContext('2d');
const draw = (now) => {
  pen.clearRect(0, 0, canvas.width, canvas.height);
  pen.beginPath();
  for (let x = 0; x <= canvas.width; x += 4) {
    pen.lineTo(x, 60 + 30 * Math.sin(x / 40 + now / 700) + 12 * Math.sin(x / 13 - now / 300));
  }
  pen.strokeStyle = '#7aa7ff';
  pen.lineWidth = 2;
  pen.stroke();
  canvas.dataset.frames = Number(canvas.dataset.frames ?? 0) + 1;
  if (!calm) requestAnimationFrame(draw);
};
requestAnimationFrame(draw);

const tabs = [...document.querySelectorAll('[role=tab]')];
const select = (tab) => {
  for (const other of tabs) {
    const chosen = other === tab;
    other.setAttribute('aria-selected', String(chosen));
    other.tabIndex = chosen ? 0 : -1;
    document.getElementById(other.getAttribute('aria-controls')).hidden = !chosen;
  }
};
for (const tab of tabs) tab.addEventListener('click', () => select(tab));
document.querySelector('[role=tablist]').addEventListener('keydown', (event) => {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by) return;
  const next = tabs[(tabs.indexOf(document.activeElement) + by + tabs.length) % tabs.length];
  select(next);
  next.focus();
});
