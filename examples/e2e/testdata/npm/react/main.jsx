import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { Check } from './Check.jsx';

// What the handlers were given, by their names: the first answer, and how many answers the result counts.
window.agreed = [];

const app = (name) => (
  <StrictMode>
    <Check onAgreed={(assessment, result) => agreed.push([name, assessment.answers[0].state, result.completeness.answered])} />
  </StrictMode>
);
const place = document.querySelector('#root');

// The server has rendered it.
let root = hydrateRoot(place, app('first'));
window.rerender = (name) => root.render(app(name));
window.unmount = () => root.unmount();
window.mount = (name) => {
  root = createRoot(place);
  root.render(app(name));
};
