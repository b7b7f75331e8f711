// The part of the loader that comes behind the form: it starts the engine, and is what an element does from then on. The build puts it behind the Go release's own
// wasm_exec.js, which defines Go, into one file.

const moreCss = /*CSS*/ '';
const files = /*FILES*/ {};

// The support file defines Go, and reads and writes through three names of Node.js. The engine looks these up while it
// starts; nobody else shall find them, and what the page itself calls so stays as it was. The file above runs once, however
// often the engine is started.
const { Go, fs, process, path } = globalThis;
exchange(theirs);
if (!theirs[0]) delete globalThis.Go;
const ours = [undefined, fs, process, path].map((value) => value && { value, configurable: true, writable: true });

// The engine that the loader has asked for, compiled, until it is started.
let first;
// What the loader lends.
let page;

/** begin is called once, by the loader, with its request for the engine and the functions that both files use. */
export const begin = (request, lent) => {
  page = lent;
  first = compiled(request);
  // Reported where it is awaited.
  first.catch(() => {});
  // What the engine shows comes to the style of the form.
  page.sheet.replaceSync(page.css + moreCss);
};

/** evaluate scores an assessment without any page. */
export const evaluate = async (catalog, assessment) => (await engine()).evaluate(catalog, assessment);

/** take makes an element whose form was drawn into a check. */
export const take = (element, form, early) => new Check(element, form, early);

