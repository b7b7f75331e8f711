// Hoshitori: <hoshitori-check>. Apache-2.0. https://github.com/hoshitori/hoshitori
//
// This file shows the form at once, from markup that the page brings along or that stands below, and then fetches the
// engine. It holds no scoring and no catalogue text but the questions of the forms that were built in.

const manifest = /*MANIFEST*/ {};
const css = /*CSS*/ '';
const base = new URL('.', import.meta.url);

const words = {
  ja: {
    wait: 'このまま答えられます。採点の準備をしています。',
    failed: '採点の部品を読み込めませんでした。この用紙は、印刷してそのまま使えます。',
    retry: 'もう一度読み込む',
    catalog: 'この診断（カタログ）を読み込めませんでした。',
  },
  en: {
    wait: 'You can answer already. The scoring is being loaded.',
    failed: 'The scoring could not be loaded. You can print this form and use it as it is.',
    retry: 'Load again',
    catalog: 'This check (catalogue) could not be loaded.',
  },
};

let sheet;
const style = () => {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
};

// build makes elements of [tag, {attribute: value}, ...children]; a string is a piece of text and never markup.
const build = (n) => {
  if (typeof n === 'string') return document.createTextNode(n);
  const [tag, attributes, ...children] = n;
  const e = document.createElement(tag);
  for (const name of Object.keys(attributes)) e.setAttribute(name, attributes[name]);
  e.append(...children.map(build));
  return e;
};

// painted resolves when the browser has shown what is there now, or soon after where it shows nothing, as in a tab in the
// background.
const painted = () => new Promise((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve));
  setTimeout(resolve, 100);
});

const maxCatalog = 4e6; // characters: more would stop the page while they are read
const atFirst = 4; // parts of a form that are built before the first paint: a heading and three questions

// earlierOf resolves to the earlier editions of a built-in catalogue: without them the check works all the same.
const earlierOf = async (name) => {
  try {
    const { earlier } = await known(name);
    return earlier ? (await load(earlier)).text() : '';
  } catch {
    return '';
  }
};

const load = async (file, signal) => {
  const url = new URL(file.file, base);
  const response = await fetch(url, { integrity: file.integrity, credentials: 'omit', mode: 'cors', signal });
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  return response;
};

// known resolves to the files of a built-in catalogue. This file names those of the forms that it carries; the others
// stand in a list of their own, so that they cost nothing where they are not used.
let others;
const known = async (name) => {
  if (manifest.catalogs[name]) return manifest.catalogs[name];
  others ??= load(manifest.others).then((response) => response.json());
  others.catch(() => (others = undefined)); // so that a visitor can try again
  const entry = (await others)[name];
  if (!entry) throw new Error(`unknown catalogue ${name}`);
  return entry;
};

let starting;
const running = new Set(); // what to call when the engine stops
const engine = (stopped) => {
  starting ??= start().catch((error) => {
    starting = undefined; // so that a visitor can try again
    throw error;
  });
  if (stopped) running.add(stopped);
  return starting;
};

// stop is called when the engine has ended, which it does not do by itself: the next start is a new one.
const stop = () => {
  starting = undefined;
  for (const stopped of running) stopped();
  running.clear();
};

const patience = 300; // milliseconds after which a cache would have given the engine

// module fetches the engine. A host that does not compress it would take seven times as long: then the packed file comes
// instead. That can only be asked for apart, because a request that checks a hash tells nothing before its end.
const module = async () => {
  const { engine } = manifest;
  const late = new AbortController();
  const plain = load(engine, late.signal);
  plain.catch(() => {}); // reported where it is awaited
  const waiting = new Promise((resolve) => setTimeout(resolve, patience, 'late'));
  if (globalThis.DecompressionStream && await Promise.race([plain, waiting]) === 'late') {
    const bare = fetch(new URL(engine.file, base), { method: 'HEAD', cache: 'no-store', credentials: 'omit', mode: 'cors' })
      .then((head) => Number(head.headers.get('Content-Length')) === engine.size, () => false);
    if (await Promise.race([plain.then(() => false), bare])) {
      late.abort();
      return load(engine.packed);
    }
  }
  return plain;
};

// start fetches the engine and, beside it, the part of the loader that is needed only together with it.
const start = async () => {
  const engine = module();
  engine.catch(() => {}); // reported by the await below
  const href = new URL(manifest.glue.file, base).href;
  const link = document.createElement('link');
  link.rel = 'modulepreload'; // carries the integrity that import() cannot
  link.href = href;
  link.integrity = manifest.glue.integrity;
  link.crossOrigin = 'anonymous';
  document.head.append(link);
  const glue = await import(href);
  glue.complete(style());
  return glue.run(await engine, stop);
};

/**
 * evaluate scores an assessment without any page: it resolves to the canonical JSON text of {"result", "problems"}.
 * catalog and assessment are the texts of the files, or their bytes.
 */
export const evaluate = async (catalog, assessment) => (await engine()).evaluate(catalog, assessment);

class HoshitoriCheck extends HTMLElement {
  static observedAttributes = ['catalog', 'src', 'lang', 'target'];

