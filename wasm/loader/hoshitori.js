// Hoshitori: <hoshitori-check>. Apache-2.0. https://github.com/hoshitori/hoshitori
//
// This file shows the form at once, from markup that the page brings along or that stands below. All else comes behind the
// form: the other file of the loader, and the engine. It holds no scoring and no catalogue text but the questions of the forms
// that were built in.

const manifest = /*MANIFEST*/ {};
const css = /*CSS*/ '';

const words = {
  ja: {
    wait: 'このまま答えられます。採点の準備をしています。',
    load: '採点の部品を読み込めませんでした。この用紙は、印刷してそのまま使えます。',
    catalog: 'この診断（カタログ）を読み込めませんでした。',
    retry: 'もう一度読み込む',
  },
  en: {
    wait: 'You can answer now. The scoring is loading.',
    load: 'The scoring could not be loaded. You can print this form and use it.',
    catalog: 'This check (catalogue) could not be loaded.',
    retry: 'Load again',
  },
};

// named says whether the page has said what it wants; if not, it will say so later.
const named = (element) => element.hasAttribute('src') || element.getAttribute('catalog');
const langOf = (element) => (/^en\b/i.test(element.lang) ? 'en' : 'ja');

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

// part lets the page style an element: ::part() finds it by its tag and by its classes.
const part = (e) => e.setAttribute('part', `${e.localName} ${e.className}`.replaceAll('h-', ''));
const parts = '[class],label,button';

const isPlace = Number.isInteger;

// build makes elements of [tag, {attribute: value}, ...children]; a string is a piece of text and never markup. A question is
// [shape, ...texts], and the numbers in its shape stand for these texts. A drawing names its namespace, which is that of all in it.
const build = (n, shapes, given, outer) => {
  if (isPlace(n)) n = given[n];
  if (typeof n === 'string') return document.createTextNode(n);
  const [tag, attributes, ...children] = n;
  if (isPlace(tag)) return build(shapes[tag], shapes, n);
  const space = attributes.xmlns ?? outer;
  const e = space ? document.createElementNS(space, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) e.setAttribute(name, isPlace(value) ? given[value] : value);
  if (!space && e.matches(parts)) part(e);
  e.append(...children.map((c) => build(c, shapes, given, space)));
  return e;
};

// painted resolves when the browser has shown what is there now, or soon after where it shows nothing, as in a tab in the
// background.
const painted = () => new Promise((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve));
  setTimeout(resolve, 100);
});

const urlOf = ({ file }) => new URL(file, import.meta.url).href;

const ask = (file) => fetch(urlOf(file), { integrity: file.integrity ?? '', credentials: 'omit' });

const load = async (file) => {
  const response = await ask(file);
  if (!response.ok) throw new Error(`${file.file}: ${response.status}`);
  return response;
};

// again calls f once, and once more only after a failure: so that a visitor can try again.
const again = (f) => {
  let made;
  return () => (made ??= f().catch((error) => {
    made = undefined;
    throw error;
  }));
};

// listed resolves to the files of a built-in catalogue. They stand in a list of their own, so that they cost nothing where they
// are not used.
const list = again(async () => (await load(manifest.list)).json());
const listed = async (name) => {
  const entry = (await list())[name];
  if (!entry) throw new Error(`no catalogue ${name}`);
  return entry;
};

// rest fetches the other file of the loader and, beside it, the engine, whose hash that file knows and checks.
const rest = again(async () => {
  const engine = globalThis.crypto?.subtle && ask(manifest.engine);
  // Reported where it is awaited.
  engine?.catch(() => {});
  const link = document.createElement('link');
  // Carries the integrity that import() cannot.
  link.rel = 'modulepreload';
  link.href = urlOf(manifest.glue);
  link.integrity = manifest.glue.integrity;
  link.crossOrigin = 'anonymous';
  if (link.relList.supports(link.rel)) document.head.append(link);
  // The import takes it from the cache.
  else await load(manifest.glue);
  const glue = await import(link.href);
  glue.begin(engine, { ask, build, css, draw, fail, lang: langOf, listed, load, named, sheet, tell, ticked });
  return glue;
});

// How much of a form is built before the first paint: tag, attributes, a heading and three questions.
const atFirst = 6;

const show = (element, form) => {
  const root = element.shadowRoot;
  const status = build(['p', { class: 'hoshitori h-wait', role: 'status', tabindex: '-1' }, words[langOf(element)].wait]);
  // Or the focus would be lost with what it is on, such as the button that tries again.
  const held = root.activeElement;
  root.replaceChildren(status, form ?? '');
  if (held) status.focus();
};

// draw shows the form that the attributes ask for: the fragment, if it is of that catalogue, language and level, else one of our
// own, with the answers that were given already. Of a page's own catalogue only the engine knows the questions: then there may be none.
const draw = async (element, fragment, given, overtaken) => {
  const lang = langOf(element);
  const name = element.hasAttribute('src') ? null : element.getAttribute('catalog');
  const target = element.getAttribute('target') ?? '';
  if (fragment?.lang === lang && (fragment.dataset.target ?? '') === target && (name === null || fragment.dataset.catalog === name)) {
    fragment.querySelectorAll(parts).forEach(part);
    // What was ticked in it stays ticked.
    show(element, fragment);
    return fragment;
  }
  if (name === null) return show(element);
  const carried = manifest.forms[name];
  const key = target && target !== carried?.top ? lang + ':' + target : lang;
  let outline = carried?.[key];
  // Nothing else is needed first.
  if (outline) rest().catch(() => {});
  else {
    const { forms } = await listed(name);
    outline = await (await load(forms[key] ?? forms[lang])).json();
    if (overtaken()) return;
  }
  // [shapes, tag, attributes, head, [tag, attributes, ...questions], foot]
  const [shapes, tag, attributes, head, questions, foot] = outline;
  const form = build([tag, attributes, head, questions.slice(0, atFirst)], shapes);
  show(element, form);
  await painted();
  const fields = form.querySelector('form');
  fields.append(...questions.slice(atFirst).map((q) => build(q, shapes)));
  form.append(build(foot));
  for (const [item, state] of given ?? []) {
    const choices = fields.elements.namedItem(item);
    if (choices) choices.value = state;
  }
  return form;
};

