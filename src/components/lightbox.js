// What a reader takes along from an open image: its credit.

import { put } from "./article_body.js";

/** Serves the lightbox in the widget with this root; `creditOf()` gives the credit as `[text, html, markdown]`. */
export function attendLightbox(root, creditOf, signal) {
  root.addEventListener("click", ({ target }) => {
    const button = target.closest(".bm-slide-copies button");
    if (!button) return;
    const [text, html, markdown] = creditOf();
    // The credit may go into a letter with its links.
    if (button.dataset.bmAction === "copy-credit") put(root, button, text, html);
    else put(root, button, markdown);
  }, { signal });
}
