// A post that was rendered ahead: HTML on the page, which an element goes on from where it was rendered from what the element has.
// Nothing else is loaded before something is asked for that needs it.

import { fingerprint } from "./fingerprint.js";
import { adoptMissingBox } from "./styles.js";

const FINGERPRINT = "data-bm-fingerprint";

/** The JSON text of what a host gives. Values that JSON cannot say are drawn anew. */
export const jsonOf = (value) => (typeof value === "string" ? value : JSON.stringify(value));

/** Was `article` rendered from this text, or from what is at `src`, with these options? */
export const isOf = (article, text, src, options) => article.getAttribute(FINGERPRINT) === fingerprint(PACKAGE_VERSION, text ?? "", src, options);

/** Makes it one of ours; the report on it. */
function taken(article) {
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

/**
 * Goes on from `article`.
 * @param {() => Promise<void>} enliven loads what needs a program; the widget is the owner of the post then
 * @param {() => boolean} isLost was that asked for in vain just now?
 * @returns {object} the report
 */
export function resume(standing, article, options, enliven, isLost) {
  const report = taken(article);
  standing.begin(article, { options, enliven, isKept: false, get isLost() { return isLost(); }, live: null, opened() {} });
  standing.show(report, "backmatter-ready");
  // Those that failed before anything listened fail again.
  for (const image of article.querySelectorAll("img")) if (image.complete && !image.naturalWidth) image.src = image.src;
  const box = standing.parts.find((part) => part.matches(".bm-post-meta"));
  if (box) serveBox(standing, box);
  return report;
}

/** What a box is asked needs `widget`, which is on its way before. */
function serveBox(standing, box) {
  const { post, signal } = standing;
  const style = () => void adoptMissingBox(post).catch(() => {});
  const isAsked = ({ target }) => !standing.owner.isKept && target.closest?.("button, input");
  const prepare = (event) => {
    style();
    if (isAsked(event)) standing.owner.enliven().catch(() => {});
  };
  const options = { capture: true, signal };
  for (const name of ["pointerover", "focusin", "toggle"]) box.addEventListener(name, prepare, options);
  for (const name of ["click", "input"]) box.addEventListener(name, (event) => isAsked(event) && again(standing, event), options);
  if (box.open) style();
}

/** Sends an event again when it is heard. */
async function again(standing, event) {
  // Afterwards the target is that of whoever asks: outside a shadow root, its host.
  const { target, type, constructor: Kind } = event;
  await standing.owner.enliven().catch(() => {});
  if (standing.owner?.isKept) target.dispatchEvent(new Kind(type, event));
}
