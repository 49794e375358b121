// What a post needs once it is alive: the program `widget`, what serves the meta box and the images, and their styles. It is
// loaded when the page is idle or when something asks for it.

import css from "#live.css";
import init, * as widget from "#widget";

export { init, widget };
export { attachLightbox, settleLightbox } from "../components/lightbox.js";
export { attachMeta } from "../components/post_meta.js";
export { attachSlide } from "../components/slide.js";

/** Stylesheets by the window that they were made for. */
const sheets = new WeakMap();

/**
 * Gives the document or shadow root of an element the styles of what is drawn on demand: made by script, so a strict policy
 * allows them. An element that stands in neither waits until it does.
 */
export function addStyles(element) {
  const root = element.getRootNode();
  if (!root.adoptedStyleSheets) {
    return new ResizeObserver((_, observer) => {
      if (!element.isConnected) return;
      observer.disconnect();
      addStyles(element);
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
