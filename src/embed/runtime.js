// The one wasm instance of the page: loaded once, called with care, given up after a crash. It comes in two halves: what
// showing a post needs, and the lazy one for what is asked of it later.

import init, * as wasm from "./backmatter.js";
import { onCrash } from "./guard.js";
import { parseWith } from "./html.js";
import { copyWith, InputError } from "./input.js";

const TIMEOUT = 10_000;

/** Why there is no widget; `reason` is one of the contract's. */
export class FallbackError extends Error {
  constructor(reason, message, cause) {
    super(message, { cause });
    this.reason = reason;
  }
}

let loading = null;
let completing = null;
let exports = null;
let complete = false;
let state = "idle";
const onDeath = new Set();

/** Loads what showing a post needs, once; later calls get the same promise. After a failure the next call tries again. */
export function start({ wasm } = {}) {
  if (state === "dead") return Promise.reject(crash());
  loading ??= inTime(init(wasm === undefined ? undefined : { module_or_path: wasm })).then(
    (loaded) => { exports = loaded; state = "ready"; },
    (error) => { loading = null; throw error; },
  );
  return loading;
}

/** Loads the lazy half as well, once. */
export function ready(options = {}) {
  if (state === "dead") return Promise.reject(crash());
  completing ??= Promise.all([start(options), inTime(import(new URL("lazy.js", import.meta.url).href))])
    .then(([, lazy]) => inTime(lazy.load(exports, { parseWith, copyWith }, options.lazy)))
    .then(() => { complete = true; }, (error) => { completing = null; throw error; });
  return completing;
}

/** What `loading` gives, or why it does not. */
async function inTime(loading) {
  if (typeof WebAssembly !== "object") {
    throw new FallbackError("no-webassembly", "WebAssembly is switched off in this browser");
  }
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new FallbackError("timeout", "the wasm did not load within 10 seconds")), TIMEOUT);
  });
  try {
    return await Promise.race([loading, late]);
  } catch (error) {
    throw error instanceof FallbackError ? error : new FallbackError(reasonOf(error), String(error?.message ?? error), error);
  } finally {
    clearTimeout(timer);
  }
}

function reasonOf(error) {
  const message = String(error?.message ?? error);
  if (/content security policy|unsafe-eval|blocked by csp/i.test(message)) return "csp";
  // A page in place of the wasm: its first bytes are not the magic word.
  if (/mime|magic|start with '\\0asm'|at byte 0/i.test(message)) return "bad-mime";
  return "load-failed";
}

/** Is the wasm loaded and alive? */
export const isReady = () => state === "ready";

/** Is the lazy half there too? */
export const isComplete = () => complete && isReady();

/** Calls an export. An exception that has gone through Rust leaves it in pieces: that is a crash. */
export function call(name, ...args) {
  if (state !== "ready") throw new FallbackError(state === "dead" ? "crash" : "load-failed", "ready() has not resolved yet");
  try {
    return wasm[name](...args);
  } catch (error) {
    die();
    throw new FallbackError("crash", String(error?.message ?? error), error);
  }
}

/** The same for an export of the lazy half. */
export function callComplete(name, ...args) {
  if (!complete) throw new FallbackError("load-failed", "ready() has not resolved yet");
  return call(name, ...args);
}

/** The answer of an export, or its failure as an error with a `code`. */
export function answered(answer) {
  if (answer && "code" in answer) throw new InputError(answer.code, answer.message);
  return answer;
}

/** Calls `listener` once when the instance has died. */
export function whenDead(listener) {
  onDeath.add(listener);
  return () => onDeath.delete(listener);
}

/** What a page hears after a crash. */
export const crash = () => new FallbackError("crash", "Backmatter has crashed on this page");

function die() {
  if (state === "dead") return;
  state = "dead";
  const listeners = [...onDeath];
  onDeath.clear();
  queueMicrotask(() => listeners.forEach((listener) => listener()));
}

onCrash(die);
