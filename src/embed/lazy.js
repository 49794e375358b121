// The lazy half: code that shares memory and functions with the wasm that is running, the parser for HTML, the copier of
// values.

import { tokens } from "./inert.js";
import { snapshot } from "./snapshot.js";

/** Completes the instance that has `exports` with a half from `source`: an answer, a request, bytes or a module. */
export async function load(source, exports, { parseWith, copyWith }) {
  // A half of another build asks for an export that is not there, and is refused.
  await WebAssembly.instantiate(await moduleOf(source), { $: exports });
  exports.complete();
  parseWith(tokens);
  copyWith(snapshot);
}

async function moduleOf(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
  const response = source instanceof Response ? source : await fetch(source);
  if (!response.ok) throw new Error(`the lazy half answered ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
}
