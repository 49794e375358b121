// Defines the elements: for applications that are built by a bundler. Without a page, on a server, it does nothing.

import "./css.js";
import { define } from "./elements.js";

if (typeof document !== "undefined") {
  // What was rendered ahead loads nothing before it is asked for something.
  const isAhead = document.querySelector("[data-bm-fingerprint]") || [...document.querySelectorAll("[shadow]")].some((post) => post.shadowRoot);
  // A failure is said by the elements.
  if (!isAhead) import("./programs.js").then(({ start }) => start()).catch(() => {});
  define();
}
