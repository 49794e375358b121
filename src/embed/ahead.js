// A post that was rendered ahead: HTML on the page, which an element goes on from where it was rendered from what the element has.

import { fingerprint } from "./fingerprint.js";
import { textOf } from "./input.js";

const FINGERPRINT = "data-bm-fingerprint";

/** Was `article` rendered from this text, or from what is at `src`, with these options? */
export function isOf(article, text, src, options) {
  try {
    const said = JSON.parse(textOf(options).text);
    return article.getAttribute(FINGERPRINT) === fingerprint(PACKAGE_VERSION, text === null ? "" : textOf(text).text, src, said);
  } catch {
    return false;
  }
}

/** Makes it one of ours; the report on it. */
export function taken(article) {
  const report = article.parentNode.querySelector(":scope > script[data-bm-report]");
  article.removeAttribute(FINGERPRINT);
  // A policy without 'unsafe-inline' has kept the style attributes from the page, not from scripts.
  for (const element of article.querySelectorAll("[style]")) if (!element.style.length) restyle(element);
  try {
    return { notices: [], ...JSON.parse(report.textContent) };
  } catch {
    return { format: "", confidence: 0, reasons: [], notices: [] };
  }
}

function restyle(element) {
  for (const declaration of element.getAttribute("style").split(";")) {
    const [name, value] = declaration.split(":");
    if (name.startsWith("--bm-") && value) element.style.setProperty(name, value);
  }
}
