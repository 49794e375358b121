// The wasm programs of the page: `first` paints, `widget` keeps posts alive, `formats` converts, `related`
// ranks. Each is loaded once, called with care, and replaced once after a crash.

import initFirst, { __wbg_reset_state as resetFirst, paint } from "#first";
import { FallbackError, InputError, lost, PATIENCE } from "./errors.js";
import { trustedPolicy } from "./trusted.js";

/** How long a program may take to load, in milliseconds. */
const TIMEOUT = 10_000;

/** HTML of this length is read in parts; a shorter post has none. */
const LONG = 250_000;

/** The error after a crash. */
const crash = (cause) => new FallbackError("crash", "Backmatter has crashed on this page", cause);

/** Is a program running? A host's blur handler may call us while its post is being painted. */
let busy = false;
const whenFree = [];

/** Runs `work` as soon as no program is running, usually at once. */
export function afterCall(work) {
  if (busy) whenFree.push(work);
  else work();
}

export const isBusy = () => busy;

class Program {
  /** `idle`, `ready` or `dead`. */
  state = "idle";
  #loading = null;
  #glue;
  #onDeath = new Set();
  #lost = -Infinity;
  /** The number of the current instance: a new instance does not know the posts of the old one. */
  instance = 1;

  /**
   * @param {string} file its wasm
   * @param {(source: unknown) => Promise<object>} load gives the glue, its wasm instantiated
   */
  constructor(file, load) {
    Object.assign(this, { file, load });
  }

  get isReady() { return this.state === "ready"; }

  /** Has loading failed recently, or has the program crashed for good? */
  get isLost() { return this.state === "dead" || performance.now() - this.#lost < PATIENCE; }

  /** While it loads every call gets the same promise; after a failure the next call tries again. */
  ready(source) {
    if (this.state === "dead") return Promise.reject(crash());
    this.#loading ??= loaded(this.file, () => this.load(source)).then(
      (glue) => {
        this.#glue = glue;
        this.state = "ready";
      },
      (error) => {
        this.#loading = null;
        this.#lost = performance.now();
        throw error;
      },
    );
    return this.#loading;
  }

  /** Calls an export and returns its answer. An exception that crosses Rust code corrupts its state, so it counts as a crash. */
  call(name, ...args) {
    if (!this.isReady) throw this.state === "dead" ? crash() : new FallbackError("load-failed", "ready() has not resolved yet");
    let answer;
    const isOuter = !busy;
    busy = true;
    try {
      answer = this.#glue[name](...args);
    } catch (error) {
      this.#die();
      throw crash(error);
    } finally {
      if (isOuter) {
        busy = false;
        // In a microtask, after the caller has used the answer.
        if (whenFree.length) queueMicrotask(() => { while (whenFree.length) whenFree.shift()(); });
      }
    }
    if (Object.hasOwn(answer, "error")) throw new InputError(answer.error.code, answer.error.message);
    return answer.ok;
  }

  /** Reads the long HTML of a post in parts, then does `work`, which reads the post. What is short is read at once. */
  async afterParts({ text, options }, work) {
    return text.length < LONG ? work() : this.#glue.inParts(this, text, options, LONG, work);
  }

  /** Calls `listener(isReplaced)` once when the instance has died. */
  whenDead(listener) {
    this.#onDeath.add(listener);
    return () => this.#onDeath.delete(listener);
  }

