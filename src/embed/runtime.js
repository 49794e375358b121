// The one wasm instance of the page: loaded once, called with care, given up after a crash.

import init, * as wasm from "./backmatter.js";
import { onCrash } from "./crash.js";
import { InputError } from "./snapshot.js";

const TIMEOUT = 10_000;

/** Why there is no widget; `reason` is one of the contract's. */
export class FallbackError extends Error {
  constructor(reason, message, cause) {
    super(message, { cause });
    this.reason = reason;
  }
}

let loading = null;
let state = "idle";
const onDeath = new Set();

/** Loads the wasm once; later calls get the same promise. After a failure the next call tries again. */
export function ready(options = {}) {
  if (state === "dead") return Promise.reject(new FallbackError("crash", "Backmatter has crashed on this page"));
  loading ??= load(options).then(
    () => { state = "ready"; },
    (error) => { loading = null; throw error; },
  );
  return loading;
}

async function load({ wasm: source }) {
  if (typeof WebAssembly !== "object") {
    throw new FallbackError("no-webassembly", "WebAssembly is switched off in this browser");
  }
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new FallbackError("timeout", "the wasm did not load within 10 seconds")), TIMEOUT);
  });
  try {
    await Promise.race([init(source === undefined ? undefined : { module_or_path: source }), late]);
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

function die() {
  if (state === "dead") return;
  state = "dead";
  const listeners = [...onDeath];
  onDeath.clear();
  queueMicrotask(() => listeners.forEach((listener) => listener()));
}

onCrash(die);
