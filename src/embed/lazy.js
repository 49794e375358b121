// The lazy half: code that shares memory and functions with the wasm that is running, the parser for HTML, the copier of
// values, what serves the meta box.

import css from "./lazy.css";
import { attendLightbox } from "./lightbox.js";
import { attendMeta } from "./post_meta.js";
import { attendSlide } from "./slide.js";
import { tokens } from "./inert.js";
import { snapshot } from "./snapshot.js";

/** Completes the instance that has `exports` with a half from `module`. */
export async function load(module, exports, { parseWith, copyWith, serveWith }) {
  // A half of another build asks for an export that is not there, and is refused.
  await WebAssembly.instantiate(module, { $: exports });
  exports.complete();
  parseWith(tokens);
  copyWith(snapshot);
  serveWith(attendMeta, attendImages, dress);
}

function attendImages(root, look, options, signal) {
  attendSlide(root, options, signal);
  attendLightbox(root, look, options, signal);
}

/** Stylesheets by the document that they were made for. */
const sheets = new WeakMap();

/**
 * Gives the document or shadow root of an element the styles of what this half draws: made by script, so a strict policy allows
 * them. An element that stands in neither waits until it does.
 */
function dress(element) {
  const root = element.getRootNode();
  if (!root.adoptedStyleSheets) {
    return new ResizeObserver((_, observer) => {
      if (!element.isConnected) return;
      observer.disconnect();
      dress(element);
    }).observe(element);
  }
  const { defaultView } = element.ownerDocument;
  if (!sheets.has(defaultView)) {
    const sheet = new defaultView.CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(defaultView, sheet);
  }
  const sheet = sheets.get(defaultView);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
