// The lazy half: code that shares memory and functions with the wasm that is running, the parser for HTML, the copier of
// values.

import { tokens } from "./inert.js";
import { snapshot } from "./snapshot.js";

/** Completes the instance that has `exports` with a half from `module`. */
export async function load(module, exports, { parseWith, copyWith }) {
  // A half of another build asks for an export that is not there, and is refused.
  await WebAssembly.instantiate(module, { $: exports });
  exports.complete();
  parseWith(tokens);
  copyWith(snapshot);
}