  /** Marks the instance as dead. The first time, a new instance replaces it. */
  #die() {
    this.state = "dead";
    if (this.instance === 1) {
      try {
        this.#glue.__wbg_reset_state();
        this.instance = 2;
        this.state = "ready";
      } catch { /* then it stays dead */ }
    }
    const listeners = [...this.#onDeath];
    queueMicrotask(() => listeners.forEach((listener) => this.#onDeath.delete(listener) && listener(this.isReady)));
  }
}

/** The program of the first paint. */
export const painter = new Program("first_bg.wasm", async (source = new URL("./first_bg.wasm", import.meta.url)) => {
  await initFirst({ module_or_path: await moduleOf(source) });
  // Listed by name: bundlers build a namespace object in a way that a page's additions to `Object.prototype` break.
  return { paint, __wbg_reset_state: resetFirst };
});

/** What `live.js` brings besides its program: it serves meta boxes and images, parses values, styles what it draws. */
export let live = null;

/** The program that keeps posts alive. */
export const keeper = new Program("widget_bg.wasm", async (source = new URL("./widget_bg.wasm", import.meta.url)) => {
  live = await loadedBeside(source, import("./live.js"), "widget.js");
  return live;
});

/** The program that reads every format. */
export const converter = new Program("formats_bg.wasm", async (source = new URL("./formats_bg.wasm", import.meta.url)) => {
  const loaded = await loadedBeside(source, import("./formats.js"), "formats.js");
  loaded.takePolicy(trustedPolicy());
  return loaded;
});

/** The program that ranks candidates. */
export const ranker = new Program("related_bg.wasm", (source = new URL("./related_bg.wasm", import.meta.url)) =>
  loadedBeside(source, import("./related.js"), "related.js"));

/** The script of a program, its wasm instantiated. Both load at once. */
async function loadedBeside(source, script, name) {
  const module = moduleOf(source);
  module.catch(() => {});
  const loaded = await script.catch(lost(name));
  await loaded.init({ module_or_path: await module });
  return loaded;
}

/** Loads what paints first. */
export const start = ({ wasm } = {}) => painter.ready(wasm);

/** Loads what keeps posts alive. */
export const ready = ({ wasm } = {}) => keeper.ready(wasm);

/** Loads what reads other formats. */
export const readyFormats = ({ wasm } = {}) => converter.ready(wasm);

/** Loads what ranks candidates. */
export const readyRelated = ({ wasm } = {}) => ranker.ready(wasm);

/** Compiles a response, a request, a URL, bytes or a module, or a promise of one of these. */
async function moduleOf(given) {
  const source = await given;
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
  const response = source instanceof Response ? source : await answerOf(source);
  if (!response.ok) throw new FallbackError("load-failed", `${response.url} answered ${response.status}: see docs/bundlers.md of backmatter`);
  // A missing or wrong Content-Type only makes loading slower.
  if (response.headers.get("Content-Type") === "application/wasm") return WebAssembly.compileStreaming(response);
  const bytes = await response.arrayBuffer();
  if (!isWasm(bytes)) throw new FallbackError("bad-mime", `${response.url} answered with something else than WebAssembly: see docs/bundlers.md of backmatter`);
  return WebAssembly.compile(bytes);
}

/**
 * The development server of Vite before 8, and of what is built on it, bundles a dependency into a folder such as
 * `node_modules/.vite/deps`, without the files that it loads. They are still in the package.
 */
async function answerOf(source) {
  const inPackage = String(source).replace(/\/node_modules\/\..*\//, "/node_modules/backmatter/");
  const response = await fetch(source);
  // Where it has no file it answers with an error, or with the application.
  const isMissing = !response.ok || /html/.test(response.headers.get("Content-Type"));
  return isMissing && inPackage !== String(source) ? fetch(inPackage) : response;
}

/** The first eight bytes of every module: "\0asm" and the version. */
const MAGIC = [0, 97, 115, 109, 1, 0, 0, 0];

function isWasm(bytes) {
  const head = new Uint8Array(bytes.slice(0, 4));
  return head.length === 4 && head.every((byte, index) => byte === MAGIC[index]);
}

/**
 * Chromium 117, Firefox 121 and Safari 16.5 support nested styles, `:has`, subgrids and mixing colours with `currentColor`. The
 * last one cannot be tested: Chromium got it together with subgrids.
 */
const isOld = () => !globalThis.CSS?.supports?.("selector(:has(&))") || !CSS.supports("grid-template-columns", "subgrid");

/** The result of `load` within the timeout; otherwise throws a `FallbackError`. */
async function loaded(file, load) {
  if (typeof WebAssembly !== "object") {
    throw new FallbackError("no-webassembly", "WebAssembly is switched off in this browser");
  }
  if (isOld()) throw new FallbackError("old-browser", "this browser is too old to show this post");
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new FallbackError("timeout", `${file} of backmatter did not load within 10 seconds`)), TIMEOUT);
  });
  try {
    return await Promise.race([load(), late]);
  } catch (error) {
    throw error instanceof FallbackError ? error : await because(file, error);
  } finally {
    clearTimeout(timer);
  }
}

/** The reason of a failure. Under a CSP that forbids WebAssembly, not even an empty module can be instantiated. */
async function because(file, error) {
  const isAllowed = await WebAssembly.instantiate(new Uint8Array(MAGIC)).then(() => true, () => false);
  if (!isAllowed) return new FallbackError("csp", "the policy of this page forbids WebAssembly: see docs/csp-and-security.md of backmatter", error);
  // The engine's own messages do not help a reader.
  const isOther = error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError;
  const how = isOther ? "is broken, or of another build than the scripts beside it" : "could not be loaded";
  return new FallbackError("load-failed", `${file} of backmatter ${how}: see docs/bundlers.md`, error);
}