let starting;
// What to call when the engine stops.
const running = new Set();
const engine = (stopped) => {
  starting ??= run().catch((error) => {
    // So that a visitor can try again.
    starting = undefined;
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

// isPacked says whether a host has packed the engine on its way. Of another origin only the length can be seen, and not always.
const isPacked = ({ headers, type }) =>
  Number(headers.get('Content-Length')) !== files.engine.size && (type !== 'basic' || headers.has('Content-Encoding'));

// compiled fetches the engine and compiles it while it arrives. It is let go on only if its hash is the right one. A host that
// does not compress it would take seven times as long: then the packed file comes instead.
const compiled = async (asked) => {
  // On secure pages only; elsewhere the browser checks the hash.
  const subtle = globalThis.crypto?.subtle;
  const request = asked ?? (subtle && page.ask({ file: files.engine.file }));
  const response = await request;
  if (response?.ok === false) throw new Error(`${files.engine.file}: ${response.status}`);
  if (!response || globalThis.DecompressionStream && !isPacked(response)) {
    response?.body.cancel();
    return WebAssembly.compile(await unpacked(await (await page.load(files.packed)).arrayBuffer()));
  }
  const copy = response.clone();
  const [module, sum] = await Promise.all([
    // With anything behind the type the browser refuses it, as it does another type.
    response.headers.get('Content-Type') === 'application/wasm'
      ? WebAssembly.compileStreaming(response)
      : response.arrayBuffer().then((bytes) => WebAssembly.compile(bytes)),
    copy.arrayBuffer().then((bytes) => subtle.digest('SHA-384', bytes)),
  ]);
  if ('sha384-' + btoa(String.fromCharCode(...new Uint8Array(sum))) !== files.engine.integrity) {
    throw new Error(`${files.engine.file}: not the file that it should be`);
  }
  return module;
};

// run starts the engine and resolves to its functions.
const run = async () => {
  const go = new Go();
  const module = first ?? compiled();
  first = undefined;
  const instance = await WebAssembly.instantiate(await module, go.importObject);
  return new Promise((resolve, reject) => {
    globalThis.hoshitoriEngine = (api) => {
      resolve(api);
      return hands;
    };
    const names = exchange(ours);
    // Has called hoshitoriEngine when it returns.
    const ended = go.run(instance);
    exchange(names);
    ended.finally(() => {
      reject(new Error('the engine has stopped'));
      stop();
    });
  }).then((api) => ({
    attach: api.attach,
    canonical: api.canonical,
    evaluate: async (catalog, assessment) => {
      const text = content(catalog);
      return api.evaluate(text, await ownDigest(api, text), content(assessment));
    },
  }));
};

// What the engine has done in the document (wasm/engine/dom.go): each of its own steps there would cost more than the step itself.
const hands = {
  build: (tree) => page.build(JSON.parse(tree)),
  items: (within, selector) => Array.from(within.querySelectorAll(selector), (q) => q.dataset.item).join(' '),
  append: (within, selector, trees) => {
    const list = JSON.parse(trees);
    within.querySelectorAll(selector).forEach((e, i) => e.append(page.build(list[i])));
  },
  tick: (form, text) => {
    const states = JSON.parse(text);
    for (const input of form.querySelectorAll('[type=radio]')) input.checked = states[input.name] === input.value;
  },
  parts: (form, title) => JSON.stringify(Array.from(form.querySelectorAll('.h-requirement'), (part) =>
    [part.querySelector(title)?.textContent ?? '', ...Array.from(part.querySelectorAll('[data-item]'), (q) => q.dataset.item)])),
  name: (select, texts) => JSON.parse(texts).forEach((text, i) => {
    select.options[i].textContent = text;
  }),
  on: (within, kind, selector, f) => {
    const listener = ({ target }) => {
      const found = target.closest(selector);
      if (found) f(found);
    };
    // A toggle is the one that does not bubble.
    within.addEventListener(kind, listener, kind === 'toggle');
  },
  separate: (form) => {
    const held = form.getRootNode().activeElement;
    let heading;
    const pages = [];
    for (const e of form.querySelectorAll('h3.h-section,[data-item]')) {
      if (e.matches('h3')) {
        heading = e;
        continue;
      }
      const part = page.build(['section', { class: 'h-requirement', 'data-requirement': e.dataset.item }]);
      // What is ticked stays ticked, because the question itself is moved.
      part.append(...(heading ? [heading.cloneNode(true)] : []), e);
      pages.push(part);
    }
    form.replaceChildren(...pages);
    // What moves in the document loses it.
    if (form.contains(held)) held.focus({ preventScroll: true });
  },
  list: (select, f) => {
    // A key that goes through the closed list chooses nothing yet; Enter does, and so does whoever opens the list.
    let passing = false;
    select.addEventListener('pointerdown', () => {
      passing = false;
    });
    select.addEventListener('keydown', ({ key }) => {
      passing = key !== 'Enter' && key !== ' ';
      if (key === 'Enter') setTimeout(() => f(true));
    });
    select.addEventListener('change', () => f(!passing));
  },
};

// unpacked inflates what begins like a gzip file. What the browser has inflated already begins otherwise.
const unpacked = (bytes) => {
  const [a, b] = new Uint8Array(bytes, 0, 2);
  if (a !== 0x1f || b !== 0x8b) return bytes;
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
};

// Characters: more would stop the page while they are read.
const maxCatalog = 4e6;

// filesOf resolves to the files of a built-in catalogue.
const filesOf = async (name) => files.catalogs?.[name] ?? page.listed(name);

// earlierOf resolves to the earlier editions of a built-in catalogue: without them the check works all the same.
const earlierOf = async (name) => {
  try {
    const { earlier } = await filesOf(name);
    return earlier ? (await page.load(earlier)).text() : '';
  } catch {
    return '';
  }
};

// CatalogError is a failure of a page's own catalogue.
class CatalogError extends Error {}

// catalogOf resolves to the text of the element's catalogue.
const catalogOf = async (element, name) => {
  if (name) return (await page.load(await filesOf(name))).text();
  try {
    const response = await fetch(new URL(element.getAttribute('src'), document.baseURI));
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    return await withinLimit(response);
  } catch (error) {
    throw new CatalogError(error.message);
  }
};

// withinLimit reads a text in UTF-8, and no further than what may be shown.
const withinLimit = async (response) => {
  const reader = response.body.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    text += decoder.decode(value, { stream: !done });
    if (text.length > maxCatalog) {
      reader.cancel();
      throw new Error(`${response.url}: more than ${maxCatalog} characters`);
    }
    if (done) return text;
  }
};

// addPaper adds to a form that was drawn from its questions what it lacks on paper. One that was pasted has it.
const addPaper = async (form) => {
  const parts = (await (await page.load(files.paper)).json())[form.dataset.catalog]?.[form.lang];
  if (!parts || form.querySelector('.h-paper')) return;
  const [head, foot] = parts.map((part) => page.build(part));
  form.querySelector('.h-head').append(head);
  if (foot) form.querySelector('.h-foot').before(foot);
};

// Check is what an element does once this file is there: the engine takes its form over, and its properties and methods end here.
class Check {
  #element;
  #root;
  // Of the engine, once it has taken the form over.
  #methods = null;
  // What an earlier form of this element has left: its answers, and what was shown of them.
  #before = null;
  // An assessment that was set before that.
  #waiting = null;
  // Where answers may be kept, null for nowhere.
  #store = null;
  // Counts starts, so that one that was overtaken stops.
  #turn = 0;
  // What was ticked when a form was replaced before the engine had read it.
  #ticked;

  constructor(element, form, early) {
    this.#element = element;
    this.#root = element.shadowRoot;
    this.#ticked = early.ticked ?? [];
    this.#store = this.#storeNow();
    if (early.reset) this.#forget();
    if (early.given) this.given = early.given;
    this.#takeOver(++this.#turn, form);
  }

  connected() {
    // Back again.
    if (!this.#root.querySelector('.hoshitori')) this.#begin(null);
  }

  // An element that is only moved is back in the same task. One that is gone gives its part of the engine back and keeps its
  // answers, in case it comes again.
  disconnected() {
    setTimeout(() => {
      if (this.#element.isConnected || !this.#methods) return;
      this.#remember();
      this.#turn++;
      this.#detach();
      running.delete(this.#stopped);
    });
  }

  changed(name) {
    if (name === 'catalog' || name === 'src') {
      // What was answered belongs to another catalogue.
      this.#before = this.#waiting = null;
      this.#ticked = [];
    } else if (this.#methods) {
      const assessment = this.#remember();
      if (name === 'target') {
        delete assessment.target;
        this.#before.assessment = JSON.stringify(assessment);
      }
    } else {
      this.#ticked = page.ticked(this.#root);
    }
    this.#begin(null);
  }

  // remember keeps what this form is about to lose, and returns its assessment.
  #remember() {
    this.#before = this.#methods.passOn();
    const assessment = JSON.parse(this.#before.assessment);
    // What is ticked and still waits for its reason is in no assessment.
    this.#ticked = page.ticked(this.#root).filter(([item]) => !assessment.answers.some((a) => a.item === item));
    return assessment;
  }

  get #share() {
    const share = this.#element.getAttribute('share');
    return share === 'never' || share === 'always' ? share : 'ask';
  }

  // storeNow is what the page allows now. It is asked at each start and not in between, or what is kept could not be deleted.
  #storeNow() {
    const storage = this.#element.getAttribute('storage');
    try {
      return storage === 'session' ? sessionStorage : storage === 'local' ? localStorage : null;
    } catch {
      // A page may forbid storage.
      return null;
    }
  }

  get #key() {
    return 'hoshitori:' + (this.#element.getAttribute('src') ?? this.#element.getAttribute('catalog'));
  }

  #keep(text) {
    try {
      this.#store.setItem(this.#key, text);
      return true;
    } catch {
      // The store is full or forbidden: the answers stay on the page.
      return false;
    }
  }

  #forget() {
    this.#store?.removeItem(this.#key);
  }

  #detach() {
    shown.delete(this.#root);
    this.#methods?.detach();
    this.#methods = null;
  }

  async #begin(fragment) {
    const turn = ++this.#turn;
    const overtaken = () => turn !== this.#turn;
    this.#detach();
    this.#store = this.#storeNow();
    if (!page.named(this.#element)) return;
    try {
      const form = await page.draw(this.#element, fragment, this.#ticked, overtaken);
      if (!overtaken()) await this.#takeOver(turn, form);
    } catch (error) {
      if (!overtaken()) this.#fail(error, 'catalog');
    }
  }

  #stopped = () => {
    if (!this.#methods) return;
    this.#methods = null;
    shown.delete(this.#root);
    // It would cover the button.
    this.#root.querySelector('.h-live').hidden = true;
    this.#fail(new Error('the engine has stopped'), 'load');
  };

  #fail(error, code) {
    const form = this.#root.querySelector('[data-catalog]');
    // Without it there is still the form.
    if (code === 'load' && form) addPaper(form).catch(() => {});
    page.fail(this.#element, error, code, (form) => {
      this.#ticked = page.ticked(this.#root);
      // One that was taken over by an engine that has stopped is drawn anew.
      this.#begin(form?.querySelector('.h-live') ? null : form);
    });
  }

  async #takeOver(turn, form) {
    const element = this.#element;
    const name = element.hasAttribute('src') ? null : element.getAttribute('catalog');
    try {
      const source = catalogOf(element, name);
      // Reported by the await below.
      source.catch(() => {});
      const before = name ? earlierOf(name) : '';
      const api = await engine(this.#stopped);
      const catalog = await source;
      const earlier = await before;
      // Built-in ones are written in the canonical form.
      const sum = await (name ? digest(catalog) : ownDigest(api, catalog));
      if (turn !== this.#turn) return;
      const methods = api.attach({
        catalog, earlier, digest: sum, today: today(), root: form ?? null, shadow: this.#root,
        lang: page.lang(element), layout: element.getAttribute('layout') ?? '', target: element.getAttribute('target') ?? '', share: this.#share,
        before: this.#before, storage: Boolean(this.#store), kept: this.#store?.getItem(this.#key) ?? null,
        host: {
          emit: this.#emit, keep: (text) => this.#keep(text), forget: () => this.#forget(), print: () => this.print(), save, read,
          language: (lang) => this.#choose(lang),
        },
      });
      // It has told the console why.
      if (!methods) throw new Error('the engine could not take the form over');
      if (methods.problems) {
        page.tell(element, 'error', { code: 'catalog', problems: JSON.parse(methods.problems), message: '' });
        return this.#fail(null, 'catalog');
      }
      this.#methods = methods;
      this.#before = null;
      shown.add(this.#root);
      this.#tick();
      const wait = this.#root.querySelector('.h-wait'), held = wait === this.#root.activeElement;
      wait.remove();
      // So that who has waited there goes on with the first question that is shown.
      if (held) [...this.#root.querySelectorAll('input')].find((e) => e.checkVisibility())?.focus();
      if (this.#waiting !== null) {
        this.assessment = this.#waiting;
        this.#waiting = null;
      }
      page.tell(element, 'ready', {});
      if (!element.isConnected) this.disconnected();
    } catch (error) {
      if (turn === this.#turn) this.#fail(error, error instanceof CatalogError ? 'catalog' : 'load');
    }
  }

  // choose shows the check in the language that the visitor has chosen. By then the engine has finished with the click.
  #choose(lang) {
    setTimeout(() => {
      this.#element.lang = lang;
      if (this.#before) this.#before.switched = true;
    });
  }

  // tick answers again what was ticked in a form that the engine has drawn anew.
  #tick() {
    for (const input of this.#ticked.length ? this.#root.querySelectorAll('[type=radio]') : []) {
      if (input.checked || !this.#ticked.some(([item, state]) => item === input.name && state === input.value)) continue;
      input.checked = true;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }
    this.#ticked = [];
  }

  #emit = (event, completeness, result, assessment) => {
    const detail = { completeness: JSON.parse(completeness) };
    if (result) {
      detail.result = JSON.parse(result);
      detail.assessment = JSON.parse(assessment);
    }
    page.tell(this.#element, event, detail);
  };

  // given is what the page has set: the name of a property and its value.
  set given([name, value]) {
    this[name] = value;
  }

  get assessment() {
    return this.#methods ? JSON.parse(this.#methods.assessment()) : null;
  }

  set assessment(value) {
    // Stays empty, and is refused as no assessment, for what JSON cannot write.
    let text;
    try {
      text = typeof value === 'string' ? value : JSON.stringify(value);
    } catch { /* refused below */ }
    text ??= '';
    if (!this.#methods) {
      this.#waiting = text;
      return;
    }
    const problems = JSON.parse(this.#methods.setAssessment(text));
    if (problems.some((p) => p.severity === 'error')) page.tell(this.#element, 'error', { code: 'assessment', problems, message: '' });
  }

  get result() {
    return this.#methods ? JSON.parse(this.#methods.result()) : null;
  }

  get state() {
    return this.#methods ? base64url(this.#methods.assessment()) : '';
  }

  set state(value) {
    this.assessment = answersOf(String(value));
  }

  validate() {
    return this.#methods ? JSON.parse(this.#methods.validate()) : [];
  }

  reset() {
    this.#forget();
    if (this.#methods) return this.#methods.reset();
    this.#before = this.#waiting = null;
    this.#root.querySelector('form')?.reset();
  }

  print() {
    this.#methods ? print(this.#element) : window.print();
  }
}

// content returns a text as it is, and bytes as the engine takes them.
const content = (value) => {
  if (typeof value === 'string') return value;
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  throw new TypeError('a text or its bytes are needed');
};

// digest hashes with the browser's own SHA-256, which exists on secure pages only; elsewhere there is no digest.
const digest = async (text) => {
  if (!globalThis.crypto?.subtle) return '';
  const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return 'sha256:' + Array.from(new Uint8Array(sum), (b) => b.toString(16).padStart(2, '0')).join('');
};

// ownDigest is that of a catalogue that may be written in any way: it is the digest of its canonical form.
const ownDigest = async (api, catalog) => {
  const text = api.canonical(typeof catalog === 'string' ? catalog : new TextDecoder().decode(catalog));
  return text === null ? '' : digest(text);
};

const today = () => {
  const now = new Date();
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-');
};

const base64url = (text) => {
  const binary = Array.from(new TextEncoder().encode(text), (b) => String.fromCharCode(b)).join('');
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
};

// answersOf is the inverse; what it cannot decode becomes a text that is no assessment, and is refused as one.
const answersOf = (state) => {
  try {
    const binary = atob(state.replace(/-/g, '+').replace(/_/g, '/'));
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(binary, (c) => c.charCodeAt(0)));
  } catch {
    return '';
  }
};

// read hands over the bytes of a file, or null if it cannot be read.
const read = async (file, done) => {
  let bytes = null;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch { /* told by the engine */ }
  done(bytes);
};

const save = (text, file) => {
  const a = document.createElement('a');
  a.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  a.download = file;
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), 60000);
};

// The roots of all checks that are shown. On paper nothing can be unfolded, whoever asks for the print.
const shown = new Set();
let unfolded = [];
addEventListener('beforeprint', () => {
  for (const root of shown) unfolded.push(...root.querySelectorAll(':is(.h-result details,.h-notice):not([open])'));
  for (const d of unfolded) d.open = true;
});
addEventListener('afterprint', () => {
  for (const d of unfolded) d.open = false;
  unfolded = [];
});

// print prints one element alone on A4: everything beside it and beside what it stands in is hidden for the moment, and what it stands in
// takes no room and shows no frame.
const print = (element) => {
  const hidden = 'hoshitori-print-hidden', around = 'hoshitori-print-around';
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page{size:A4;margin:14mm}@media print{.${hidden}{display:none!important}
.${around}{display:block!important;margin:0!important;border:0!important;padding:0!important;max-width:none!important;background:none!important;box-shadow:none!important}}`);
  const marked = [];
  const outer = [document.body];
  const roots = new Set();
  for (let n = element; n && n !== document.body; n = n.assignedSlot ?? n.parentNode ?? n.host) {
    if (n !== element && n.classList) outer.push(n);
    for (const other of n.parentNode?.children ?? []) {
      if (other !== n && other.tagName !== 'HEAD') marked.push(other);
    }
    const root = n.getRootNode();
    if (root.adoptedStyleSheets) roots.add(root);
  }
  for (const e of marked) e.classList.add(hidden);
  for (const e of outer) e.classList.add(around);
  for (const r of roots) r.adoptedStyleSheets = [...r.adoptedStyleSheets, sheet];
  addEventListener('afterprint', () => {
    for (const e of marked) e.classList.remove(hidden);
    for (const e of outer) e.classList.remove(around);
    for (const r of roots) r.adoptedStyleSheets = r.adoptedStyleSheets.filter((s) => s !== sheet);
  }, { once: true });
  window.print();
};