  #methods = null; // of the engine, once it has taken the form over
  #waiting = null; // an assessment that was set before that
  #turn = 0; // counts starts, so that one that was overtaken stops
  #ticked = []; // what was ticked when a form was replaced before the engine had read it
  #status = null;

  connectedCallback() {
    if (!this.shadowRoot) {
      this.attachShadow({ mode: 'open' });
      this.shadowRoot.adoptedStyleSheets = [style()];
      this.#begin(this.querySelector('.hoshitori'));
      for (const name of ['assessment', 'state']) { // set by the page before this file had defined the element
        if (!Object.hasOwn(this, name)) continue;
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    } else if (!this.shadowRoot.querySelector('.hoshitori')) {
      this.#begin(null); // back again
    }
  }

  // An element that is only moved is back in the same task. One that is gone gives its part of the engine back and keeps its
  // answers, in case it comes again.
  disconnectedCallback() {
    setTimeout(() => {
      if (this.isConnected || !this.#methods) return;
      this.#waiting = this.#methods.assessment();
      this.#turn++;
      this.#methods.detach();
      this.#methods = null;
      running.delete(this.#stopped);
    });
  }

  attributeChangedCallback(name, before, after) {
    if (!this.shadowRoot || before === after) return;
    if (name === 'catalog' || name === 'src') {
      this.#waiting = null; // what was answered belongs to another catalogue
      this.#ticked = [];
    } else if (this.#methods) {
      const answers = JSON.parse(this.#methods.assessment());
      if (name === 'target') delete answers.target;
      this.#waiting = JSON.stringify(answers);
    } else {
      this.#remember();
    }
    this.#begin(null);
  }

  #remember() {
    this.#ticked = Array.from(this.shadowRoot.querySelectorAll('input[type=radio]:checked'), (i) => [i.name, i.value]);
  }

  get #lang() {
    return this.getAttribute('lang')?.startsWith('en') ? 'en' : 'ja';
  }

  get #share() {
    const share = this.getAttribute('share');
    return share === 'never' || share === 'always' ? share : 'ask';
  }

  get #store() {
    try {
      return { session: sessionStorage, local: localStorage }[this.getAttribute('storage')] ?? null;
    } catch {
      return null; // a page may forbid storage
    }
  }