const ticked = (root) => Array.from(root.querySelectorAll('[type=radio]:checked'), ({ name, value }) => [name, value]);

const tell = (element, name, detail) =>
  element.dispatchEvent(new CustomEvent('hoshitori-' + name, { bubbles: true, composed: true, detail }));

// fail leaves the form as it is, to be read and printed, and says what happened. Without a form there is nothing to be printed.
const fail = (element, error, code, retry) => {
  const root = element.shadowRoot;
  const form = root.querySelector('[data-catalog]');
  const say = words[langOf(element)];
  const box = build(['div', { class: 'hoshitori', role: 'alert' }, ['p', { class: 'h-error' }, say[form ? code : 'catalog']], ['button', { type: 'button' }, say.retry]]);
  const button = box.lastChild;
  button.addEventListener('click', () => retry(form));
  const held = root.activeElement;
  // The line that asks to wait, and the message of the try before.
  for (const e of [...root.children]) if (e !== form) e.remove();
  // There is nothing to turn them, and paper shows what is open.
  for (const e of root.querySelectorAll('.h-requirement,.h-notice')) Object.assign(e, { hidden: false, open: true });
  root.querySelector('.h-form')?.classList.add('h-all');
  root.prepend(box);
  if (held && !held.isConnected) button.focus();
  if (error) tell(element, 'error', { code, problems: [], message: error.message });
};

/**
 * evaluate scores an assessment without any page: it resolves to the canonical JSON text of {"result", "problems"}.
 * catalog and assessment are the texts of the files, or their bytes.
 */
export const evaluate = async (catalog, assessment) => (await rest()).evaluate(catalog, assessment);

class HoshitoriCheck extends HTMLElement {
  static observedAttributes = ['catalog', 'src', 'lang', 'target'];

  // What the other file makes of this element.
  #check = null;
  // What the page asked for before that: of assessment and state the last word counts.
  #early = {};
  // Counts starts, so that one that was overtaken stops.
  #turn = 0;

  connectedCallback() {
    if (this.shadowRoot) return this.#check?.connected();
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
    // Set by the page before this file had defined the element: set again, it comes to the setters below.
    for (const [name, value] of Object.entries(this)) {
      delete this[name];
      this[name] = value;
    }
    this.#begin(this.querySelector('.hoshitori'));
  }

  disconnectedCallback() {
    this.#check?.disconnected();
  }

  attributeChangedCallback(name, before, after) {
    if (!this.shadowRoot || before === after) return;
    if (this.#check) return this.#check.changed(name);
    // What was answered belongs to another catalogue.
    if (name === 'catalog' || name === 'src') this.#early = {};
    else this.#early.ticked = ticked(this.shadowRoot);
    this.#begin();
  }

  async #begin(fragment) {
    const turn = ++this.#turn;
    const overtaken = () => turn !== this.#turn;
    let code = 'catalog';
    if (!named(this)) return;
    try {
      const form = await draw(this, fragment, this.#early.ticked, overtaken);
      if (overtaken()) return;
      code = 'load';
      const glue = await rest();
      if (overtaken()) return;
      this.#check = glue.take(this, form, this.#early);
    } catch (error) {
      if (!overtaken()) fail(this, error, code, (form) => {
        // Also where the form stays: it may be drawn anew, as the fragment of another target is.
        this.#early.ticked = ticked(this.shadowRoot);
        this.#begin(form);
      });
    }
  }

  /** The answers, as an assessment file (hoshitori/assessment/1); null before the engine is there. */
  get assessment() {
    return this.#check?.assessment ?? null;
  }

  /** Setting takes an object or the text of a file. What is not right is refused, shown, and told by hoshitori-error. */
  set assessment(value) {
    (this.#check ?? this.#early).given = ['assessment', value];
  }

  /** The result of the present answers (hoshitori/result/1); null before the engine is there. */
  get result() {
    return this.#check?.result ?? null;
  }

  /** An opaque text that brings the present answers back when it is set. */
  get state() {
    return this.#check?.state ?? '';
  }

  set state(value) {
    (this.#check ?? this.#early).given = ['state', value];
  }

  /** The problems of the present answers; an empty array if there are none. */
  validate() {
    return this.#check?.validate() ?? [];
  }

  /** Deletes all answers, also those kept on this device. */
  reset() {
    if (this.#check) return this.#check.reset();
    this.#early = { reset: true };
    this.shadowRoot?.querySelector('form')?.reset();
  }

  /** Prints this check alone: the result if it is shown, else the form. */
  print() {
    this.#check ? this.#check.print() : window.print();
  }
}

if (!customElements.get('hoshitori-check')) customElements.define('hoshitori-check', HoshitoriCheck);
