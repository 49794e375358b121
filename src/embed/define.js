// Defines the elements: for applications that are built by a bundler. Without a page, on a server, it does nothing.

import "./css.js";
import { define } from "./elements.js";

if (typeof document !== "undefined") {
  // Posts that were rendered ahead load nothing until something needs it.
  const isAhead = document.querySelector("[data-bm-fingerprint]") || [...document.querySelectorAll("[shadow]")].some((post) => post.shadowRoot);
  // The elements report a failure.
  if (!isAhead) import("./programs.js").then(({ start }) => start()).catch(() => {});
  define();
}
