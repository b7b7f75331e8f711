// The part of the loader that is needed only together with the engine. The build puts it behind the Go release's own
// wasm_exec.js, which defines Go, into one file.

const moreCss = /*CSS*/ '';

// The support file defines Go, and reads and writes through three names of Node.js. The engine looks these up while it
// starts; nobody else shall find them, and what the page itself calls so stays as it was.
const { Go, fs, process, path } = globalThis; // wasm_exec.js above runs once, however often the engine is started
exchange(theirs);
if (!theirs[0]) delete globalThis.Go;
const ours = [undefined, fs, process, path].map((value) => value && { value, configurable: true, writable: true });

let completed = false;

/** complete adds the style of what the engine shows to the style of the form. */
export const complete = (sheet) => {
  if (completed) return;
  completed = true;
  for (const rule of rulesOf(moreCss)) sheet.insertRule(rule, sheet.cssRules.length);
};

const rulesOf = (css) => {
  const all = new CSSStyleSheet();
  all.replaceSync(css);
  return Array.from(all.cssRules, (rule) => rule.cssText);
};

/** run starts the engine from the answer to its request, and resolves to what the loader needs of it. */
export const run = async (response, stopped) => {
  const go = new Go();
  const { instance } = /^application\/wasm\b/.test(response.headers.get('Content-Type') ?? '')
    ? await WebAssembly.instantiateStreaming(response, go.importObject)
    : await WebAssembly.instantiate(await unpacked(await response.arrayBuffer()), go.importObject);
  const api = await new Promise((resolve, reject) => {
    globalThis.hoshitoriEngine = resolve;
    const page = exchange(ours);
    const ended = go.run(instance); // has called hoshitoriEngine when it returns
    exchange(page);
    ended.finally(() => {
      reject(new Error('the engine has stopped'));
      stopped();
    });
  });
  return {
    evaluate: async (catalog, assessment) => {
      const text = content(catalog);
      return api.evaluate(text, await catalogDigest(api, text), content(assessment));
    },
    attach: async (options) => {
      const sum = await catalogDigest(api, options.catalog);
      const methods = api.attach({ ...options, digest: sum, today: today(), host: { ...options.host, save, read } });
      if (!methods) throw new Error('the engine could not take the form over'); // it has told the console why
      tick(options.shadow, options.ticked);
      return { ...methods, state: () => base64url(methods.assessment()), answersOf, print };
    },
  };
};

// unpacked inflates what begins like a gzip file. What the browser has inflated already begins otherwise.
const unpacked = (bytes) => {
  const [a, b] = new Uint8Array(bytes, 0, 2);
  if (a !== 0x1f || b !== 0x8b) return bytes;
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
};

// tick answers again what was ticked in a form that the engine has drawn anew.
const tick = (root, ticked) => {
  for (const input of ticked.length ? root.querySelectorAll('input[type=radio]') : []) {
    if (input.checked || !ticked.some(([item, state]) => item === input.name && state === input.value)) continue;
    input.checked = true;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }
};

// content returns a text as it is, and bytes as the engine takes them.
const content = (value) => {
  if (typeof value === 'string') return value;
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  throw new TypeError('a text or its bytes are needed');
};

// catalogDigest hashes the canonical form of a catalogue with the browser's own SHA-256, which exists on secure pages
// only; elsewhere, and for a catalogue that cannot be read, there is no digest.
const catalogDigest = async (api, catalog) => {
  const text = api.canonical(typeof catalog === 'string' ? catalog : new TextDecoder().decode(catalog));
  if (text === null || !globalThis.crypto?.subtle) return '';
  const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return 'sha256:' + Array.from(new Uint8Array(sum), (b) => b.toString(16).padStart(2, '0')).join('');
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

// print prints one element alone: everything beside it and beside what it stands in is hidden for the moment.
const print = (element) => {
  const hidden = 'hoshitori-print-hidden';
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@media print{.${hidden}{display:none!important}}`);
  const marked = [];
  const roots = new Set();
  for (let n = element; n && n !== document.body; n = n.parentNode ?? n.host) {
    for (const other of n.parentNode?.children ?? []) {
      if (other !== n && other.tagName !== 'HEAD') marked.push(other);
    }
    const root = n.getRootNode();
    if (root.adoptedStyleSheets) roots.add(root);
  }
  for (const e of marked) e.classList.add(hidden);
  for (const r of roots) r.adoptedStyleSheets = [...r.adoptedStyleSheets, sheet];
  const folded = [...element.shadowRoot.querySelectorAll('.h-result details:not([open])')];
  for (const d of folded) d.open = true;
  addEventListener('afterprint', () => {
    for (const e of marked) e.classList.remove(hidden);
    for (const r of roots) r.adoptedStyleSheets = r.adoptedStyleSheets.filter((s) => s !== sheet);
    for (const d of folded) d.open = false;
  }, { once: true });
  window.print();
};
