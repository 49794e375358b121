// The one wasm instance of the page: loaded once, called with care, given up after a crash. It comes in two halves: what
// showing a post needs, and the lazy one for what is asked of it later.

import * as wasm from "./backmatter.js";
import { parseWith } from "./html.js";
import { copyWith, InputError } from "./input.js";

const TIMEOUT = 10_000;
/** How long after a failure the lazy half is not asked for again, in milliseconds. */
const PATIENCE = 30_000;

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
let attempts = 0;
let lost = -Infinity;
let starts = 0;
let state = "idle";
const onDeath = new Set();

/** Serve meta box and images of a widget; gives a page the styles of what the lazy half draws. That half brings them. */
export let attendMeta, attendImages, dress;
const serveWith = (...brought) => { [attendMeta, attendImages, dress] = brought; };

/** Loads what showing a post needs, once. While it loads every call gets the same promise; after a failure the next tries again. */
export function start({ wasm: source = new URL("backmatter_bg.wasm", import.meta.url) } = {}) {
  if (state === "dead") return Promise.reject(crash());
  loading ??= inTime(() => instantiate(source)).then(
    (loaded) => { exports = loaded; state = "ready"; },
    (error) => { loading = null; starts++; throw error; },
  );
  return loading;
}

/** Loads the lazy half as well, once. */
export function ready(options = {}) {
  if (state === "dead") return Promise.reject(crash());
  completing ??= Promise.all([start(options), inTime(() => loadLazy(options.lazy))])
    .then(([, completeWith]) => inTime(() => completeWith(exports, { parseWith, copyWith, serveWith })))
    .then(() => { complete = true; }, (error) => {
      completing = null;
      if (state === "ready") {
        attempts++;
        lost = performance.now();
      }
      throw error;
    });
  return completing;
}

/** Has the lazy half been asked for in vain just now? */
export const isLost = () => performance.now() - lost < PATIENCE;

async function instantiate(source) {
  const start = starts;
  const module = await moduleOf(source);
  const instance = await WebAssembly.instantiate(module, wasm.imports());
  // One that comes after its time would take the place of another one.
  if (start !== starts) throw new Error("this attempt was given up");
  return wasm.finish(instance, module);
}

/** The module of an answer, a request, an address, bytes, or a module itself; of a promise of one, too. */
async function moduleOf(given) {
  const source = await given;
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
  const response = source instanceof Response ? source : await fetch(source);
  if (!response.ok) throw new Error(`the wasm answered ${response.status}`);
  // A server that does not say what it sends makes it slower, not impossible.
  const isNamed = response.headers.get("Content-Type") === "application/wasm";
  return isNamed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** The script of the lazy half and its wasm, side by side; a function that completes the instance with them. */
async function loadLazy(source = new URL("backmatter_lazy.wasm", import.meta.url)) {
  // A browser keeps a script that did not load: another attempt needs another address.
  const script = attempts ? import(new URL(`lazy.js?${attempts}`, import.meta.url).href) : import("./lazy.js");
  const module = moduleOf(source);
  module.catch(() => {});
  const { load } = await script;
  const given = await module;
  return (...target) => load(given, ...target);
}

/** What `load` gives within the time, or why it does not. */
async function inTime(load) {
  if (typeof WebAssembly !== "object") {
    throw new FallbackError("no-webassembly", "WebAssembly is switched off in this browser");
  }
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new FallbackError("timeout", "the wasm did not load within 10 seconds")), TIMEOUT);
  });
  try {
    return await Promise.race([load(), late]);
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

/** The answer of `mount` and `update`, which is a text of parts: number, format, confidence, reason, notices; or a failure. */
export function reported(answer) {
  const [id, ...parts] = answer.split("\x1f");
  if (!id) throw new InputError(...parts);
  const [format, confidence, reason, ...said] = parts, notices = [];
  while (said.length) {
    const [where, what, why] = said.splice(0, 3);
    notices.push({ where, what, why });
  }
  return { id: Number(id), report: { format, confidence: confidence / 100, reasons: [reason], notices } };
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
