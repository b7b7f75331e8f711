import '@hoshitori/check';

const output = document.querySelector('output')!;
document.addEventListener('hoshitori-complete', ({ detail }) => {
  output.textContent = detail.result?.levels[0]?.criteria ?? '';
});