  get #key() {
    return 'hoshitori:' + (this.getAttribute('src') ?? this.getAttribute('catalog'));
  }

  #keep(text) {
    try {
      this.#store.setItem(this.#key, text);
      return true;
    } catch {
      return false; // the store is full or forbidden: the answers stay on the page
    }
  }

  async #begin(fragment) {
    const turn = ++this.#turn;
    this.#methods?.detach();
    this.#methods = null;
    const name = this.getAttribute('catalog');
    const target = this.getAttribute('target') ?? '';
    const own = this.hasAttribute('src'); // a catalogue of the page's own
    let form = null;
    if (!name && !own) return; // the page will say later what it wants
    try {
      if (fragment && fragment.lang === this.#lang && (fragment.dataset.target ?? '') === target && (own || fragment.dataset.catalog === name)) {
        form = fragment; // what was ticked in it stays ticked; of a page's own catalogue the engine knows whether it fits
      } else if (!own) {
        const { forms } = await known(name);
        let outline = forms[this.#lang + ':' + target] ?? forms[this.#lang];
        if (!Array.isArray(outline)) outline = await (await load(outline)).json();
        if (turn !== this.#turn) return;
        // [tag, attributes, head, [tag, attributes, ...questions], foot]
        const [tag, attributes, head, questions, foot] = outline;
        form = build([tag, attributes, head, questions.slice(0, 2 + atFirst)]);
        this.#show(form);
        await painted();
        form.querySelector('.h-form').append(...questions.slice(2 + atFirst).map(build));
        form.append(build(foot));
      }
      if (turn !== this.#turn) return;
      if (form === null || form === fragment) this.#show(form);
      for (const input of form?.querySelectorAll('input') ?? []) {
        if (this.#ticked.some(([item, state]) => item === input.name && state === input.value)) input.checked = true;
      }
      if (form) this.#ticked = []; // else they wait for the form that the engine will draw
    } catch (error) {
      return turn === this.#turn && this.#fail(error, words[this.#lang].catalog, 'catalog');
    }
    await this.#takeOver(turn, own ? null : name, form);
  }

  #stopped = () => {
    if (!this.#methods) return;
    this.#methods = null;
    this.#fail(new Error('the engine has stopped'), words[this.#lang].failed, 'load');
  };

  #show(form) {
    this.#status = build(['p', { class: 'hoshitori h-wait', role: 'status', tabindex: '-1' }, words[this.#lang].wait]);
    this.shadowRoot.replaceChildren(this.#status, ...(form ? [form] : []));
  }

  async #takeOver(turn, name, form) {
    let message = words[this.#lang].failed;
    try {
      const source = (async () => name ? load(await known(name)) : fetch(new URL(this.getAttribute('src'), document.baseURI)))();
      source.catch(() => {}); // reported by the await below
      const earlier = name ? earlierOf(name) : '';
      const api = await engine(this.#stopped);
      message = name ? message : words[this.#lang].catalog;
      const response = await source;
      if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
      const catalog = await response.text();
      if (catalog.length > maxCatalog) throw new Error(`${response.url}: more than ${maxCatalog} characters`);
      message = words[this.#lang].failed;
      const editions = await earlier;
      if (turn !== this.#turn) return;
      const methods = await api.attach({
        catalog, earlier: editions, ticked: this.#ticked, root: form, shadow: this.shadowRoot,
        lang: this.#lang, layout: this.getAttribute('layout') ?? '', target: this.getAttribute('target') ?? '', share: this.#share,
        storage: this.#store ? this.getAttribute('storage') : 'none', kept: this.#store?.getItem(this.#key) ?? null,
        host: {
          emit: (event, completeness, result, assessment) => this.#emit(event, completeness, result, assessment),
          keep: (text) => this.#keep(text),
          forget: () => this.#store?.removeItem(this.#key),
          print: () => this.print(),
        },
      });
      if (turn !== this.#turn) return methods.detach?.();
      if (methods.problems) {
        this.#emitError('catalog', JSON.parse(methods.problems));
        return this.#fail(null, words[this.#lang].catalog, ''); // told already
      }
      this.#methods = methods;
      this.#ticked = [];
      this.#status.remove();
      if (this.#waiting !== null) {
        this.assessment = this.#waiting;
        this.#waiting = null;
      }
      this.#dispatch('ready', {});
    } catch (error) {
      if (turn === this.#turn) this.#fail(error, message, 'load');
    }
  }

  // fail leaves the form as it is, to be read and printed, and says what happened.
  #fail(error, message, code) {
    const again = build(['button', { type: 'button' }, words[this.#lang].retry]);
    const box = build(['div', { class: 'hoshitori', role: 'alert' }, ['p', { class: 'h-error' }, message]]);
    box.append(again);
    again.addEventListener('click', () => {
      const form = this.shadowRoot.querySelector('.hoshitori[data-catalog]');
      const taken = form?.querySelector('.h-live'); // by an engine that has stopped: it left its own parts behind
      if (form) this.#remember(); // also where it stays: it may be drawn anew, as the fragment of another target is
      box.remove();
      this.#begin(taken ? null : form);
      this.#status?.focus();
    });
    this.#status?.remove();
    for (const page of this.shadowRoot.querySelectorAll('.h-requirement')) page.hidden = false; // there is nothing to turn them
    this.shadowRoot.querySelector('.h-form')?.classList.add('h-all');
    this.shadowRoot.prepend(box);
    if (code) this.#emitError(code, [], error);
  }

  #emitError(code, problems, error) {
    this.#dispatch('error', { code, problems, message: error ? String(error.message ?? error) : '' });
  }

  #emit(event, completeness, result, assessment) {
    const detail = { completeness: JSON.parse(completeness) };
    if (result !== null) {
      detail.result = JSON.parse(result);
      detail.assessment = JSON.parse(assessment);
    }
    this.#dispatch(event, detail);
  }

  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent('hoshitori-' + name, { bubbles: true, composed: true, detail }));
  }

  /** The answers, as an assessment file (hoshitori/assessment/1); null before the engine is there. */
  get assessment() {
    return this.#methods ? JSON.parse(this.#methods.assessment()) : null;
  }

  /** Setting takes an object or the text of a file. What is not right is refused, shown, and told by validate(). */
  set assessment(value) {
    let text; // stays empty, and is refused as no assessment, for what JSON cannot write
    try {
      text = typeof value === 'string' ? value : JSON.stringify(value);
    } catch { /* refused below */ }
    text ??= '';
    if (!this.#methods) {
      this.#waiting = text;
      return;
    }
    const problems = JSON.parse(this.#methods.setAssessment(text));
    if (problems.some((p) => p.severity === 'error')) this.#emitError('assessment', problems);
  }

  /** The result of the present answers (hoshitori/result/1); null before the engine is there. */
  get result() {
    return this.#methods ? JSON.parse(this.#methods.result()) : null;
  }

  /** An opaque text that brings the present answers back when it is set. */
  get state() {
    return this.#methods?.state() ?? '';
  }

  set state(value) {
    if (this.#methods) this.assessment = this.#methods.answersOf(String(value));
    else this.addEventListener('hoshitori-ready', () => (this.state = value), { once: true });
  }

  /** The problems of the present answers; an empty array if there are none. */
  validate() {
    return this.#methods ? JSON.parse(this.#methods.validate()) : [];
  }

  /** Deletes all answers, also those kept on this device. */
  reset() {
    this.#store?.removeItem(this.#key);
    if (this.#methods) return this.#methods.reset();
    this.#waiting = null;
    for (const input of this.shadowRoot?.querySelectorAll('input:checked') ?? []) input.checked = false;
  }

  /** Prints this check alone: the result if it is shown, else the form. */
  print() {
    this.#methods ? this.#methods.print(this) : window.print();
  }
}

if (!customElements.get('hoshitori-check')) customElements.define('hoshitori-check', HoshitoriCheck);
